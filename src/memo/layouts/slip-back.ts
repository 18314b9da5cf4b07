import * as words from '../../messages/ru/memo-sheet';
import { bodyIndent, bodyParts } from '../body-parts';
import { flow, heightOf } from '../flow';
import type { Block, Box } from '../document';
import type { FontBook } from '../fonts';
import { memoBody } from '../memo-body';
import type { MemoFamily, MemoRequest } from '../memo';
import { fittingSize, placePart, setText, type Part } from '../part';
import { textRun } from '../rich-text';
import { marginLine } from './marks';
import { solidPart } from './panel';

/** Of the distances between steps: a slip has no room for air. */
const SPACING = 0.5;
const LEADING = 1.2;

interface SlipBack {
  blocks: Block[];
  /** Whether every step is there. */
  isWhole: boolean;
}

/**
 * The back of a slip: what to do, as large as it fits; how to, the phone tells.
 * @param sizes type sizes of the steps, from the preferred to the smallest allowed
 */
export function slipBack(
  request: MemoRequest,
  access: MemoFamily['access'],
  book: FontBook,
  sizes: readonly number[],
  { x, y, width, height }: Box,
): SlipBack {
  const steps = memoBody(request, access).filter(({ kind }) => kind === 'step');
  const [largest = 0] = sizes;
  const heading = [textRun(words.whatToDo, 'bold')];
  const style = { size: largest * 1.1, leading: LEADING };
  const title = setText(book, heading, style, { x: 0, y: 0, width });
  const top = y + title.height + largest * 0.4;
  const room = height - (top - y);
  const partsAt = (size: number): Part[] =>
    bodyParts(book, steps, { size, width }).map((part) => ({ ...part, gap: part.gap * SPACING }));
  const size = sizes.find((candidate) => heightOf(partsAt(candidate)) <= room);
  const chosen = size ?? sizes[sizes.length - 1] ?? largest;
  const more = size === undefined ? restPart(book, chosen, width) : undefined;
  const bottom = y + height - (more === undefined ? 0 : more.height + chosen * 0.3);
  const [column] = flow(partsAt(chosen), (index) => ({
    x,
    top,
    bottom: index === 0 ? bottom : top + height * 1000,
  }));
  const { blocks, end } = column ?? { blocks: [], end: top };
  const line = marginLine(0, 0, end - top);
  return {
    blocks: [
      placePart(solidPart('h2', { width, height: title.height }, title.marks), x, y),
      placePart(
        solidPart('artifact', { width: 0.7, height: end - top }, [line]),
        x + bodyIndent(chosen).margin,
        top,
      ),
      ...blocks,
      ...(more ? [placePart(more, x, y + height - more.height)] : []),
    ],
    isWhole: size !== undefined,
  };
}

function restPart(book: FontBook, size: number, width: number): Part {
  const runs = [textRun(words.otherStepsByQr, 'medium')];
  const fitting = fittingSize(book, runs, [size, size * 0.9], { width, lines: 1 });
  const { marks, height } = setText(
    book,
    runs,
    { size: fitting, leading: LEADING },
    { x: 0, y: 0, width },
  );
  return solidPart('paragraph', { width, height }, marks);
}
