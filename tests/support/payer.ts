import { cookieOf, fieldsOf, send } from './forms.ts';

/** What a person reads of a page. */
export const readOf = (page: string): string =>
  page
    .replace(/<head>.*?<\/head>/s, '')
    .replaceAll(/<select.*?<\/select>/gs, '')
    .replaceAll(/<\/?bdi[^>]*>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', '’')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([.,:])/g, '$1');

export interface Seen {
  status: number;
  page: string;
  /** Its words. */
  text: string;
  location: string | null;
  headers: Headers;
}

/** Somebody at a browser without script, signed in by a session or not at all. */
export function payerAt(url: () => string, session?: () => string) {
  const headers = (): Record<string, string> => (session ? cookieOf(session()) : {});
  const see = async (path: string): Promise<Seen> => {
    const response = await fetch(url() + path, {
      headers: { ...headers(), accept: 'text/html' },
      redirect: 'manual',
    });
    const page = await response.text();
    const location = response.headers.get('location');
    return {
      status: response.status,
      page,
      text: readOf(page),
      location,
      headers: response.headers,
    };
  };
  /** Sends the form of a page that was seen. */
  const sendForm = async (path: string, page: string, typed: Record<string, string>) => {
    const fields = new Map([...fieldsOf(page), ...Object.entries(typed)]);
    const sent = await send(url() + path, fields, headers());
    return { ...sent, text: readOf(sent.page) };
  };
  return {
    see,
    sendForm,
    /** Opens a form, fills it in, and sends it. */
    fill: async (path: string, typed: Record<string, string>) =>
      sendForm(path, (await see(path)).page, typed),
  };
}
