import { deflateSync, crc32 } from 'node:zlib';
import type { TestApp } from './app.ts';
import type { DeskUser } from './desk.ts';
import { formOf } from './desk-forms.ts';

const LOOK = '/admin/initiative/look';

export const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="32"><rect width="64" height="32" fill="#c00"/></svg>';

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A black picture, with a text in it that no page may carry on. */
export function pngOf(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('tEXt', Buffer.from('Comment\0<script>')),
    chunk('IDAT', deflateSync(Buffer.alloc((width + 1) * height))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export interface TypedLook {
  accent?: string;
  about?: string;
  links?: string;
  file?: string | Buffer;
}

/** Sends the form of the look as a browser does, with the button `go`. */
export async function sendLook(app: TestApp, by: DeskUser, go: string, look: TypedLook = {}) {
  const { page } = await by.get(LOOK);
  const shown = Object.fromEntries(
    [...page.matchAll(/<textarea[^>]*name="(\w+)"[^>]*>([^<]*)</g)].map(([, name, text]) => [
      name!,
      text!.trim(),
    ]),
  );
  const { file, ...typed } = look;
  const form = new FormData();
  const fields = { ...formOf(page, LOOK), ...shown, ...typed, go };
  for (const [name, value] of Object.entries(fields)) {
    if (name !== 'file') form.set(name, value);
  }
  form.set('file', new Blob(file ? [Buffer.from(file)] : []), file ? 'logo' : '');
  const response = await fetch(app.url + LOOK, {
    method: 'POST',
    headers: { ...by.cookie, accept: 'text/html', 'sec-fetch-site': 'same-origin' },
    body: form,
    redirect: 'manual',
  });
  return {
    status: response.status,
    location: response.headers.get('location'),
    page: await response.text(),
  };
}
