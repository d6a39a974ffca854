import MarkdownIt from 'markdown-it';

/** No HTML and no pictures; links to websites, email addresses and our own pages. */
const markdown = new MarkdownIt('commonmark', { html: false }).disable('image');
markdown.validateLink = (url) => /^(https?:\/\/|mailto:|\/(?![/\\]))/i.test(url);
markdown.core.ruler.push('ours', ({ tokens }) => {
  // Headings are below the page's h1, and without a gap.
  let level = 1;
  for (const token of tokens) {
    if (token.type === 'heading_open') level = Math.min(Number(token.tag[1]) + 1, level + 1, 6);
    if (token.type.startsWith('heading_')) token.tag = `h${level}`;
    const links = token.children?.filter(({ type }) => type === 'link_open') ?? [];
    for (const link of links) link.attrSet('rel', 'nofollow noopener');
  }
});

export const htmlOf = (text: string): string => markdown.render(text);
