import * as words from '../../messages/ru/memo-sheet';
import type { Mark } from '../document';
import type { FontBook } from '../fonts';
import type { MemoFamily } from '../memo';
import { fittingSize, setText } from '../part';
import { shortAddress } from '../address';
import { textRun } from '../rich-text';
import { wrap, type Run } from '../wrap';
import { frame, rule } from './marks';
import { solidPart, type Panel } from './panel';
import { mm } from './paper';
import type { SheetStyle } from './sheet-style';

/** What a family needs to get in: the code, why none is needed, where to get one, or the address. */
export function accessPanel(
  book: FontBook,
  family: MemoFamily,
  { usesInviteCodes, site }: { usesInviteCodes: boolean; site: string | undefined },
  style: SheetStyle,
  width: number,
): Panel {
  const code = family.inviteCode;
  if (code !== '') return codePanel(book, family, style, width);
  if (!usesInviteCodes) {
    if (site === undefined) return { width, height: 0, parts: [] };
    return framed(book, width, [
      { runs: [textRun(words.signInAddress)], size: style.small, leading: 1.3 },
      addressLine(book, shortAddress(site), style, width),
    ]);
  }
  if (family.access === 'snils') {
    return framed(book, width, [
      { runs: [textRun(words.codeNotNeeded, 'bold')], size: style.small * 1.35, leading: 1.3 },
      {
        runs: [textRun(words.snilsInCard)],
        size: style.small * 1.05,
        leading: 1.3,
      },
    ]);
  }
  const panel = framed(book, width, [
    {
      runs: codeLabel(book, family, style.small * 1.2, width - PADDING * 2),
      size: style.small * 1.2,
      leading: 1.3,
    },
    {
      runs: [textRun(words.takeCode)],
      size: style.small * 1.05,
      leading: 1.3,
    },
    { runs: [], size: style.small, leading: 1, space: mm(10) },
  ]);
  const line = rule(PADDING, panel.height - PADDING - mm(1), width - PADDING * 2, 0.6);
  const height = 0.6;
  panel.parts.unshift({ part: solidPart('artifact', { width, height }, [line]), x: 0, y: 0 });
  return panel;
}

const PADDING = mm(3.2);

/**
 * «Код приглашения для Иванова Артёма»: without the patronymic where that spares a line, and without
 * a name where its form is not certain.
 */
function codeLabel(book: FontBook, family: MemoFamily, size: number, width: number): Run[] {
  const { forWhom = '' } = family;
  const title = textRun(words.inviteCode, 'bold');
  if (forWhom === '') return [title];
  const label = (name: string): Run[] => [
    title,
    textRun(words.forWhom, 'bold'),
    { text: name, face: 'bold' },
  ];
  const shorter = forWhom.split(' ').slice(0, 2).join(' ');
  const lines = (runs: Run[]): number => wrap(runs, { width, size, book }).length;
  return lines(label(shorter)) < lines(label(forWhom)) ? label(shorter) : label(forWhom);
}

function codePanel(book: FontBook, family: MemoFamily, style: SheetStyle, width: number): Panel {
  const runs: Run[] = [{ text: family.inviteCode.replaceAll(' ', '\u00A0'), face: 'mono' }];
  const size = fittingSize(book, runs, style.code, { width: width - PADDING * 2, lines: 1 });
  const label = { size: style.small, leading: 1.3 };
  if ((family.forWhom ?? '') === '') {
    return framed(book, width, [
      { runs: [textRun(words.inviteCode, 'bold'), textRun(words.keepAsPassword)], ...label },
      { runs, size, leading: 1.22 },
    ]);
  }
  return framed(book, width, [
    { runs: codeLabel(book, family, style.small, width - PADDING * 2), ...label },
    { runs, size, leading: 1.22 },
    { runs: [textRun(words.keepAsPasswordAlone)], ...label },
  ]);
}

function addressLine(
  book: FontBook,
  address: string,
  style: SheetStyle,
  width: number,
): FramedLine {
  const runs: Run[] = [{ text: address, face: 'bold' }];
  const size = fittingSize(book, runs, style.name, { width: width - PADDING * 2, lines: 1 });
  return { runs, size, leading: 1.3 };
}

interface FramedLine {
  runs: Run[];
  size: number;
  leading: number;
  /** Empty space below, for writing by hand. */
  space?: number;
}

function framed(book: FontBook, width: number, lines: readonly FramedLine[]): Panel {
  const panel: Panel = { width, height: PADDING, parts: [] };
  const inner = width - PADDING * 2;
  for (const { runs, size, leading, space = 0 } of lines) {
    const text = setText(book, runs, { size, leading }, { x: 0, y: 0, width: inner });
    if (text.height > 0) {
      const marks: Mark[] = text.marks;
      panel.parts.push({
        part: solidPart('paragraph', { width: inner, height: text.height }, marks),
        x: PADDING,
        y: panel.height,
      });
    }
    panel.height += text.height + space;
  }
  panel.height += PADDING * 0.8;
  panel.parts.unshift({
    part: solidPart('artifact', { width, height: panel.height }, [
      frame(0, 0, width, panel.height, 1.3),
    ]),
    x: 0,
    y: 0,
  });
  return panel;
}
