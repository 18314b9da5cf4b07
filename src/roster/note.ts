/** What a note can be about. */
export const NOTE_KINDS = [
  'file-damaged',
  'quotes-broken',
  'text-cleaned',
  'header-guessed',
  'column-ignored',
  'column-repeated',
  'cell-outside-columns',
  'row-skipped',
  'class-from-title',
  'number-restored',
  'formula-failed',
  'sheet-skipped',
] as const;

/** Something about an import that its owner should know: never silent, never a finding. */
export interface RosterNote {
  kind: (typeof NOTE_KINDS)[number];
  /** Line of the file; absent where the note is about the whole file. */
  line?: number;
  /** Russian, complete in itself. */
  message: string;
}

/** «3, 5, 8 и ещё 12»: enough to look the lines up, short however many there are. */
export function listLines(lines: readonly number[], shown = 5): string {
  const head = lines.slice(0, shown).join(', ');
  return lines.length > shown ? `${head} и ещё ${lines.length - shown}` : head;
}
