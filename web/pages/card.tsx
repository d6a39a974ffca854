/** The picture that a shared page shows elsewhere, as an SVG: the headline figures of the day. */
import { renderToString } from 'preact-render-to-string';
import { headlinesOf } from '../components/figures.tsx';
import type { HomePage } from '../data/home.ts';
import { fullDay } from '../format.ts';
import { t } from '../words.ts';
import { warningOf } from './frame.tsx';

export const CARD = { width: 1200, height: 630 };
const INK = '#1d1c19';
const SERIF = 'Source Serif 4';

/** Our fonts have no other scripts. */
const LEGIBLE =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]*$/u;

/** Two lines at most, by count of letters: nothing here measures text. */
function wrapped(text: string, perLine: number): string[] {
  if (!LEGIBLE.test(text)) return [];
  const lines = [''];
  for (const word of text.split(/\s+/)) {
    const grown = `${lines.at(-1)} ${word}`.trim().slice(0, perLine + 1);
    if (grown.length <= perLine) lines[lines.length - 1] = grown;
    else lines.push(word.slice(0, perLine));
  }
  const filled = lines.filter((line) => line !== '');
  return filled.length > 2 ? [filled[0]!, `${filled[1]} …`] : filled;
}

interface LinesProps {
  y: number;
  size: number;
  lines: string[];
  fill?: string;
  weight?: number;
  family?: string;
}

const Lines = ({ y, size, lines, family = 'Inter', fill, weight }: LinesProps) => (
  <g font-family={family} font-size={size} font-weight={weight} fill={fill}>
    {lines.map((text, index) => (
      <text key={index} x="72" y={y + index * size * 1.25}>
        {text}
      </text>
    ))}
  </g>
);

export function renderCard(page: HomePage): string {
  const { name, call, demonstration } = page.initiative;
  const headlines = headlinesOf(page);
  const step = headlines.some(({ lead }) => lead) ? 132 : 56;
  const facts = [t.cite.asOf(fullDay(page.asOf.at)), new URL(page.baseUrl).host];
  const warning = [demonstration ? t.demonstration : '', warningOf(page.initiative)].join(' ');
  const warnings = wrapped(warning.trim(), 84);
  return renderToString(
    <svg xmlns="http://www.w3.org/2000/svg" {...CARD}>
      <rect {...CARD} fill="#fbfaf6" />
      <Lines y={92} size={34} weight={600} lines={wrapped(name, 56).slice(0, 1)} fill={INK} />
      <Lines y={156} size={42} family={SERIF} lines={wrapped(call, 52)} fill={INK} />
      {headlines.map(({ lead, after }, index) => (
        <g key={index} fill={index === 0 && page.money ? '#0b6b4f' : '#2a4f86'}>
          <Lines y={312 + index * step} size={84} family={SERIF} lines={[lead]} />
          <Lines y={356 + index * step} size={32} lines={wrapped(after, 70)} fill={INK} />
        </g>
      ))}
      <Lines y={586 - 30 * warnings.length} size={24} lines={warnings} fill={INK} />
      <Lines y={590} size={24} lines={[facts.join(' · ')]} fill="#6a675f" />
    </svg>,
  );
}
