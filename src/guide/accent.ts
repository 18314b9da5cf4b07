/**
 * The least contrast of text, WCAG 2.2, success criterion 1.4.3.
 */
const LEAST = 4.5;

/** What stands under links and buttons' borders: paper, sheet and notes of `pages/family.css`. */
export const SURFACES = {
  light: ['#fdfcf7', '#ffffff', '#eef4fb', '#fff4d6'],
  /** The last is a button's text on the accent. */
  dark: ['#141a1f', '#1c242b', '#1b2a39', '#33290f', '#10202f'],
} as const;

/**
 * The contrast of a colour with the least fitting of the light surfaces, when it is too small to be
 * read; undefined for a fit colour.
 * @param colour `#rrggbb`
 */
export function tooLittleContrast(colour: string): number | undefined {
  const least = leastContrast(colour, SURFACES.light);
  return least < LEAST ? least : undefined;
}

/** The same colour as chalk on the blackboard: as much lighter as it takes to be read. */
export function chalkOf(colour: string): string {
  for (let share = 0; share < 1; share += 0.05) {
    const lighter = mixWithWhite(colour, share);
    if (leastContrast(lighter, SURFACES.dark) >= LEAST) return lighter;
  }
  return '#ffffff';
}

function leastContrast(colour: string, surfaces: readonly string[]): number {
  return Math.min(...surfaces.map((surface) => contrast(colour, surface)));
}

/** From 1 to 21. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function mixWithWhite(colour: string, share: number): string {
  const mixed = channels(colour).map((channel) => Math.round(channel + (255 - channel) * share));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((start) => parseInt(colour.slice(start, start + 2), 16));
}
