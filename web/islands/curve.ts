/** Reads the curve by pointer or arrow keys. The figures come from the table below the picture. */
const reader = document.getElementById('curve');
const output = reader?.querySelector('output');
const rows = [...document.querySelectorAll<HTMLElement>('#curve-fold tr[data-day]')];
const [from = 0, to = 1] = (reader?.dataset['days'] ?? '').split(' ').map(Number);
const dayOf = (row: HTMLElement): number => Number(row.dataset['day']);

function shownPlot() {
  const svg = [...(reader?.querySelectorAll<SVGSVGElement>('svg[data-plot]') ?? [])].find(
    (each) => each.getClientRects().length > 0,
  );
  const [left = 0, right = 1, top = 0, bottom = 1] = (svg?.dataset['plot'] ?? '')
    .split(' ')
    .map(Number);
  return svg && { svg, left, right, top, bottom };
}

let current = -1;

function show(index: number): void {
  const row = rows[index];
  const plot = shownPlot();
  if (!row || !plot || !output) return;
  current = index;
  const { svg, left, right, top, bottom } = plot;
  const x = left + ((right - left) * (dayOf(row) - from)) / (to - from);
  for (const line of reader?.querySelectorAll('.cursor') ?? []) line.remove();
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  line.setAttribute('class', 'cursor');
  line.setAttribute('d', `M${x},${top}V${bottom}`);
  svg.append(line);
  const text = row.dataset['text'] ?? '';
  if (output.textContent !== text) output.textContent = text;
}

const at = (day: number): number => rows.findLastIndex((row) => dayOf(row) <= day);

reader?.addEventListener('pointermove', ({ clientX, target }) => {
  const plot = shownPlot();
  if (!plot || !(target instanceof Element) || target.closest('svg') !== plot.svg) return;
  const { svg, left, right } = plot;
  const box = svg.getBoundingClientRect();
  const x = ((clientX - box.left) / box.width) * svg.viewBox.baseVal.width;
  const part = Math.min(1, Math.max(0, (x - left) / (right - left)));
  show(at(from + part * (to - from)));
});

reader?.addEventListener('focus', () => {
  reader.setAttribute('aria-description', reader.dataset['hint'] ?? '');
});

reader?.addEventListener('keydown', (event) => {
  if (event.target !== reader) return;
  const last = rows.length - 1;
  const started = current < 0 ? at(Date.now() / 86_400_000) : current;
  const next = { ArrowLeft: started - 1, ArrowRight: started + 1, Home: 0, End: last }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  show(Math.min(last, Math.max(0, next)));
});
