import * as words from '../messages/ru/author-samples';

/** What to put where; `select` is counted from the beginning of `text`. */
export interface Insertion {
  from: number;
  text: string;
  select: readonly [start: number, end: number];
}

/** @param caret offset in the text */
export type Insert = (text: string, caret: number) => Insertion;

/** A step under the caret's line, with a name that no other step has. */
export const insertStep: Insert = (text, caret) =>
  block(text, caret, `- [ ] ${words.buttonStep} {#${freeId(text, 'step')}}`, words.buttonStep);

export const insertSection: Insert = (text, caret) =>
  block(text, caret, `## ${words.sectionTitle} {#${freeId(text, 'section')}}`, words.sectionTitle);

export const insertWarning: Insert = (text, caret) =>
  block(text, caret, `> [!WARNING]\n> ${words.warningText}`, words.warningText);

/** @param source path beside the guide: `pictures/menu.svg` */
export function insertPicture(source: string): Insert {
  return (text, caret) =>
    block(text, caret, `![${words.pictureDescription}](${source})`, words.pictureDescription);
}

/** Right at the caret, inside its sentence. */
export const insertTrail: Insert = (_text, caret) => {
  const trail = words.menuTrail;
  return { from: caret, text: trail, select: spanOf(trail, words.menuTrailStart) };
};

/**
 * A mark at the end of the caret's line, where the language wants it.
 * @param condition as authors write it: `age<14`
 */
export function insertCondition(condition: string): Insert {
  return (text, caret) => {
    const from = endOfLine(text, caret);
    const mark = `${/\s$/.test(text.slice(0, from)) ? '' : ' '}{if: ${condition}}`;
    return { from, text: mark, select: [mark.length, mark.length] };
  };
}

/** A block of its own, with an empty line on either side. */
function block(text: string, caret: number, added: string, placeholder: string): Insertion {
  const from = endOfBlock(text, caret);
  const after = text.slice(from);
  const above = /(?:^|\n\n)$/.test(text.slice(0, from))
    ? ''
    : text[from - 1] === '\n'
      ? '\n'
      : '\n\n';
  const below = after === '' || /^\n[^\n]/.test(after) ? '\n' : '';
  const [start, end] = spanOf(added, placeholder);
  return {
    from,
    text: above + added + below,
    select: [above.length + start, above.length + end],
  };
}

function spanOf(text: string, part: string): [number, number] {
  const start = text.indexOf(part);
  return [start, start + part.length];
}

/** A paragraph or note stays whole, and a step keeps the details that are indented under it. */
function endOfBlock(text: string, caret: number): number {
  const from = endOfLine(text, caret);
  const isInBlock = text[from - 1] !== '\n';
  const rest = isInBlock ? /^(?:\n+[ \t]+\S.*|\n.*\S.*)*/.exec(text.slice(from)) : null;
  return from + (rest?.[0].length ?? 0);
}

/** Inside the front matter nothing can stand: the end of the text is meant then. */
function endOfLine(text: string, caret: number): number {
  const front = /^---\n[\s\S]*?\n---(?:\n|$)/.exec(text)?.[0].length ?? 0;
  const end = caret < front ? -1 : text.indexOf('\n', caret);
  return end === -1 ? text.length : end;
}

function freeId(text: string, stem: string): string {
  for (let number = 1; ; number += 1) {
    const id = `${stem}-${String(number)}`;
    if (!text.includes(`{#${id}}`)) return id;
  }
}
