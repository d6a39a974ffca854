import type { ApiDocument } from './api-document.ts';
import { renderDocument, type Assets } from './page.tsx';
export const renderDocs = (document: ApiDocument, assets: Assets): string =>
  renderDocument({
    lang: 'en',
    title: 'API',
    description: 'x',
    unlisted: false,
    size: null,
    assets,
    children: <main>{JSON.stringify(document)}</main>,
  });
