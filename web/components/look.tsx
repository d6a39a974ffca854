import type { Look } from '../data/home.ts';
import { t } from '../words.ts';
import { OutwardLink } from './link.tsx';

/** The page about the initiative, and its links. */
export const LookLinks = ({ look }: { look: Look | null }) =>
  look && (look.about ?? look.links) !== null ? (
    <p class="updated">
      <span>
        {look.about !== null && <a href="/about">{t.look.about}</a>}{' '}
        {look.links?.map((link) => (
          <>
            <OutwardLink url={link.split(' ').at(-1)!}>
              {link.replace(/ \S+$/, '')}
            </OutwardLink>{' '}
          </>
        ))}
      </span>
    </p>
  ) : null;

/** Whole without script, which lets the button copy. */
export const Cite = ({ text }: { text: string }) => (
  <details id="cite">
    <summary>{t.cite.title}</summary>
    <div>
      <p id="cite-text">{text}</p>
      <p class="unprinted">
        <button type="button" class="link" id="cite-copy" data-done={t.cite.copied}>
          {t.cite.copy}
        </button>
      </p>
    </div>
  </details>
);
