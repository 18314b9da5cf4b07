/** One operation of a path, as in PDF: move, line, curve, rectangle, close. */
export type Segment =
  | readonly ['m', number, number]
  | readonly ['l', number, number]
  | readonly ['c', number, number, number, number, number, number]
  | readonly ['re', number, number, number, number]
  | readonly ['h'];

/** The same path for an SVG `d` attribute. */
export function pathData(segments: readonly Segment[]): string {
  return segments
    .map((segment) => {
      switch (segment[0]) {
        case 're': {
          const [, x, y, width, height] = segment;
          return `M${join(x, y)}h${join(width)}v${join(height)}h${join(-width)}z`;
        }
        case 'h':
          return 'z';
        default: {
          const [operator, ...numbers] = segment;
          return operator.toUpperCase() + join(...numbers);
        }
      }
    })
    .join('');
}

function join(...numbers: number[]): string {
  return numbers.map((number) => String(Math.round(number * 100) / 100)).join(' ');
}

/** A circle as four curves. */
export function circle(x: number, y: number, radius: number): Segment[] {
  const handle = radius * 0.5523;
  return [
    ['m', x + radius, y],
    ['c', x + radius, y + handle, x + handle, y + radius, x, y + radius],
    ['c', x - handle, y + radius, x - radius, y + handle, x - radius, y],
    ['c', x - radius, y - handle, x - handle, y - radius, x, y - radius],
    ['c', x + handle, y - radius, x + radius, y - handle, x + radius, y],
    ['h'],
  ];
}

/** A rectangle with round corners. */
export function roundedBox(
  x: number,
  y: number,
  width: number,
  height: number,
  radius: number,
): Segment[] {
  const [right, bottom] = [x + width, y + height];
  const rest = radius * (1 - 0.5523);
  return [
    ['m', x + radius, y],
    ['l', right - radius, y],
    ['c', right - rest, y, right, y + rest, right, y + radius],
    ['l', right, bottom - radius],
    ['c', right, bottom - rest, right - rest, bottom, right - radius, bottom],
    ['l', x + radius, bottom],
    ['c', x + rest, bottom, x, bottom - rest, x, bottom - radius],
    ['l', x, y + radius],
    ['c', x, y + rest, x + rest, y, x + radius, y],
    ['h'],
  ];
}
