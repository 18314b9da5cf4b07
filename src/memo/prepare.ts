import { LONGEST_LINKED } from '../link';
import * as words from '../messages/ru/memo-sheet';
import type { FontBook, TextFace } from './fonts';
import {
  isForEveryone,
  membersOf,
  type MemoFamily,
  type MemoLayout,
  type MemoRequest,
  type Warn,
} from './memo';
import { genitiveOf } from './genitive';
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

/** Whether its QR carries the class, the school and the code when there is an app. */
function isPersonal(layout: MemoLayout): boolean {
  return !isForEveryone(layout) && layout !== 'form';
}

/**
 * The request with all entered text made printable; `warn` hears what the teacher should know.
 * Codes keep every character that can be seen.
 */
export function prepareRequest(request: MemoRequest, book: FontBook, warn: Warn): MemoRequest {
  const common = (text: string, longest: number, what: string): string =>
    checked(book, clipped(text, longest, what, warn), 'regular', what, warn);
  const families = request.families.map((family) => prepareFamily(family, book, warn));
  const school = common(plainLine(request.school), LONGEST.school, words.partSchool);
  const prepared: MemoRequest = {
    ...request,
    families,
    school,
    heading: common(plainLine(request.heading ?? ''), LONGEST.heading, words.partHeading),
    deadline: common(plainLine(request.deadline ?? ''), LONGEST.deadline, words.partDeadline),
    note: common(plainLines(request.note ?? ''), LONGEST.note, words.partNote),
  };
  if (request.appUrl !== undefined && isPersonal(request.layout)) warnQr(prepared, warn);
  return prepared;
}

function prepareFamily(family: MemoFamily, book: FontBook, warn: Warn): MemoFamily {
  const { line } = family;
  const name = plainLine(family.childName);
  const whose = name === '' ? words.nameless : name;
  const text = (value: string, longest: number, face: TextFace, what: string): string =>
    checked(book, clipped(value, longest, what, warn, line), face, what, warn, line);
  const inviteCode = exactCode(family.inviteCode);
  warnCode(inviteCode, whose, line, warn);
  return {
    ...family,
    childName: text(name, LONGEST.childName, 'bold', clip(whose)),
    className: text(
      plainLine(family.className),
      LONGEST.className,
      'medium',
      words.classOf(clip(whose)),
    ),
    inviteCode: text(inviteCode, LONGEST.inviteCode, 'mono', words.codeOf(clip(whose))),
    forWhom: text(
      plainLine(family.forWhom ?? genitiveOf(name) ?? ''),
      LONGEST.childName,
      'bold',
      words.forWhomOf(clip(whose)),
    ),
    ...(family.siblings && {
      siblings: family.siblings.map((sibling) => prepareFamily(sibling, book, warn)),
    }),
  };
}

function warnCode(code: string, whose: string, line: number, warn: Warn): void {
  if (/\s/.test(code)) {
    warn({
      line,
      message: words.codeHasSpace(placeOf(line), whose),
    });
  }
  if (LATIN.test(code) && CYRILLIC.test(code)) {
    warn({
      line,
      message: words.codeMixesAlphabets(placeOf(line), whose),
    });
  }
}

/** On paper these are whole; the app would show them cut. */
function warnQr({ families, school }: MemoRequest, warn: Warn): void {
  const isLong = (name: keyof typeof LONGEST_LINKED, text: string): boolean =>
    [...text].length > LONGEST_LINKED[name];
  if (isLong('school', school)) {
    warn({
      message: words.schoolCutInQr(LONGEST_LINKED.school),
    });
  }
  for (const family of families.flatMap(membersOf)) {
    if (!isLong('className', family.className)) continue;
    warn({
      line: family.line,
      message: words.classCutInQr(whoseMemo(family), LONGEST_LINKED.className),
    });
  }
}

/** How a warning of a family begins: the line of the list and the child. */
export function whoseMemo({ line, childName }: MemoFamily): string {
  return `${placeOf(line)}${childName === '' ? words.nameless : clip(childName)}`;
}

function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function clipped(text: string, longest: number, what: string, warn: Warn, line?: number): string {
  const characters = [...text];
  if (characters.length <= longest) return text;
  warn({
    ...(line !== undefined && { line }),
    message: words.textCut(placeOf(line), what, longest),
  });
  return `${characters.slice(0, longest - 1).join('')}…`;
}

/** Names each letter that no typeface of the memo has; an empty box stands for it on paper. */
function checked(
  book: FontBook,
  text: string,
  face: TextFace,
  what: string,
  warn: Warn,
  line?: number,
): string {
  const missing = new Set(
    [...text].filter((character) => character !== '\n' && !book.has(character, face)),
  );
  if (missing.size === 0) return text;
  const letters = [...missing].map(withNumber).join(', ');
  warn({
    ...(line !== undefined && { line }),
    message:
      missing.size === 1
        ? words.signMissing(placeOf(line), what, letters)
        : words.signsMissing(placeOf(line), what, letters),
  });
  return text;
}

/** Its number tells those apart that a screen has no picture of. */
function withNumber(character: string): string {
  const number = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `«${character}» (U+${number})`;
}

function placeOf(line: number | undefined): string {
  return line === undefined ? '' : words.rowPlace(line);
}
