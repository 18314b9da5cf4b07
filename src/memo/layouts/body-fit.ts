import * as words from '../../messages/ru/memo-sheet';
import type { BodyItem } from '../body';
import { bodyParts } from '../body-parts';
import { flow, heightOf, type Column, type FlowedColumn } from '../flow';
import type { FontBook } from '../fonts';
import type { MemoFamily, MemoRequest } from '../memo';
import { memoBody } from '../memo-body';
import { textParts, type Part } from '../part';
import { textRun } from '../rich-text';
import { contactsPanel } from './contacts';
import type { Panel } from './panel';
import type { SheetStyle } from './sheet-style';

/** Of the distances between the parts of the body, from airy to dense. */
const SPACINGS = [1, 0.7, 0.45] as const;

type Access = MemoFamily['access'];

/** What stands under the head of a sheet. */
interface Body {
  /** Type size of the steps. */
  size: number;
  /** The teacher's words and the steps. */
  parts: Part[];
  /** How many of the parts are the teacher's words. */
  messages: number;
  contacts: Panel;
}

/** A body with the places of its parts. */
export interface FittedBody extends Body {
  sheets: FlowedColumn[];
}

/** Sets the body of a memo as large as the room for it allows; a class of pupils needs few variants. */
export class BodyFitter {
  private readonly request: MemoRequest;
  private readonly book: FontBook;
  private readonly style: SheetStyle;
  private readonly width: number;
  private readonly set = new Map<string, Body>();

  constructor(request: MemoRequest, book: FontBook, style: SheetStyle, width: number) {
    this.request = request;
    this.book = book;
    this.style = style;
    this.width = width;
  }

  /**
   * The largest and airiest setting that fits one sheet with its contacts; if none does, the
   * largest up to the overleaf size that needs the fewest sheets.
   * @param column room for the body and the contacts on the n-th sheet, from 0
   */
  fit(access: Access, column: (index: number) => Column): FittedBody {
    const { details, bodyOverleaf } = this.style;
    const isWhole = details !== 'never';
    const onOne = this.fitOne(access, column, isWhole);
    if (onOne) return onOne;
    // What the phone tells need not cost the family a second half.
    if (details === 'where-they-fit' && this.request.appUrl !== undefined) {
      const shorter = this.fitOne(access, column, false);
      if (shorter) return shorter;
    }
    let best: FittedBody | undefined;
    for (const { size, spacing } of this.settings()) {
      if (size > bodyOverleaf) continue;
      const body = withSpacing(this.bodyAt(access, size, isWhole), spacing);
      const fitted = { ...body, sheets: this.flowWithContacts(body, column) };
      if (!best || fitted.sheets.length < best.sheets.length) best = fitted;
    }
    if (!best) throw new Error('A sheet style needs a size that may go on overleaf.');
    return best;
  }

  /** The largest and airiest setting that fits one sheet, if there is one. */
  private fitOne(
    access: Access,
    column: (index: number) => Column,
    isWhole: boolean,
  ): FittedBody | undefined {
    const { top, bottom } = column(0);
    for (const { size, spacing } of this.settings()) {
      const body = withSpacing(this.bodyAt(access, size, isWhole), spacing);
      const height = heightOf(body.parts) + this.style.gap + body.contacts.height;
      if (height <= bottom - top) return { ...body, sheets: flow(body.parts, column) };
    }
    return undefined;
  }

  private settings(): { size: number; spacing: number }[] {
    return this.style.body.flatMap((size) => SPACINGS.map((spacing) => ({ size, spacing })));
  }

  private bodyAt(access: Access, size: number, isWhole: boolean): Body {
    const key = `${access} ${String(size)} ${String(isWhole)}`;
    let body = this.set.get(key);
    if (!body) {
      body = this.setBody(access, size, isWhole);
      this.set.set(key, body);
    }
    return body;
  }

  private setBody(access: Access, size: number, isWhole: boolean): Body {
    const { contacts, done = [] } = this.request;
    const all = memoBody(this.request, access);
    const items = isWhole ? all : all.filter(this.isAction);
    const { width } = this;
    const messages = this.messages();
    const [first, ...rest] = bodyParts(this.book, items, { size, width, done });
    const steps = first ? [{ ...first, gap: messages.length > 0 ? size * 1.5 : 0 }, ...rest] : [];
    return {
      size,
      parts: [...messages, ...steps],
      messages: messages.length,
      contacts: contactsPanel(this.book, contacts, { width, size }),
    };
  }

  /** The contacts stand on the last sheet, if need be on one of their own. */
  private flowWithContacts(
    { parts, contacts }: Body,
    column: (index: number) => Column,
  ): FlowedColumn[] {
    const sheets = flow(parts, column);
    const last = sheets[sheets.length - 1];
    const { bottom } = column(sheets.length - 1);
    if (!last || last.end + this.style.gap + contacts.height <= bottom) return sheets;
    return [...sheets, { blocks: [], end: column(sheets.length).top }];
  }

  /** What to do; how to, the phone tells. A poster has no room for warnings either. */
  private readonly isAction = (item: BodyItem): boolean =>
    item.kind === 'section' ||
    item.kind === 'step' ||
    (item.kind === 'caption' && !item.ofStep) ||
    (item.kind === 'note' && this.style.details !== 'never');

  private messages(): Part[] {
    const size = this.style.small * 1.15;
    const { deadline = '', note = '' } = this.request;
    const texts = [
      ...(deadline === '' ? [] : [[textRun(words.until(deadline), 'bold')]]),
      ...(note === '' ? [] : [[textRun(words.fromTeacher, 'bold'), textRun(note)]]),
    ];
    return texts.flatMap((runs) =>
      textParts(
        this.book,
        runs,
        { size, leading: 1.3 },
        { left: 0, width: this.width, tag: 'paragraph', gap: size * 0.4 },
      ),
    );
  }
}

function withSpacing(body: Body, spacing: number): Body {
  return { ...body, parts: body.parts.map((part) => ({ ...part, gap: part.gap * spacing })) };
}
