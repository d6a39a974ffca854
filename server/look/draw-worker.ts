/** Draws the SVG on standard input as a PNG of at most WIDTH × HEIGHT: `draw-worker WIDTH HEIGHT [FONT…]`. */
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { Resvg } from '@resvg/resvg-js';

const [width, height, ...fontFiles] = process.argv.slice(2);
const svg = await text(process.stdin);
const font = { fontFiles, loadSystemFonts: false };
const own = new Resvg(svg, { font });
const mode = own.width * Number(height) > own.height * Number(width) ? 'width' : 'height';
const fitTo = { mode, value: Number(mode === 'width' ? width : height) } as const;
process.stdout.write(new Resvg(svg, { font, fitTo }).render().asPng());
