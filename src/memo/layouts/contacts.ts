import type { Contact } from '../../guide';
import * as words from '../../messages/ru/memo-sheet';
import { channelsOf } from '../address';
import type { Mark } from '../document';
import type { FontBook } from '../fonts';
import { setText, SMALLEST_TYPE } from '../part';
import { textRun } from '../rich-text';
import type { Run } from '../wrap';
import { rule } from './marks';
import { solidPart, type Panel } from './panel';

/** Two contacts stand side by side when each gets at least this many ems. */
const NARROWEST_COLUMN = 17;

/** The contacts block: where to ask, each with what it serves. */
export function contactsPanel(
  book: FontBook,
  contacts: readonly Contact[],
  { width, size }: { width: number; size: number },
): Panel {
  if (contacts.length === 0) return { width, height: 0, parts: [] };
  const gutter = size * 2;
  const columns = width / 2 >= size * NARROWEST_COLUMN && contacts.length > 1 ? 2 : 1;
  const columnWidth = (width - gutter * (columns - 1)) / columns;
  const title = setText(
    book,
    [textRun(words.didNotWork, 'bold')],
    { size: size * 1.1, leading: 1.2 },
    { x: 0, y: 0, width },
  );
  const titleTop = size * 0.6;
  const panel: Panel = {
    width,
    height: titleTop + title.height + size * 0.4,
    parts: [
      { part: solidPart('artifact', { width, height: 1.2 }, [rule(0, 0, width, 1.2)]), x: 0, y: 0 },
      { part: solidPart('h2', { width, height: title.height }, title.marks), x: 0, y: titleTop },
    ],
  };
  for (let first = 0; first < contacts.length; first += columns) {
    const row = contacts
      .slice(first, first + columns)
      .map((contact) => contactPart(book, contact, columnWidth, size));
    const top = panel.height + (first > 0 ? size * 0.5 : 0);
    panel.parts.push(
      ...row.map((part, column) => ({ part, x: column * (columnWidth + gutter), y: top })),
    );
    panel.height = top + Math.max(...row.map((part) => part.height));
  }
  return panel;
}

function contactPart(book: FontBook, contact: Contact, width: number, size: number) {
  const marks: Mark[] = [];
  let y = 0;
  const add = (runs: Run[], lineSize: number, leading: number): void => {
    const style = { size: Math.max(SMALLEST_TYPE, lineSize), leading };
    const set = setText(book, runs, style, { x: 0, y, width });
    marks.push(...set.marks);
    y += set.height;
  };
  const { phone, phoneNote } = contact;
  for (const channel of channelsOf(contact)) {
    add([{ text: channel, face: 'bold' }], size * 1.12, 1.3);
    if (channel === phone && phoneNote !== undefined) add([textRun(phoneNote)], size * 0.86, 1.25);
  }
  add([textRun(`${contact.name}: `, 'medium'), textRun(contact.serves)], size * 0.9, 1.26);
  return solidPart('paragraph', { width, height: y }, marks);
}

/** The contacts in as few lines as they can be in, each with its first channel and what it serves. */
export function contactLinesPanel(
  book: FontBook,
  contacts: readonly Contact[],
  { width, size }: { width: number; size: number },
): Panel {
  if (contacts.length === 0) return { width, height: 0, parts: [] };
  const line = solidPart('artifact', { width, height: 1.2 }, [rule(0, 0, width, 1.2)]);
  const panel: Panel = { width, height: size * 0.5, parts: [{ part: line, x: 0, y: 0 }] };
  for (const contact of contacts) {
    const place = { x: 0, y: 0, width };
    const { marks, height } = setText(book, contactLine(contact), { size, leading: 1.28 }, place);
    const part = solidPart('paragraph', { width, height }, marks);
    panel.parts.push({ part, x: 0, y: panel.height });
    panel.height += height;
  }
  return panel;
}

/** A contact in a sentence: the first of its channels, and what it serves. */
export function contactLine(contact: Contact): Run[] {
  const [channel = ''] = channelsOf(contact);
  return [{ text: channel, face: 'bold' }, textRun(` — ${contact.serves}`)];
}

/** The shortest that still says whom one asks. */
export function namedContactLine(contact: Contact): Run[] {
  const [channel = ''] = channelsOf(contact);
  return [textRun(`${contact.name}: `), { text: channel, face: 'bold' }];
}
