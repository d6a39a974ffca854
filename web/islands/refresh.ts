/** While the page is visible, asks whether there is a newer one, and swaps it in without losing the reader's place. */
const EVERY_MS = 5_000;
const AT_MOST_MS = 300_000;

let delay = EVERY_MS;
let timer = 0;
let busy = false;
let shown: string | null = null;

async function fetched(url: string): Promise<Response> {
  const response = await fetch(url, { cache: 'no-cache', signal: AbortSignal.timeout(20_000) });
  if (!response.ok) throw new Error(String(response.status));
  return response;
}

async function check(): Promise<void> {
  const progress = await fetched('/api/v1/progress');
  const tag = progress.headers.get('etag');
  const { asOf }: { asOf: { size: number | string } } = await progress.json();
  const size = String(asOf.size);
  const known = shown === null || tag === shown;
  if (!known || size !== document.body.dataset['size']) {
    // A swap would take away a selection, so a later round does it.
    if (getSelection()?.type === 'Range') return;
    const page = await (await fetched(location.pathname)).text();
    const next = new DOMParser().parseFromString(page, 'text/html');
    swap(next);
    // Another replica may still serve the old page; then the next round tries again.
    if (next.body.dataset['size'] !== size) return;
  }
  shown = tag;
}

/** How to find an element again in the new page: by its id, its fold's id, or its link. */
function placeOf(element: Element | null): string | null {
  const href = element?.getAttribute('href');
  const fold = element?.matches('summary') ? element.parentElement?.id : '';
  if (fold) return `#${fold} > summary`;
  return href ? `[href="${CSS.escape(href)}"]` : null;
}

function swap(next: Document): void {
  const focused = placeOf(document.activeElement);
  for (const { id } of document.querySelectorAll('details[open]')) {
    next.getElementById(id)?.setAttribute('open', '');
  }
  const { scrollX, scrollY } = window;
  for (const name of ['main', 'footer']) {
    const fresh = next.querySelector(name);
    if (fresh) document.querySelector(name)?.replaceWith(fresh);
  }
  document.body.dataset['size'] = next.body.dataset['size'];
  document.title = next.title;
  scrollTo(scrollX, scrollY);
  if (focused && document.activeElement === document.body) {
    document.querySelector<HTMLElement>(focused)?.focus({ preventScroll: true });
  }
  const updated = document.getElementById('updated')?.textContent ?? '';
  document.getElementById('announcement')?.replaceChildren(updated);
}

async function round(): Promise<void> {
  if (busy) return;
  busy = true;
  try {
    await check();
    delay = EVERY_MS;
  } catch {
    delay = Math.min(delay * 2, AT_MOST_MS);
  }
  busy = false;
  schedule(delay);
}

function schedule(wait: number): void {
  clearTimeout(timer);
  if (document.visibilityState === 'visible') timer = window.setTimeout(round, wait);
}

document.addEventListener('visibilitychange', () => schedule(0));
schedule(EVERY_MS);
