const entries = (size: string | bigint): string =>
  `${size} ${BigInt(size) === 1n ? 'entry' : 'entries'}`;

/** Of server/look, /about and /at. */
export const look = {
  notDrawn: 'must be a PNG or an SVG. We can’t draw this file: export it again',
  tooLarge: 'is larger than 256 KB. Export it smaller',
  logoGone: 'is no longer here. Choose the file again',
  tooManyPixels: (width: number, height: number, most: number) =>
    `has ${width} × ${height} pixels. Export it with at most ${most} each way`,
  foreign: (part: string) =>
    `must be made of shapes alone, without ${part}. Convert texts to shapes, or export a PNG`,
  notColour: 'must be # and six digits from 0 to f, such as #0b6b4f',
  tooLight: (ratio: string, darker: string) =>
    `has a contrast of ${ratio}:1 with the page. Text and buttons need 4.5:1, which ${darker} has`,
  notLink: 'must be a text and an address with https: Our blog https://blog.example',
  tooManyLinks: 'must be at most six',
  none: 'This initiative has no such page.',
  notDerived:
    'We are still working out how many GPUs there were at once. Try again in a few minutes.',
  beyond: (size: string, newest: bigint) =>
    `The ledger has ${entries(newest)} so far, so there are no figures after ${size}.`,
  notSealed: (size: string, nearest: string) =>
    `No figures were signed after exactly ${entries(size)}. The nearest are after ${nearest}.`,
};
