import type { ComponentChildren } from 'preact';

/** Words that people typed: apart from the text around them, in whatever direction and script. */
const HANGUL = /\p{Script=Hangul}/u;

export const langOf = (text: string): 'ko' | undefined => (HANGUL.test(text) ? 'ko' : undefined);

export const typed = (text: string | null | undefined) =>
  text ? <bdi lang={langOf(text)}>{text}</bdi> : null;

interface NamedProps {
  text: string;
  /** In the order in which the text has them. */
  names: readonly (string | null)[];
  /** What to make of the text between them. */
  plain?: (text: string) => ComponentChildren;
}

/** A sentence with its names set apart. It may begin with a name, and so with a capital. */
export function Named({ text, names, plain = (rest) => rest }: NamedProps) {
  const [name, ...others] = names;
  if (name === undefined) return <>{plain(text)}</>;
  const at = name === null ? -1 : text.indexOf(name.slice(1)) - 1;
  if (name === null || at < 0) return <Named text={text} names={others} plain={plain} />;
  const end = at + name.length;
  return (
    <>
      {plain(text.slice(0, at))}
      {typed(text.slice(at, end))}
      <Named text={text.slice(end)} names={others} plain={plain} />
    </>
  );
}
