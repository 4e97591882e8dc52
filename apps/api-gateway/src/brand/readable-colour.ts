/** The two papers of the pages (pages/style.ts). */
const lightPaper = '#fffdf9';
const darkPaper = '#15121c';
/** Enhanced contrast: WCAG 2.2, success criterion 1.4.6. */
const enough = 7;
/** Fine enough that the nearest colour looks like the one that was chosen. */
const steps = 256;

type Rgb = readonly [number, number, number];

/** The colour as it is where it reads on a light page, or else the nearest darker one that does. */
export const onLight = (colour: string): string => nearestThatReads(colour, lightPaper, '#000000');

/** The same for a dark page: the nearest lighter one. */
export const onDark = (colour: string): string => nearestThatReads(colour, darkPaper, '#ffffff');

/** Goes from a colour towards black or white in straight steps, which keeps its hue, and takes the first that reads. */
function nearestThatReads(colour: string, paper: string, towards: string): string {
  for (let step = 0; step <= steps; step += 1) {
    const candidate = mixed(colour, towards, step / steps);
    if (contrast(candidate, paper) >= enough) return candidate;
  }
  return towards;
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(rgbOf(one)), luminance(rgbOf(other))].toSorted(
    (a, b) => a - b,
  );
  return (lighter + 0.05) / (darker + 0.05);
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(rgb: Rgb): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function mixed(colour: string, towards: string, share: number): string {
  const to = rgbOf(towards);
  const channels = rgbOf(colour).map((channel, at) =>
    Math.round(channel + ((to[at] ?? 0) - channel) * share),
  );
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

const rgbOf = (colour: string): Rgb => [
  Number.parseInt(colour.slice(1, 3), 16),
  Number.parseInt(colour.slice(3, 5), 16),
  Number.parseInt(colour.slice(5, 7), 16),
];
