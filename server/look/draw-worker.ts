/** Draws the SVG on standard input as a PNG of at most WIDTH × HEIGHT: `draw-worker WIDTH HEIGHT [FONT…]`. */
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { Worker } from 'node:worker_threads';
import { Resvg } from '@resvg/resvg-js';

/** A sound picture takes a fifth of it; patterns and filters of a few hundred bytes can take gigabytes. */
const MOST_BYTES = 400 * 1024 * 1024;
// In a thread of its own: drawing blocks this one.
const watch = `setInterval(() => {
  if (process.memoryUsage.rss() > ${MOST_BYTES}) process.kill(process.pid, 'SIGKILL');
}, 20)`;
new Worker(watch, { eval: true }).unref();

const [width, height, ...fontFiles] = process.argv.slice(2);
const svg = await text(process.stdin);
const font = { fontFiles, loadSystemFonts: false };
const own = new Resvg(svg, { font });
const mode = own.width * Number(height) > own.height * Number(width) ? 'width' : 'height';
const fitTo = { mode, value: Number(mode === 'width' ? width : height) } as const;
process.stdout.write(new Resvg(svg, { font, fitTo }).render().asPng());
