/** While the page is visible and nobody pauses it, asks whether there is a newer one, and swaps it in without losing the reader's place. */
const EVERY_MS = 5_000;
const AT_MOST_MS = 300_000;

let delay = EVERY_MS;
let timer = 0;
let busy = false;
let shown: string | null = null;
/** Kept with the page's place in the history, so that a reload keeps it. */
let paused = history.state?.paused === true;

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
    if (paused) return;
    swap(next);
    // Another replica may still serve the old page; then the next round tries again.
    if (next.body.dataset['size'] !== size) return;
  }
  shown = tag;
}

const LANDMARKS = ['main', 'footer'] as const;

/** Finds an element again in the new page: by its id, its fold's id, or its link within its landmark. */
function finderOf(element: Element | null): () => HTMLElement | null {
  const href = element?.getAttribute('href');
  const fold = element?.matches('summary') ? element.parentElement?.id : '';
  if (fold) return () => document.querySelector(`#${fold} > summary`);
  if (!href) return () => document.getElementById(element?.id ?? '');
  const landmark = element!.closest(LANDMARKS.join())?.localName ?? 'header';
  return () => {
    const links = `${landmark} [href="${CSS.escape(href)}"]`;
    const same = [...document.querySelectorAll<HTMLElement>(links)];
    return same.find(({ textContent }) => textContent === element!.textContent) ?? same[0] ?? null;
  };
}

function swap(next: Document): void {
  const find = finderOf(document.activeElement);
  for (const { id } of document.querySelectorAll('details[open]')) {
    next.getElementById(id)?.setAttribute('open', '');
  }
  const { scrollX, scrollY } = window;
  for (const name of LANDMARKS) {
    const fresh = next.querySelector(name);
    if (fresh) document.querySelector(name)?.replaceWith(fresh);
  }
  document.body.dataset['size'] = next.body.dataset['size'];
  document.title = next.title;
  scrollTo(scrollX, scrollY);
  if (document.activeElement === document.body) find()?.focus({ preventScroll: true });
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
  if (document.visibilityState === 'visible' && !paused) timer = window.setTimeout(round, wait);
}

/** The button has the other act's name beside its own. */
function relabel(): void {
  const button = document.getElementById('refresh');
  if (!button) return;
  [button.textContent, button.dataset['other']] = [button.dataset['other']!, button.textContent];
}

const keep = (): void => history.replaceState({ paused }, '');

document.addEventListener('click', ({ target }) => {
  if ((target as Element).id !== 'refresh') return;
  paused = !paused;
  keep();
  relabel();
  schedule(0);
});
addEventListener('hashchange', keep);
document.addEventListener('visibilitychange', () => schedule(0));
if (paused) relabel();
schedule(EVERY_MS);
void import('./cite.ts');
