/** The document around every page. Nothing is inline, because the content security policy forbids it. */
import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Frame, Look } from '../data/home.ts';
import { t } from '../words.ts';

/** Hashed URLs by logical name: "main.css" → "/assets/main-3f2a.css". */
let assets: Record<string, string> = {};

/** Once, before the first page: the build made them, so they are the same for every page. */
export const setAssets = (addresses: Record<string, string>): void => {
  assets = addresses;
};

interface DocumentProps {
  title: string;
  description: string;
  unlisted: boolean;
  /** Ledger entries behind the page, which the refresher compares with the newest; without it nothing refreshes. */
  size?: number;
  island?: string | undefined;
  styles?: string | undefined;
  look?: Look | null | undefined;
  /** Of a public page: the card, for whoever shares it. */
  card?: string;
  children: ComponentChildren;
}

/** New figures have a new address, so that nobody's copy hides them. */
export const cardOf = ({ baseUrl, asOf }: Pick<Frame, 'baseUrl' | 'asOf'>): string =>
  `${baseUrl}/card.png?v=${asOf.size}`;

const PRELOADED_FONTS = ['inter.woff2', 'source-serif.woff2'];

export function Document({
  title,
  description,
  unlisted,
  size,
  island,
  styles,
  look,
  card,
  children,
}: DocumentProps) {
  return (
    <html lang={t.lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <meta name="description" content={description} />
        {unlisted && <meta name="robots" content="noindex" />}
        {PRELOADED_FONTS.map((font) => (
          <link
            key={font}
            rel="preload"
            href={assets[font]}
            as="font"
            type="font/woff2"
            crossorigin="anonymous"
          />
        ))}
        <link rel="stylesheet" href={assets['main.css']} />
        {look?.accent && (
          <link rel="stylesheet" href={`/look.css?v=${encodeURIComponent(look.accent)}`} />
        )}
        {styles && <link rel="stylesheet" href={assets[styles]} />}
        {/* What a page that is shared shows elsewhere (Open Graph). */}
        {card &&
          Object.entries({
            'og:type': 'website',
            'og:title': title,
            'og:description': description,
            'og:image': card,
            'twitter:card': 'summary_large_image',
          }).map(([property, content]) => (
            <meta key={property} property={property} content={content} />
          ))}
        <link rel="icon" href={assets['favicon.svg']} type="image/svg+xml" />
        {size !== undefined && <script type="module" src={assets['refresh.js']} />}
        {island && <script type="module" src={assets[island]} />}
      </head>
      <body data-size={size}>
        <a class="skip" href="#content">
          {t.skip}
        </a>
        {children}
        <p id="announcement" class="unseen" role="status" />
      </body>
    </html>
  );
}

export const renderWhole = (document: VNode): string =>
  `<!doctype html>${renderToString(document)}`;

export const renderDocument = (props: DocumentProps): string =>
  renderWhole(<Document {...props} />);
