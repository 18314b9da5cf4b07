/** Where each arrow leads in the table, in rows and in controls of a row. */
const STEPS: Readonly<Partial<Record<string, readonly [rows: number, controls: number]>>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/** The box and the name of each row; what is wrong there is reached with Tab. */
const CONTROLS = 'input, button';

/**
 * The control that a key leads to in a table of rows, as in a spreadsheet: the arrows to its
 * neighbours, Ctrl+Home and Ctrl+End to the first and the last row. Undefined: the key is not ours,
 * or nothing is there.
 */
export function controlByKey(event: KeyboardEvent): HTMLElement | undefined {
  const row = rowOf(event);
  const rows = row ? [...(row.parentElement?.children ?? [])] : [];
  if (!row) return undefined;
  const own = controlsOf(row).indexOf(event.target as HTMLElement);
  if (own < 0) return undefined;
  const at = rows.indexOf(row);
  if (event.ctrlKey) {
    const end = { Home: rows[0], End: rows.at(-1) }[event.key];
    return end && controlsOf(end)[own];
  }
  const [down, right] = STEPS[event.key] ?? [0, 0];
  if (down === 0 && right === 0) return undefined;
  const next = rows[at + down];
  return next && controlsOf(next)[own + right];
}

/** The row of the table that has the focus when a key is pressed. */
export function rowOf(event: KeyboardEvent): HTMLTableRowElement | null {
  return (event.target as HTMLElement).closest('tr');
}

function controlsOf(row: Element): HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>(CONTROLS)];
}
