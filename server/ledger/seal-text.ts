/** The first line of a seal's note: no checkpoint of the log begins with it. */
export const sealTitle = (origin: string): string => `${origin} seal\n`;

/** The text that a seal's note signs: the log, the seal's number, and its head in base64. */
export const sealText = (origin: string, n: bigint, head: Buffer): string =>
  `${sealTitle(origin)}${n}\n${head.toString('base64')}\n`;

/** The number and head that such a text names. */
export function parseSealText(text: string): { n: bigint; head: string } {
  const [, n = '', head = ''] = text.split('\n');
  return { n: BigInt(n), head };
}
