import * as words from '../../messages/ru/memo-sheet';
import type { Layer } from '../document';
import { flow, type FlowedColumn } from '../flow';
import type { FontBook } from '../fonts';
import type { LaidOut } from '../lay-out-memo';
import type { MemoFamily, MemoRequest, Warn } from '../memo';
import { fittingSize, placePart, setText, textParts, type Part } from '../part';
import { textRun } from '../rich-text';
import type { Run } from '../wrap';
import { assemble } from './assemble';
import { headBand } from './band';
import { contactLinesPanel, contactsPanel } from './contacts';
import { fieldPart, rowPart, type Field, type FieldStyle } from './form-fields';
import { placePanel, solidPart, type Panel } from './panel';
import { A4, CELL, mm } from './paper';
import { PAGE_STYLE } from './sheet-style';

const MARGIN = mm(10);
const X = MARGIN + PAGE_STYLE.inset;
const BOTTOM = A4.height - MARGIN;
const WIDTH = mm(180);
const LEADING = 1.3;
/** Between fields, from airy to dense; the first that leaves the form on one sheet is taken. */
const FIELD_GAPS = [mm(7), mm(5.5), mm(4.5), mm(3.5), mm(2.6)] as const;

/** Type sizes in points. */
interface FormStyle extends FieldStyle {
  heading: number;
  text: number;
  name: readonly number[];
  contacts: number;
}

const STYLE: FormStyle = {
  label: 11.5,
  hint: 9.5,
  heading: 14,
  text: 11.5,
  name: [15, 14, 13, 12],
  contacts: 11.5,
  labelWidth: mm(52),
};

const LARGE_STYLE: FormStyle = {
  label: 16,
  hint: 14,
  heading: 19,
  text: 16,
  name: [20, 18, 16],
  contacts: 14,
  labelWidth: 0,
};

const SNILS = [3, '-', 3, '-', 3, ' ', 2] as const;
const DATE = [2, '.', 2, '.', 4] as const;

/** What the school needs to prepare a parent's profile; nothing of it is ever filled in for the family. */
const CHILD_FIELD: Field = { label: words.childSnils, comb: SNILS };
/** Those of a row stand side by side where their labels are above them. */
const PARENT_ROWS: readonly (readonly Field[])[] = [
  [{ label: words.wholeName, lines: 2 }],
  [
    { label: words.birthDate, comb: DATE },
    { label: words.snils, comb: SNILS, tick: words.noSnils },
  ],
  [
    {
      label: words.phone,
      hint: words.phoneHint,
      comb: ['+7', 3, ' ', 3, '-', 2, '-', 2],
    },
  ],
  [
    {
      label: words.email,
      hint: words.emailHint,
      lines: 1,
    },
  ],
];

/** The data-request form: a sheet for each family, with the child's name and class filled in. */
export function layOutForms(request: MemoRequest, book: FontBook, warn: Warn): LaidOut {
  const form = new FormComposer(request, book, warn);
  return assemble(
    request.families.map((family) => form.compose(family)),
    A4,
    request.bothSides,
  );
}

class FormComposer {
  private readonly book: FontBook;
  private readonly request: MemoRequest;
  private readonly style: FormStyle;
  private readonly band: { layer: Layer; bottom: number };
  /** Sheets by the height of the child's name, which is all that differs. */
  private readonly sheets = new Map<number, FormSheet[]>();

  constructor(request: MemoRequest, book: FontBook, warn: Warn) {
    this.request = request;
    this.book = book;
    const { heading = '', large = false } = request;
    this.style = large ? LARGE_STYLE : STYLE;
    const box = { x: MARGIN, y: MARGIN, width: mm(190) };
    const { blocks, bottom } = headBand(
      book,
      heading === '' ? words.formHeading : heading,
      PAGE_STYLE,
      box,
      warn,
    );
    this.band = { layer: { shared: true, blocks }, bottom };
  }

  compose(family: MemoFamily): Layer[][] {
    const child = this.childPart(family);
    let sheets = this.sheets.get(child.height);
    if (!sheets) {
      sheets = this.composeSheets(child);
      this.sheets.set(child.height, sheets);
    }
    return sheets.map(({ before, childTop, after }, index) => [
      ...(index === 0 ? [this.band.layer] : []),
      before,
      ...(childTop === undefined
        ? []
        : [{ shared: false, blocks: [placePart(child, X, childTop)] }]),
      after,
    ]);
  }

  private composeSheets(child: Part): FormSheet[] {
    const { contacts } = this.request;
    const place = { width: WIDTH, size: this.style.contacts };
    const before = [...this.introduction(), this.headingPart(words.child)];
    const columnsAt = (gap: number, panel: Panel): FlowedColumn[] => {
      const columns = flow([...before, child, ...this.fieldsAt(gap)], (index) => ({
        x: X,
        top: index === 0 ? this.band.bottom + CELL : MARGIN,
        bottom: BOTTOM,
      }));
      const last = columns[columns.length - 1];
      const isFull = last !== undefined && last.end + mm(3) + panel.height > BOTTOM;
      return isFull ? [...columns, { blocks: [], end: MARGIN }] : columns;
    };
    let columns: FlowedColumn[] = [];
    const whole = contactsPanel(this.book, contacts, place);
    let panel = whole;
    // A long note takes some words of the contacts before it takes a sheet; a second has room for all.
    for (const attempt of [whole, contactLinesPanel(this.book, contacts, place), whole]) {
      panel = attempt;
      columns = firstOnOneSheet(FIELD_GAPS.map((gap) => () => columnsAt(gap, attempt)));
      if (columns.length === 1) break;
    }
    const childAt = before.length;
    let seen = 0;
    return columns.map(({ blocks }, index) => {
      const at = childAt - seen;
      seen += blocks.length;
      const isLast = index === columns.length - 1;
      const rest = [
        ...blocks.slice(Math.max(0, at + 1)),
        ...(isLast ? placePanel(panel, X, BOTTOM - panel.height) : []),
      ];
      return {
        before: { shared: true, blocks: blocks.slice(0, Math.max(0, at)) },
        childTop: blocks[at]?.box.y,
        after: { shared: true, blocks: rest },
      };
    });
  }

  private fieldsAt(gap: number): Part[] {
    const { book, style } = this;
    const rows = style.labelWidth === 0 ? PARENT_ROWS : PARENT_ROWS.flat().map((field) => [field]);
    return [
      fieldPart(book, CHILD_FIELD, style, { width: WIDTH, gap }),
      { ...this.headingPart(words.parent), gap: gap * 1.8 },
      ...rows.map((fields) => rowPart(book, fields, style, { width: WIDTH, gap })),
    ];
  }

  private introduction(): Part[] {
    const { school, deadline = '', note = '' } = this.request;
    const texts: Run[][] = [
      ...(school === '' ? [] : [[textRun(school, 'medium')]]),
      [textRun(words.formLead)],
      ...(deadline === '' ? [] : [[textRun(words.until(deadline), 'bold')]]),
      ...(note === '' ? [] : [[textRun(words.fromTeacher, 'bold'), textRun(note)]]),
    ];
    return texts.flatMap((runs) =>
      textParts(
        this.book,
        runs,
        { size: this.style.text, leading: LEADING },
        { left: 0, width: WIDTH, tag: 'paragraph', gap: this.style.text * 0.45 },
      ),
    );
  }

  private textPart(runs: readonly Run[], size: number, gap: number): Part {
    const place = { x: 0, y: 0, width: WIDTH };
    const { marks, height } = setText(this.book, runs, { size, leading: LEADING }, place);
    return { ...solidPart('paragraph', { width: WIDTH, height }, marks), gap };
  }

  private headingPart(text: string): Part {
    const part = this.textPart([textRun(text, 'bold')], this.style.heading, mm(5));
    return { ...part, tag: 'h2', keepWithNext: true };
  }

  private childPart({ childName, className }: MemoFamily): Part {
    if (childName === '') {
      const field = { label: words.whoseForm, lines: 1 };
      return fieldPart(this.book, field, this.style, { width: WIDTH, gap: mm(4.5) });
    }
    const runs: Run[] = [
      { text: childName, face: 'bold' },
      ...(className === '' ? [] : [textRun(words.andClass(className))]),
    ];
    const size = fittingSize(this.book, runs, this.style.name, { width: WIDTH, lines: 2 });
    return this.textPart(runs, size, mm(1.5));
  }
}

/** The first that takes one sheet, or else the last. */
function firstOnOneSheet(attempts: readonly (() => FlowedColumn[])[]): FlowedColumn[] {
  let columns: FlowedColumn[] = [];
  for (const attempt of attempts) {
    columns = attempt();
    if (columns.length === 1) break;
  }
  return columns;
}

interface FormSheet {
  before: Layer;
  /** Undefined on a sheet without the child's name. */
  childTop: number | undefined;
  after: Layer;
}
