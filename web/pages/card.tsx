/** The picture that a shared page shows elsewhere, as an SVG: the headline figures of the day. */
import { renderToString } from 'preact-render-to-string';
import { headlinesOf } from '../components/figures.tsx';
import type { HomePage } from '../data/home.ts';
import { fullDay } from '../format.ts';
import { t } from '../words.ts';

export const CARD = { width: 1200, height: 630 };

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
  const facts = [t.cite.asOf(fullDay(page.asOf.at)), new URL(page.baseUrl).host];
  if (demonstration) facts.push(t.demonstration);
  return renderToString(
    <svg xmlns="http://www.w3.org/2000/svg" {...CARD}>
      <rect {...CARD} fill="#fbfaf6" />
      <Lines y={98} size={34} weight={600} lines={wrapped(name, 56).slice(0, 1)} />
      <Lines y={164} size={42} family="Source Serif 4" lines={wrapped(call, 54)} />
      {headlinesOf(page).map(({ lead, after }, index) => (
        <g key={index} fill={index === 0 && page.money ? '#0b6b4f' : '#2a4f86'}>
          <Lines y={334 + index * 140} size={80} weight={600} lines={[lead]} />
          <Lines y={378 + index * 140} size={32} lines={wrapped(after, 70)} fill="#1d1c19" />
        </g>
      ))}
      <Lines y={590} size={24} lines={[facts.join(' · ')]} fill="#6a675f" />
    </svg>,
  );
}
