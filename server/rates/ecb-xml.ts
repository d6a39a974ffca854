import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { z } from 'zod';
import { refuseFile, type FileDay } from './file.ts';

/** Text stays text, and nothing is expanded: figures need no entity. */
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  processEntities: false,
  parseTagValue: false,
  parseAttributeValue: false,
  isArray: (name) => name === 'Cube',
});

const rateCube = z.object({ currency: z.string(), rate: z.string() });
const dayCube = z.object({ time: z.string(), Cube: z.array(rateCube) });
/** Cubes of days in a cube without attributes, in GESMES' envelope. */
const envelope = z.object({
  Envelope: z.object({ Cube: z.tuple([z.object({ Cube: z.array(dayCube) })]) }),
});

/** The days of an ECB XML file. Throws where it is none, or was cut off. */
export function readXml(text: string): FileDay[] {
  if (!/^\s*(<\?xml\b|<[\w:]*Envelope\b)/.test(text)) {
    throw refuseFile("is neither the ECB's CSV nor its XML");
  }
  // Documents with a type of their own are none of the ECB's, and are not even read.
  if (/<!doctype/i.test(text)) throw refuseFile('has a document type');
  const valid = XMLValidator.validate(text);
  if (valid !== true) throw refuseFile(`line ${valid.err.line}: ${valid.err.msg}`);
  const parsed = envelope.safeParse(contentOf(text));
  if (!parsed.success) {
    const [{ path } = { path: [] }] = parsed.error.issues;
    throw refuseFile(`has not the shape of the ECB's XML at ${path.join('.')}`);
  }
  return parsed.data.Envelope.Cube[0].Cube.map(({ time, Cube }, index) => ({
    place: `day ${index + 1}`,
    day: time,
    rates: Cube.map(({ currency, rate }) => ({ currency, perEuro: rate })),
  }));
}

/** The parser throws on what nobody means well with: tags nested without end, or named `__proto__`. */
function contentOf(text: string): unknown {
  try {
    return parser.parse(text);
  } catch {
    throw refuseFile("has not the shape of the ECB's XML");
  }
}
