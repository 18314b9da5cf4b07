import type { FontBook, TextFace } from './fonts';
import type { MemoFamily, MemoRequest, MemoWarning } from './memo';
import { exactCode, plainLine, plainLines } from './printable';

/** Longer entered text is a mistake of the list, and would push everything else off the sheet. */
const LONGEST = {
  childName: 140,
  className: 24,
  inviteCode: 60,
  school: 300,
  heading: 160,
  deadline: 80,
  note: 1200,
} as const;

const LATIN = /\p{Script=Latin}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;

/**
 * The request with all entered text made printable, and what the teacher should know about it.
 * Codes keep every character that can be seen.
 */
export function prepareRequest(
  request: MemoRequest,
  book: FontBook,
): { request: MemoRequest; warnings: MemoWarning[] } {
  const warnings: MemoWarning[] = [];
  const common = (text: string, longest: number, what: string): string =>
    checked(book, clipped(text, longest, what, warnings), 'regular', what, warnings);
  const prepared: MemoRequest = {
    ...request,
    families: request.families.map((family) => prepareFamily(family, book, warnings)),
    school: common(plainLine(request.school), LONGEST.school, 'Название школы'),
    heading: common(plainLine(request.heading ?? ''), LONGEST.heading, 'Заголовок'),
    deadline: common(plainLine(request.deadline ?? ''), LONGEST.deadline, 'Срок'),
    note: common(plainLines(request.note ?? ''), LONGEST.note, 'Заметка'),
  };
  return { request: prepared, warnings };
}

function prepareFamily(family: MemoFamily, book: FontBook, warnings: MemoWarning[]): MemoFamily {
  const { line } = family;
  const name = plainLine(family.childName);
  const whose = name === '' ? 'ребёнок без имени' : name;
  const text = (value: string, longest: number, face: TextFace, what: string): string =>
    checked(book, clipped(value, longest, what, warnings, line), face, what, warnings, line);
  const inviteCode = exactCode(family.inviteCode);
  warnCode(inviteCode, whose, line, warnings);
  return {
    ...family,
    childName: text(name, LONGEST.childName, 'bold', clip(whose)),
    className: text(
      plainLine(family.className),
      LONGEST.className,
      'medium',
      `${clip(whose)}, класс`,
    ),
    inviteCode: text(inviteCode, LONGEST.inviteCode, 'mono', `${clip(whose)}, код`),
  };
}

function warnCode(code: string, whose: string, line: number, warnings: MemoWarning[]): void {
  if (/\s/.test(code)) {
    warnings.push({
      line,
      message: `Строка ${String(line)}, ${whose}: в коде есть пробел. Код напечатан как в списке — проверьте, нет ли ошибки.`,
    });
  }
  if (LATIN.test(code) && CYRILLIC.test(code)) {
    warnings.push({
      line,
      message: `Строка ${String(line)}, ${whose}: в коде и русские, и латинские буквы. Код напечатан как в списке — проверьте, нет ли ошибки.`,
    });
  }
}

function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function clipped(
  text: string,
  longest: number,
  what: string,
  warnings: MemoWarning[],
  line?: number,
): string {
  const characters = [...text];
  if (characters.length <= longest) return text;
  warnings.push({
    ...(line !== undefined && { line }),
    message: `${where(line)}${what}: текст длиннее ${String(longest)} знаков, напечатано только начало. Сократите его.`,
  });
  return `${characters.slice(0, longest - 1).join('')}…`;
}

/** Names each letter that no typeface of the memo has; an empty box stands for it on paper. */
function checked(
  book: FontBook,
  text: string,
  face: TextFace,
  what: string,
  warnings: MemoWarning[],
  line?: number,
): string {
  const missing = new Set(
    [...text].filter((character) => character !== '\n' && !book.has(character, face)),
  );
  for (const character of missing) {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    warnings.push({
      ...(line !== undefined && { line }),
      message: `${where(line)}${what}: знака «${character}» (U+${code}) нет в шрифте памятки, вместо него напечатан пустой квадрат. Впишите его от руки или замените в списке.`,
    });
  }
  return text;
}

function where(line: number | undefined): string {
  return line === undefined ? '' : `Строка ${String(line)}, `;
}
