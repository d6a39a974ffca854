/**
 * Makes server/domain/confusables.ts from Unicode's confusables.txt:
 * `node scripts/confusables.ts confusables.txt`. After a new version of it, a migration empties
 * signatory_skeleton; the next start fills it again.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';

const SOURCE = 'https://www.unicode.org/Public/security/latest/confusables.txt';
const COLUMNS = 400;

const text = readFileSync(process.argv[2]!, 'utf8');
const version = /^# Version: (\S+)/m.exec(text)![1];
const date = /^# Date: (\S+),/m.exec(text)![1];

/** The code points that each prototype stands for; neighbours as ranges. */
const sources = new Map<string, number[]>();
for (const [, from, to] of text.matchAll(/^([0-9A-F]+) ;\t([0-9A-F ]+) ;\tMA/gm)) {
  const target = to!.trim().replaceAll(' ', '+');
  sources.set(target, [...(sources.get(target) ?? []), Number.parseInt(from!, 16)]);
}

const hex = (point: number): string => point.toString(16).toUpperCase();

function ranges(points: readonly number[]): string {
  const found: [first: number, last: number][] = [];
  for (const point of points.toSorted((one, other) => one - other)) {
    const open = found.at(-1);
    if (open && open[1] === point - 1) open[1] = point;
    else found.push([point, point]);
  }
  return found
    .map(([first, last]) => (first === last ? hex(first) : `${hex(first)}-${hex(last)}`))
    .join(' ');
}

const lines = [''];
for (const [target, points] of sources) {
  const item = `${target}=${ranges(points)};`;
  const open = lines.at(-1)!;
  if (open.length + item.length > COLUMNS && open !== '') lines.push(item);
  else lines[lines.length - 1] += item;
}

writeFileSync(
  new URL('../server/domain/confusables.ts', import.meta.url),
  `/**
 * Made by scripts/confusables.ts; do not edit.
 *
 * Unicode Security Mechanisms (UTS #39), confusables.txt, version ${version}, of ${date}.
 * ${SOURCE}
 * © 2025 Unicode®, Inc. Unicode License v3, https://www.unicode.org/license.txt: permission is
 * granted, free of charge, to use, copy, modify and distribute the data, provided that this
 * copyright and permission notice appears with it. The data is provided "as is", without warranty.
 *
 * Each prototype, and the code points that look like it: hexadecimal, a plus within a prototype, a
 * hyphen between the first and the last of a range.
 */
export const CONFUSABLES = \`
${lines.join('\n')}
\`;
`,
);
