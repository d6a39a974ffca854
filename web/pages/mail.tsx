/** An email as text and as HTML. It loads nothing: no image, font or style sheet. */
import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Letter } from '../messages/shapes.ts';
import { t } from '../words.ts';

interface MailProps {
  letter: Letter;
  link: string | null;
  sender: string[];
}

/** No colour but the button's, so that a dark mailbox can pick the others. */
const STYLE = {
  body: 'margin:0;padding:24px 16px;font:16px/1.5 system-ui,sans-serif',
  main: 'max-width:36em;margin:0 auto',
  button:
    'display:inline-block;padding:10px 18px;border-radius:6px;background:#1d4f91;color:#ffffff;text-decoration:none;font-weight:600',
  small: 'font-size:13px;word-break:break-all',
  text: 'white-space:pre-line',
};

const Paragraph = ({ children }: { children: ComponentChildren }) => (
  <p style={STYLE.text}>{children}</p>
);

function Mail({ letter, link, sender }: MailProps) {
  return (
    <html lang={t.lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{letter.subject}</title>
      </head>
      <body style={STYLE.body}>
        <main style={STYLE.main}>
          {letter.before.map((text) => (
            <Paragraph key={text}>{text}</Paragraph>
          ))}
          {link !== null && (
            <>
              <p>
                <a href={link} style={STYLE.button}>
                  {letter.button}
                </a>
              </p>
              <p style={STYLE.small}>{link}</p>
            </>
          )}
          {letter.after.map((text) => (
            <Paragraph key={text}>{text}</Paragraph>
          ))}
          <hr />
          <p style={`${STYLE.small};${STYLE.text}`}>{sender.join('\n')}</p>
        </main>
      </body>
    </html>
  );
}

export function renderMail(props: MailProps): { text: string; html: string } {
  const { letter, link, sender } = props;
  const paragraphs = [...letter.before, ...(link === null ? [] : [link]), ...letter.after];
  return {
    // "-- " begins a signature (RFC 3676).
    text: `${paragraphs.join('\n\n')}\n\n-- \n${sender.join('\n')}\n`,
    html: `<!doctype html>${renderToString(<Mail {...props} />)}`,
  };
}
