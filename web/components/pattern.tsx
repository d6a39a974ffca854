/** Solid: received, largest site. Hatched: agreed, other sites. Dotted: promised. Crossed: counts no more. */
export type Pattern = 'solid' | 'hatched' | 'dotted' | 'waiting' | 'crossed';
/** Ink is for keys of money and GPUs together. */
export type Tone = 'money' | 'gpus' | 'ink';

const TONES: Tone[] = ['money', 'gpus', 'ink'];

/** An attribute, because a stylesheet can't name a pattern of the document. */
export const fillOf = (pattern: Pattern, tone: Tone) =>
  pattern === 'solid' || pattern === 'waiting'
    ? { class: pattern }
    : { fill: `url(#${pattern}-${tone})` };

export const Patterns = () => (
  <svg class="patterns" width="0" height="0" aria-hidden="true">
    <defs>
      {TONES.map((tone) => (
        <>
          <pattern
            id={`hatched-${tone}`}
            class={tone}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect class="tint" width="6" height="6" />
            <rect class="solid" width="2.6" height="6" />
          </pattern>
          <pattern
            id={`dotted-${tone}`}
            class={tone}
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
          >
            <circle class="solid" cx="2.5" cy="2.5" r="0.95" />
          </pattern>
          <pattern id={`crossed-${tone}`} width="6" height="6" patternUnits="userSpaceOnUse">
            <rect class="track" width="6" height="6" />
            <path class="crossed" d="M0 0l6 6M6 0l-6 6" />
          </pattern>
        </>
      ))}
    </defs>
  </svg>
);

export const Swatch = ({ pattern, tone }: { pattern: Pattern; tone: Tone }) => (
  <svg class={`swatch ${tone}`} width="12" height="12" aria-hidden="true">
    {pattern === 'waiting' ? (
      <rect class={pattern} x="0.75" y="0.75" width="10.5" height="10.5" />
    ) : (
      <rect width="12" height="12" {...fillOf(pattern, tone)} />
    )}
  </svg>
);
