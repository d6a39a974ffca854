import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { ratesText } from '../../server/rates/file.ts';
import { refusalOf } from '../domain/fixtures.ts';
import { historyCsv } from './fixtures.ts';

const TEXT = historyCsv({ '2026-11-23': { USD: '1.16', KRW: '1700.5' } });

interface Options {
  name?: string;
  deflate?: boolean;
  entries?: number;
  comment?: string;
}

/** An archive of one file, its sizes in a descriptor behind it as streaming writers do. */
function zip(text: string, { name = 'hist.csv', deflate = true, ...more }: Options = {}): Buffer {
  const { entries = 1, comment = '' } = more;
  const plain = Buffer.from(text);
  const packed = deflate ? deflateRawSync(plain) : plain;
  const method = deflate ? 8 : 0;
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50);
  local.writeUInt16LE(8, 6);
  local.writeUInt16LE(method, 8);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50);
  central.writeUInt16LE(method, 10);
  central.writeUInt32LE(crc32(plain), 16);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(plain.length, 24);
  central.writeUInt16LE(name.length, 28);
  const names = [name, 'more.csv'].slice(0, entries);
  const directory = Buffer.concat(names.flatMap((one) => [central, Buffer.from(one)]));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  end.writeUInt16LE(comment.length, 20);
  const parts = [local, Buffer.from(name), packed, directory, end];
  return Buffer.concat([...parts, Buffer.from(comment)]);
}

describe('a rates file', () => {
  test.each<[string, Buffer]>([
    ['as it is', Buffer.from(TEXT)],
    ['in an archive', zip(TEXT)],
    ['in an archive, stored', zip(TEXT, { deflate: false })],
    ['in an archive with a comment', zip(TEXT, { comment: 'of the day' })],
  ])('is read %s', (_what, bytes) => {
    expect(ratesText(bytes)).toBe(TEXT);
  });

  const whole = zip(TEXT);
  const damaged = zip(TEXT, { deflate: false });
  damaged[45] = damaged[45]! ^ 1;
  test.each<[string, Buffer, RegExp]>([
    ['is an archive that was cut off', whole.subarray(0, -30), /broken archive/],
    ['is the head of an archive', whole.subarray(0, 20), /broken archive/],
    ['is an archive with a flipped bit', damaged, /broken archive/],
    ['is an archive of two files', zip(TEXT, { entries: 2 }), /more than one file/],
    ['is an archive of too much', zip('x'.repeat(17 * 1024 * 1024)), /broken archive/],
    ['is larger than 16 MiB', Buffer.alloc(16 * 1024 * 1024 + 1, 32), /larger than 16 MiB/],
    ['is no text', Buffer.from([0x44, 0xff, 0xfe, 0x00]), /not text in UTF-8/],
  ])('is refused that %s', (_what, bytes, message) => {
    expect(refusalOf(() => ratesText(bytes)).message).toMatch(message);
  });
});
