import type { Layer, Mark } from '../document';
import { flow } from '../flow';
import type { FontBook } from '../fonts';
import type { LaidOut } from '../lay-out-memo';
import type { MemoFamily, MemoRequest } from '../memo';
import { fittingSize, placePart, setText, textParts, type Part } from '../part';
import { roundedBox, type Segment } from '../path';
import { textRun } from '../rich-text';
import type { Run } from '../wrap';
import { assemble } from './assemble';
import { headBand } from './band';
import { contactsPanel } from './contacts';
import { rule } from './marks';
import { placePanel, solidPart } from './panel';
import { A4, CELL, mm } from './paper';
import { LARGE_PAGE_STYLE, PAGE_STYLE } from './sheet-style';

const MARGIN = mm(10);
const X = MARGIN + PAGE_STYLE.inset;
const BOTTOM = A4.height - MARGIN;
const WIDTH = mm(180);
const LEADING = 1.3;
const CELL_HEIGHT = mm(9);
const CELL_WIDTH = mm(7);
const LINE_GAP = mm(2);

/** Type sizes in points. */
interface FormStyle {
  label: number;
  hint: number;
  heading: number;
  text: number;
  name: readonly number[];
  /** Room for labels beside their fields; 0: they stand above them. */
  labelWidth: number;
}

const STYLE: FormStyle = {
  label: 11.5,
  hint: 9.5,
  heading: 14,
  text: 11.5,
  name: [15, 14, 13, 12],
  labelWidth: mm(52),
};

const LARGE_STYLE: FormStyle = {
  label: 16,
  hint: 14,
  heading: 19,
  text: 16,
  name: [20, 18, 16],
  labelWidth: 0,
};

/** What is filled in by hand. */
interface Field {
  label: string;
  hint?: string;
  /** Squares for figures, in groups joined by signs; without it, lines to write on. */
  comb?: readonly (number | string)[];
  /** A box to tick behind the squares. */
  tick?: string;
  lines?: number;
}

const SNILS = [3, '-', 3, '-', 3, ' ', 2] as const;
const DATE = [2, '.', 2, '.', 4] as const;

/** What the school needs to prepare a parent's profile; nothing of it is ever filled in for the family. */
const CHILD_FIELDS: readonly Field[] = [{ label: 'СНИЛС ребёнка', comb: SNILS }];
const PARENT_FIELDS: readonly Field[] = [
  { label: 'Фамилия, имя, отчество', lines: 2 },
  { label: 'Дата рождения', comb: DATE },
  { label: 'СНИЛС', comb: SNILS, tick: 'СНИЛС нет' },
  {
    label: 'Телефон',
    hint: 'Тот самый номер, который указан на Госуслугах. Без СНИЛС он обязателен.',
    comb: ['+7', 3, ' ', 3, '-', 2, '-', 2],
  },
  {
    label: 'Электронная почта',
    hint: 'Необязательно. Лучше та, которая указана на Госуслугах.',
    lines: 1,
  },
];

const TITLE = 'Данные для входа в электронный дневник';
const INTRODUCTION =
  'Чтобы вы вошли в дневник через Госуслуги, данные в школе должны совпасть с вашими данными на Госуслугах. Заполните лист печатными буквами и отдайте его классному руководителю в руки. Не отправляйте его снимок в чат.';

/** The data-request form: a sheet for each family, with the child's name and class filled in. */
export function layOutForms(request: MemoRequest, book: FontBook): LaidOut {
  const form = new FormComposer(request, book);
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

  constructor(request: MemoRequest, book: FontBook) {
    this.request = request;
    this.book = book;
    const { heading = '', large = false } = request;
    this.style = large ? LARGE_STYLE : STYLE;
    const box = { x: MARGIN, y: MARGIN, width: mm(190) };
    const band = large ? LARGE_PAGE_STYLE : PAGE_STYLE;
    const { blocks, bottom } = headBand(book, heading === '' ? TITLE : heading, band, box);
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
    const before = this.introduction();
    const after = [
      ...CHILD_FIELDS.map((field) => this.fieldPart(field)),
      { ...this.headingPart('Родитель (законный представитель)'), gap: mm(9) },
      ...PARENT_FIELDS.map((field) => this.fieldPart(field)),
    ];
    const parts = [...before, this.headingPart('Ребёнок'), child, ...after];
    const childAt = before.length + 1;
    const columns = flow(parts, (index) => ({
      x: X,
      top: index === 0 ? this.band.bottom + CELL : MARGIN,
      bottom: BOTTOM,
    }));
    const { contacts } = this.request;
    const panel = contactsPanel(this.book, contacts, { width: WIDTH, size: this.style.label });
    const last = columns[columns.length - 1];
    if (last && last.end + CELL + panel.height > BOTTOM) columns.push({ blocks: [], end: MARGIN });
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

  private introduction(): Part[] {
    const { school, deadline = '', note = '' } = this.request;
    const texts: Run[][] = [
      ...(school === '' ? [] : [[textRun(school, 'medium')]]),
      [textRun(INTRODUCTION)],
      ...(deadline === '' ? [] : [[textRun(`Срок: ${deadline}`, 'bold')]]),
      ...(note === '' ? [] : [[textRun('От классного руководителя. ', 'bold'), textRun(note)]]),
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
    if (childName === '') return this.fieldPart({ label: 'Фамилия, имя, класс', lines: 1 });
    const runs: Run[] = [
      { text: childName, face: 'bold' },
      ...(className === '' ? [] : [textRun(`, класс ${className}`)]),
    ];
    const size = fittingSize(this.book, runs, this.style.name, { width: WIDTH, lines: 2 });
    return this.textPart(runs, size, mm(1.5));
  }

  private fieldPart({ label, hint, comb, tick, lines = 1 }: Field): Part {
    const marks: Mark[] = [];
    const { labelWidth: left } = this.style;
    const top = this.placeLabel(marks, label);
    const width = WIDTH - left;
    let bottom = top + CELL_HEIGHT;
    if (comb) {
      const end = this.squares(marks, comb, left, top);
      if (tick !== undefined) this.tickBox(marks, tick, end + mm(6), top);
    } else {
      bottom = top + lines * CELL_HEIGHT + (lines - 1) * LINE_GAP;
      for (let line = 1; line <= lines; line += 1) {
        const y = top + line * CELL_HEIGHT + (line - 1) * LINE_GAP;
        marks.push(rule(left, y - 0.6, width, 0.6));
      }
    }
    if (hint !== undefined) {
      const place = { x: left, y: bottom + mm(1), width };
      const style = { size: this.style.hint, leading: LEADING };
      const text = setText(this.book, [textRun(hint)], style, place);
      marks.push(...text.marks);
      bottom += mm(1) + text.height;
    }
    return { ...solidPart('paragraph', { width: WIDTH, height: bottom }, marks), gap: mm(4.5) };
  }

  /** Answers how much height it takes from the field. */
  private placeLabel(marks: Mark[], text: string): number {
    const { label: size, labelWidth } = this.style;
    if (labelWidth > 0) {
      this.label(marks, text, { x: 0, y: 0, width: labelWidth - mm(2) });
      return 0;
    }
    const set = setText(
      this.book,
      [textRun(text, 'medium')],
      { size, leading: LEADING },
      { x: 0, y: 0, width: WIDTH },
    );
    marks.push(...set.marks);
    return set.height;
  }

  /** One line of text beside squares. */
  private label(
    marks: Mark[],
    text: string,
    { x, y, width }: { x: number; y: number; width: number },
  ): void {
    const style = { size: this.style.label, leading: LEADING };
    const place = { x, y: y + (CELL_HEIGHT - style.size * LEADING) / 2, width };
    marks.push(...setText(this.book, [textRun(text, 'medium')], style, place).marks);
  }

  /** Answers where the squares end. */
  private squares(
    marks: Mark[],
    groups: readonly (number | string)[],
    left: number,
    top: number,
  ): number {
    const segments: Segment[] = [];
    let x = left;
    for (const group of groups) {
      if (typeof group === 'number') {
        for (let index = 0; index < group; index += 1) {
          segments.push(['re', x, top, CELL_WIDTH, CELL_HEIGHT]);
          x += CELL_WIDTH;
        }
      } else {
        const size = this.style.label * 1.2;
        const width = this.book.width(group, 'medium', size);
        const room = Math.max(mm(4), width + mm(2.4));
        const y = top + (CELL_HEIGHT - size * LEADING) / 2;
        const place = { x: x + (room - width) / 2, y, width: room };
        const runs: Run[] = [{ text: group, face: 'medium' }];
        marks.push(...setText(this.book, runs, { size, leading: LEADING }, place).marks);
        x += room;
      }
    }
    marks.push({ type: 'path', segments, ink: 'black', stroke: { width: 0.7 } });
    return x;
  }

  private tickBox(marks: Mark[], label: string, x: number, top: number): void {
    const side = mm(5);
    marks.push({
      type: 'path',
      segments: roundedBox(x, top + (CELL_HEIGHT - side) / 2, side, side, 1.5),
      ink: 'black',
      stroke: { width: 0.9 },
    });
    const left = x + side + mm(2);
    this.label(marks, label, { x: left, y: top, width: WIDTH - left });
  }
}

interface FormSheet {
  before: Layer;
  /** Undefined on a sheet without the child's name. */
  childTop: number | undefined;
  after: Layer;
}
