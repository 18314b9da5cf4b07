import type { Condition } from './guide';
import { parseCondition } from './condition';

/** What the curly brackets at the end of a heading, step or note say. */
export interface Marks {
  id?: string;
  was: string[];
  when?: Condition;
  perChild: boolean;
  inMemo: boolean;
  needs: string[];
  needsCode: boolean;
}

const TRAILING_MARK = /\s*\{([^{}]*)\}\s*$/;
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * Takes the marks off the end of a line.
 * @param report called with a Russian message for each mark that is not understood
 */
export function takeMarks(
  line: string,
  regions: readonly string[],
  report: (message: string) => void,
): { text: string; marks: Marks } {
  const marks: Marks = { was: [], perChild: false, inMemo: false, needs: [], needsCode: false };
  let text = line;
  for (let match = TRAILING_MARK.exec(text); match; match = TRAILING_MARK.exec(text)) {
    text = text.slice(0, match.index);
    readMark(match[1]?.trim() ?? '', marks, regions, report);
  }
  return { text: text.trim(), marks };
}

function readMark(
  source: string,
  marks: Marks,
  regions: readonly string[],
  report: (message: string) => void,
): void {
  const [, key = '', value = ''] = /^(#|[a-z-]+:?)\s*(.*)$/.exec(source) ?? [];
  switch (key) {
    case '#':
      if (!ID.test(value)) {
        report(
          `Имя «${value}» не годится: нужны строчные латинские буквы, цифры и дефисы, например {#enter-code}.`,
        );
      } else if (value.startsWith('page-')) {
        report(`Имя «${value}» занято: с «page-» начинаются имена самой страницы.`);
      } else if (marks.id !== undefined) {
        report(`Два имени подряд: {#${value}} и {#${marks.id}}. Оставьте одно.`);
      } else marks.id = value;
      return;
    case 'was:':
      marks.was.push(...value.split(',').map((id) => id.trim()));
      return;
    case 'if:':
      try {
        marks.when = parseCondition(value, regions);
      } catch (error) {
        report(error instanceof Error ? error.message : String(error));
      }
      return;
    case 'needs:':
      for (const need of value.split(',').map((id) => id.trim())) {
        if (need === 'code') marks.needsCode = true;
        else marks.needs.push(need);
      }
      return;
    case 'per-child':
      marks.perChild = true;
      return;
    case 'memo':
      marks.inMemo = true;
      return;
    default:
      report(
        `Пометка {${source}} не понята. Можно: {#имя}, {if: …}, {per-child}, {memo}, {needs: …}, {was: …}.`,
      );
  }
}
