import { Marked, type Token, type Tokens } from 'marked';
import type { Block, Condition, Inline, NoteKind, Section, Step } from './guide';
import type { CompileOptions } from './compile';
import { both } from './condition';
import { inlineOf } from './inline';
import { takeMarks, type Marks } from './marks';

/** Deeper nesting makes marked's time grow without bound; no guide needs it. */
const MAX_DEPTH = 5;
const TOO_DEEP = new RegExp(
  `^\\s*(?:>\\s?){${String(MAX_DEPTH + 1)},}|^\\s{${String(8 * MAX_DEPTH)},}\\S`,
);

const NOTE = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*(.*)$/;

/** Marks of the section that its steps inherit. */
interface Inherited {
  when: Condition | undefined;
  perChild: boolean;
  inMemo: boolean;
}

const NOTHING_INHERITED: Inherited = { when: undefined, perChild: false, inMemo: false };

/**
 * Compiles what stands under the front matter.
 * Lists and notes are compiled from their own text again, line by line, because marks and
 * line numbers belong to source lines, which marked's tokens do not carry.
 */
export class BodyCompiler {
  private readonly marked = new Marked({ gfm: true });
  private readonly idLines = new Map<string, number>();

  private readonly options: CompileOptions;
  private readonly report: (line: number, message: string) => void;

  constructor(options: CompileOptions, report: (line: number, message: string) => void) {
    this.options = options;
    this.report = report;
  }

  compile(body: string, firstLine: number): { lead: Block[]; sections: Section[] } {
    const lead: Block[] = [];
    const sections: Section[] = [];
    const deep = body.split('\n').findIndex((line) => TOO_DEEP.test(line));
    if (deep !== -1) {
      this.report(
        firstLine + deep,
        'Слишком глубокая вложенность. Уберите лишние отступы или «>».',
      );
      return { lead, sections };
    }
    let inherited = NOTHING_INHERITED;
    let blocks = lead;
    for (const { token, line } of this.tokens(body, firstLine)) {
      if (token.type === 'heading' && (token as Tokens.Heading).depth === 2) {
        const section = this.section(token as Tokens.Heading, line);
        sections.push(section);
        blocks = section.blocks;
        inherited = {
          when: section.when,
          perChild: section.perChild,
          inMemo: section.inMemo,
        };
      } else {
        blocks.push(...this.block(token, line, inherited, 0));
      }
    }
    return { lead, sections };
  }

  private *tokens(source: string, firstLine: number): Generator<{ token: Token; line: number }> {
    let line = firstLine;
    for (const token of this.marked.lexer(source)) {
      // marked puts blank lines before a token into that token's text in some cases.
      const blank = /^\n*/.exec(token.raw)?.[0].length ?? 0;
      if (token.type !== 'space') yield { token, line: line + blank };
      line += token.raw.split('\n').length - 1;
    }
  }

  private section(token: Tokens.Heading, line: number): Section {
    const { text, marks } = this.marks(token.text, line);
    if (text === '') this.report(line, 'У раздела нет названия.');
    if (marks.needsCode) {
      this.report(line, 'Пометка {needs: code} ставится у шага, в котором вводят код.');
    }
    return {
      id: this.claimId(marks, line, 'раздела', text),
      title: this.inline(text, line),
      ...(marks.when && { when: marks.when }),
      perChild: marks.perChild,
      inMemo: marks.inMemo,
      needs: marks.needs,
      blocks: [],
      line,
    };
  }

  private blocks(source: string, line: number, inherited: Inherited, depth: number): Block[] {
    if (depth > MAX_DEPTH) {
      this.report(line, 'Слишком глубокая вложенность. Уберите лишние отступы.');
      return [];
    }
    return [...this.tokens(source, line)].flatMap((item) =>
      this.block(item.token, item.line, inherited, depth),
    );
  }

  private block(token: Token, line: number, inherited: Inherited, depth: number): Block[] {
    switch (token.type) {
      case 'paragraph':
      case 'text':
        return [this.paragraph(token as Tokens.Paragraph, line)];
      case 'list':
        return this.list(token as Tokens.List, line, inherited, depth);
      case 'blockquote':
        return [this.note(token as Tokens.Blockquote, line, inherited, depth)];
      case 'table':
        return [this.table(token as Tokens.Table, line)];
      case 'heading':
        return [this.heading(token as Tokens.Heading, line)];
      case 'html':
        return [{ type: 'paragraph', content: [{ type: 'text', text: token.raw.trim() }] }];
      case 'code':
        return [
          { type: 'paragraph', content: [{ type: 'code', text: (token as Tokens.Code).text }] },
        ];
      case 'def':
        return [];
      default:
        this.report(line, `Такая разметка не поддерживается: ${token.raw.trim().slice(0, 40)}`);
        return [];
    }
  }

  private paragraph(token: Tokens.Paragraph, line: number): Block {
    const [only, ...others] = token.tokens;
    if (only?.type !== 'image' || others.length > 0) {
      return { type: 'paragraph', content: this.inline(token.text, line) };
    }
    const { href, text } = only as Tokens.Image;
    if (text.trim() === '') {
      this.report(line, `У рисунка «${href}» нет описания: ![что на нём нарисовано](${href}).`);
    }
    if (!/^pictures\/[a-z0-9-]+\.svg$/.test(href)) {
      this.report(line, `Рисунок «${href}»: нужен файл SVG в папке pictures рядом с памяткой.`);
    }
    return { type: 'picture', source: href, alternative: text };
  }

  private heading(token: Tokens.Heading, line: number): Block {
    if (token.depth < 2) {
      this.report(
        line,
        'Заголовок «#» не нужен: название памятки стоит в поле title. Пишите «##».',
      );
    }
    return { type: 'heading', content: this.inline(token.text, line) };
  }

  private table(token: Tokens.Table, line: number): Block {
    return {
      type: 'table',
      head: token.header.map((cell) => this.inline(cell.text, line)),
      rows: token.rows.map((row) => row.map((cell) => this.inline(cell.text, line))),
    };
  }

  private list(token: Tokens.List, line: number, inherited: Inherited, depth: number): Block[] {
    const items: Block[][] = [];
    const steps: Step[] = [];
    let itemLine = line;
    for (const item of token.items) {
      // «- [ ]» with nothing behind it is no task for marked.
      if (item.task || /^\[[ xX]?\]$/.test(item.text.trim())) {
        steps.push(this.step(item, itemLine, inherited, depth));
      } else {
        items.push(this.blocks(item.text, itemLine, inherited, depth + 1));
      }
      itemLine += item.raw.split('\n').length - 1;
    }
    if (steps.length > 0 && items.length > 0) {
      this.report(
        line,
        token.items.some(({ text }) => text.startsWith('[]'))
          ? 'В квадратике шага нет пробела: пишите «- [ ]».'
          : 'В одном списке и шаги «- [ ]», и обычные пункты. Разделите их.',
      );
    }
    return [
      ...(steps.length > 0 ? [{ type: 'steps' as const, steps }] : []),
      ...(items.length > 0 ? [{ type: 'list' as const, ordered: token.ordered, items }] : []),
    ];
  }

  private step(item: Tokens.ListItem, line: number, inherited: Inherited, depth: number): Step {
    const source = item.task ? item.text : '';
    const [firstLine = '', ...rest] = source.split('\n');
    const { text, marks } = this.marks(firstLine, line);
    if (text === '') {
      this.report(line, 'Шаг без действия: после «- [ ]» напишите, что сделать.');
    }
    const when = both(inherited.when, marks.when);
    return {
      id: this.claimId(marks, line, 'шага', text),
      aliases: marks.was,
      action: this.inline(text, line),
      detail: this.blocks(rest.join('\n'), line + 1, NOTHING_INHERITED, depth + 1),
      ...(when && { when }),
      perChild: marks.perChild || inherited.perChild,
      inMemo: marks.inMemo || inherited.inMemo,
      needs: marks.needs,
      needsCode: marks.needsCode,
      line,
    };
  }

  private note(token: Tokens.Blockquote, line: number, inherited: Inherited, depth: number): Block {
    const [firstLine = '', ...rest] = token.text.split('\n');
    const match = NOTE.exec(firstLine.trim());
    if (!match) {
      this.report(
        line,
        'Заметка начинается строкой «> [!NOTE]» (или TIP, IMPORTANT, WARNING, CAUTION).',
      );
      return {
        type: 'note',
        kind: 'note',
        blocks: this.blocks(token.text, line, inherited, depth + 1),
      };
    }
    const { text, marks } = this.marks(match[2] ?? '', line);
    if (text !== '') {
      this.report(line, 'Текст заметки начинают с новой строки, под «> [!…]».');
    }
    return {
      type: 'note',
      kind: (match[1] ?? 'note').toLowerCase() as NoteKind,
      blocks: this.blocks(rest.join('\n'), line + 1, inherited, depth + 1),
      ...(marks.when && { when: marks.when }),
    };
  }

  private marks(source: string, line: number): { text: string; marks: Marks } {
    return takeMarks(source, this.options.regions, (message) => {
      this.report(line, message);
    });
  }

  private claimId(marks: Marks, line: number, what: string, text: string): string {
    if (marks.id === undefined) {
      this.report(
        line,
        text.includes('{#')
          ? `Имя {#…} у ${what} стоит не на месте: перенесите его в самый конец строки.`
          : `У ${what} нет постоянного имени: добавьте в конец строки {#имя}.`,
      );
      return `line-${String(line)}`;
    }
    for (const id of [marks.id, ...marks.was]) {
      const earlier = this.idLines.get(id);
      if (earlier !== undefined) {
        this.report(line, `Имя «${id}» уже есть в строке ${String(earlier)}. Дайте другое.`);
      }
      this.idLines.set(id, line);
    }
    return marks.id;
  }

  private inline(source: string, line: number): Inline[] {
    return inlineOf(this.marked.Lexer.lexInline(source, { ...this.marked.defaults, gfm: true }), {
      contacts: this.options.contacts,
      resolveGuide: (href) => resolveGuide(href, this.options.file),
      report: (message) => {
        this.report(line, message);
      },
    });
  }
}

/** `kiasuo.md#sign-in`, seen from `krasnoyarsk/vk-id.md`, is `guide:krasnoyarsk/kiasuo#sign-in`. */
function resolveGuide(href: string, file: string): string | undefined {
  const match = /^(?:\.\.\/([a-z0-9-]+)\/)?([a-z0-9-]+)\.md(#[a-z0-9-]+)?$/.exec(href);
  if (match) {
    const folder = match[1] ?? file.split('/')[0] ?? '';
    return `guide:${folder}/${match[2] ?? ''}${match[3] ?? ''}`;
  }
  return /^#[a-z0-9-]+$/.test(href) ? `guide:${file.replace(/\.md$/, '')}${href}` : undefined;
}
