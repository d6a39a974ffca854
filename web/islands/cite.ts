/** The button copies the sentence above it, or selects it where the browser lets no page copy. */
document.addEventListener('click', async ({ target }) => {
  const button = target as HTMLElement;
  const text = document.getElementById('cite-text');
  if (button.id !== 'cite-copy' || !text) return;
  getSelection()?.selectAllChildren(text);
  await navigator.clipboard.writeText(text.textContent);
  getSelection()?.removeAllRanges();
  button.textContent = button.dataset['done']!;
});
