/** How a page is drawn: its fonts, sizes and edges. */
import type { Page } from 'playwright-core';

export const isVisible = (page: Page, selector: string): Promise<boolean[]> =>
  page.locator(selector).evaluateAll((all) => all.map((each) => each.checkVisibility()));

/** The fonts in which the browser draws the first such element's own text. */
export async function fontsOf(page: Page, selector: string) {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
  await session.detach();
  return fonts;
}

/** Marks the first paragraph that has words of its own. */
export const markWords = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const hasWords = ({ childNodes }: Element) =>
      [...childNodes].some((node) => node.nodeType === 3 && node.textContent!.trim());
    [...document.querySelectorAll('main p')].find(hasWords)?.setAttribute('data-words', '');
  });

/** Of each element with words of its own. A picture's texts are as large as the picture. */
export const textSizesOf = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *:not(svg *, script, noscript, option, .unseen)')]
      .filter((each) =>
        [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent!.trim()),
      )
      .map((each) => ({
        html: each.outerHTML.slice(0, 120),
        px: Number.parseFloat(getComputedStyle(each).fontSize),
      })),
  );

/** Words in a weight that the fonts don't have. */
export const strangeWeightsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((each) =>
        [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent!.trim()),
      )
      .filter((each) => {
        const { fontFamily, fontWeight, fontStyle } = getComputedStyle(each);
        if (fontStyle !== 'normal') return true;
        if (fontFamily.startsWith('Inter')) return +fontWeight < 400 || +fontWeight > 700;
        return fontFamily.startsWith('"Source Serif"') && fontWeight !== '450';
      })
      .map((each) => each.outerHTML.slice(0, 120)),
  );

/** What forced colours leave without a mark of where it is. */
export const edgelessOf = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'nav [aria-current], .button, button:not(.link, .minor), main :is(input, select, textarea)',
      ),
    ]
      .filter((each) => each.checkVisibility() && !each.matches('[type=radio], [type=checkbox]'))
      .filter((each) => {
        const { borderBottomStyle, borderBottomWidth } = getComputedStyle(each);
        const least = each.matches('nav *') ? 3 : 1;
        return borderBottomStyle === 'none' || Number.parseFloat(borderBottomWidth) < least;
      })
      .map((each) => each.outerHTML.slice(0, 200)),
  );
