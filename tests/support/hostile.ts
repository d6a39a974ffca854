import type { ApiDocument, ApiOperation, JsonSchema } from '../../web/data/api-document.ts';

/** Texts that nobody means well with, by what is wrong with them. */
const TEXTS = {
  'a NUL': 'a\u0000b',
  'half a character': 'a\ud800',
  'no text': '',
  'a long text': 'x'.repeat(20_000),
  'a huge number': '9'.repeat(40),
  'a number below all': '-9223372036854775809',
  'the last day': '9999-12-31',
  'a prototype': '__proto__',
  'a quote': `'"\\;--%`,
};

const deep = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

/** Values of a body, as they are written in JSON. */
export const VALUES: [string, string][] = [
  ...Object.entries(TEXTS).map(([name, text]): [string, string] => [name, JSON.stringify(text)]),
  ['null', 'null'],
  ['the largest number', '1.7976931348623157e308'],
  ['a number that is not exact', '9007199254740993'],
  ['a list with a NUL', String.raw`["\u0000"]`],
  ['an object', String.raw`{"a\u0000":"\u0000"}`],
  ['a prototype that is set', '{"__proto__":{"polluted":true}}'],
  ['deep nesting', deep(10_000)],
];

/** Those that are sent into what is inside of something else, of which there is much. */
export const WORST = VALUES.filter(([what]) =>
  ['a NUL', 'half a character', 'a huge number', 'null', 'an object', 'deep nesting'].includes(
    what,
  ),
);

/** Parts of an address, as they are written there. */
export const PARTS: [string, string][] = [
  ...Object.entries(TEXTS).map(([name, text]): [string, string] => [
    name,
    // An address is shorter than 16 KiB.
    encodeURIComponent(text.toWellFormed()).slice(0, 12_000),
  ]),
  ['bytes that are no text', '%ED%A0%80%FF'],
  ['half a percent sign', '%E0%A4%A'],
];

/** Where something stands in a body: ['pledges', 0, 'amount']. */
export type Place = readonly (string | number)[];

/** Each place of a schema, and what is inside of each; of lists the first item. */
export function placesOf({ components }: ApiDocument, schema: JsonSchema): Place[] {
  const within = (part: JsonSchema, at: Place): Place[] => {
    const { $ref, properties = {}, items, anyOf = [], oneOf = [] } = part;
    const named = $ref && components.schemas[$ref.split('/').at(-1)!];
    return [
      at,
      ...(named ? within(named, at) : []),
      ...Object.entries(properties).flatMap(([name, each]) => within(each, [...at, name])),
      ...(items ? within(items, [...at, 0]) : []),
      ...[...anyOf, ...oneOf].flatMap((each) => within(each, at)),
    ];
  };
  const places = within(schema, []).map((place): [string, Place] => [JSON.stringify(place), place]);
  return [...new Map(places).values()];
}

const MARK = '"@@the value@@"';

/** A body as JSON, with a value at a place; what leads there is made where it lacks. */
export function bodyWith(body: unknown, place: Place, value: string): string {
  const put = (into: unknown, [key, ...rest]: Place): unknown => {
    if (key === undefined) return JSON.parse(MARK);
    if (typeof key === 'number') {
      const [first, ...others] = Array.isArray(into) ? (into as unknown[]) : [];
      return [put(first, rest), ...others];
    }
    const object = typeof into === 'object' && !Array.isArray(into) ? into : {};
    return { ...object, [key]: put((object as Record<string, unknown> | null)?.[key], rest) };
  };
  return JSON.stringify(put(body, place)).replace(MARK, () => value);
}

/** The body of an operation's first example that is taken; an empty one where it has none. */
export function exampleOf({ requestBody, responses }: ApiOperation): unknown {
  const { examples = {} } = requestBody?.content['application/json'] ?? {};
  const taken = new Set(
    Object.entries(responses)
      .filter(([status]) => status.startsWith('2'))
      .flatMap(([, { content = {} }]) => Object.values(content))
      .flatMap((content) => Object.keys(content.examples ?? {})),
  );
  const names = Object.keys(examples);
  const name = names.find((each) => taken.has(each)) ?? names[0];
  return name === undefined ? {} : examples[name]!.value;
}
