import Papa from 'papaparse';

export type Delimiter = ';' | ',' | '\t';
export const DELIMITERS: readonly Delimiter[] = [';', '\t', ','];

export interface DelimitedRow {
  /** Physical line where the row begins. */
  line: number;
  cells: string[];
}

export interface DelimitedText {
  rows: DelimitedRow[];
  /** Lines whose quotes do not pair; they were split without regard to quotes. */
  broken: number[];
}

/** Each broken line restarts the parser; text with more of them does not use quotes for quoting at all. */
const MAX_RESTARTS = 20;

/**
 * Delimited text to rows with their physical lines.
 *
 * One unpaired quote would swallow all lines up to the next quote. So a line with broken quotes is
 * taken literally and the reading goes on behind it.
 *
 * @param text line breaks must be `\n`
 */
export function parseDelimited(
  text: string,
  delimiter: Delimiter,
  firstLine: number,
): DelimitedText {
  const result: DelimitedText = { rows: [], broken: [] };
  let rest = text;
  let line = firstLine;
  while (rest !== '') {
    const literally = result.broken.length >= MAX_RESTARTS;
    const { data, errors } = Papa.parse<string[]>(rest, {
      delimiter,
      newline: '\n',
      fastMode: literally,
    });
    const brokenRow = literally ? undefined : firstBroken(data, errors, delimiter);

    const whole = brokenRow === undefined ? data : data.slice(0, brokenRow);
    let linesRead = 0;
    for (const cells of whole) {
      result.rows.push({ line: line + linesRead, cells: literally ? cells.map(unquote) : cells });
      linesRead += 1 + countBreaks(cells);
    }
    line += linesRead;
    if (brokenRow === undefined) break;

    rest = skipLines(rest, linesRead);
    const end = rest.indexOf('\n');
    const brokenLine = end === -1 ? rest : rest.slice(0, end);
    result.rows.push({ line, cells: brokenLine.split(delimiter).map(unquote) });
    result.broken.push(line);
    line++;
    rest = end === -1 ? '' : rest.slice(end + 1);
  }
  return result;
}

/**
 * A row with an unpaired quote: one that the parser complains of, or one whose cell swallowed a line
 * that is a row itself, since a quote further down happened to close it.
 */
function firstBroken(
  data: string[][],
  errors: Papa.ParseError[],
  delimiter: Delimiter,
): number | undefined {
  const reported = errors.find((error) => error.type === 'Quotes')?.row;
  const swallowing = data.findIndex((cells) =>
    cells.some(
      (cell) =>
        cell.includes('\n') &&
        cell.split('\n').some((line, i) => i > 0 && line.split(delimiter).length > 2),
    ),
  );
  if (swallowing === -1) return reported;
  return Math.min(swallowing, reported ?? swallowing);
}

function countBreaks(cells: string[]): number {
  let breaks = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) breaks++;
  }
  return breaks;
}

function skipLines(text: string, lines: number): string {
  let at = 0;
  for (let i = 0; i < lines; i++) at = text.indexOf('\n', at) + 1;
  return text.slice(at);
}

function unquote(cell: string): string {
  const quoted = /^\s*"(.*)"\s*$/.exec(cell);
  return quoted ? (quoted[1] ?? '').replaceAll('""', '"') : cell;
}
