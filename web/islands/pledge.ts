/** Works out the hours of a compute pledge as one types. It changes nothing before that. */
import type { H100Rates } from '../data/forms.ts';
import { workedOut } from '../messages/gpu-hours-preview.ts';

const output = document.getElementById('worked-out');
const form = output?.closest('form');
const rates: H100Rates = new Map(JSON.parse(output?.dataset['rates'] ?? '[]'));

form?.addEventListener('input', () => {
  const typed = new FormData(form);
  const text = workedOut((name) => {
    const value = typed.get(name);
    return typeof value === 'string' ? value : undefined;
  }, rates);
  if (output && output.textContent !== text) output.textContent = text;
});
