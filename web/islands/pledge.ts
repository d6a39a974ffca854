/** Computes a compute pledge's hours as one types. */
import type { H100Rates } from '../data/forms.ts';
import { hoursTyped } from '../messages/en-gpu-hours.ts';

const output = document.getElementById('worked-out');
const form = output?.closest('form');
const rates: H100Rates = new Map(JSON.parse(output?.dataset['rates'] ?? '[]'));

form?.addEventListener('input', () => {
  const typed = new FormData(form);
  const text = hoursTyped((name) => {
    const value = typed.get(name);
    return typeof value === 'string' ? value : undefined;
  }, rates);
  if (output && output.textContent !== text) output.textContent = text;
});
