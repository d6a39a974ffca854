/** What text and buttons need (WCAG 2.2, 1.4.3). */
export const LEAST_CONTRAST = 4.5;

/** The pages' backgrounds, as in web/styles/palette.css. */
export const PAPER = { light: '#fbfaf6', dark: '#131412' };

const channels = (hex: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = channels(hex).map((channel) =>
    channel <= 10 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** As WCAG 2.2 defines it, of colours such as "#0b6b4f". */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one) + 0.05, luminance(other) + 0.05];
  return Math.max(a, b) / Math.min(a, b);
}

/** The shade nearest to a colour, towards black or white, that has enough contrast with a theme's background. */
export function shadeOn(hex: string, theme: keyof typeof PAPER): string {
  const end = theme === 'light' ? 0 : 255;
  for (let share = 0; ; share += 0.02) {
    const mixed = channels(hex).map((channel) => Math.round(channel + (end - channel) * share));
    const shade = `#${Buffer.from(mixed).toString('hex')}`;
    if (contrast(shade, PAPER[theme]) >= LEAST_CONTRAST) return shade;
  }
}
