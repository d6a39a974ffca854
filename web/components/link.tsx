import type { ComponentChildren } from 'preact';

/** A URL that is safe on a public page: http or https. */
export function webUrl(text: string | null): URL | null {
  if (text === null || !/^https?:\/\//i.test(text)) return null;
  return URL.parse(text);
}

interface LinkProps {
  url: string | null;
  children: ComponentChildren;
}

/** A link for a URL that somebody typed; plain text for anything else. */
export function OutwardLink({ url, children }: LinkProps) {
  const target = webUrl(url);
  if (!target) return <>{children}</>;
  return (
    <a href={target.href} rel="nofollow ugc noopener noreferrer">
      {children}
    </a>
  );
}
