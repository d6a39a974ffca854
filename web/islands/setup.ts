/** Says that the server is at work: putting a demonstration aside takes a while. */
const status = document.querySelector<HTMLElement>('[data-working]');
const say = (text = ''): void => void (status && (status.textContent = text));

status?.closest('form')?.addEventListener('submit', ({ submitter }) => {
  const isBack = submitter instanceof HTMLButtonElement && submitter.value === 'back';
  if (!isBack) say(status.dataset['working']);
});
// The browser's back button shows the page as it was left.
addEventListener('pageshow', () => say());
