import { RosterError } from './roster';

export type FileKind =
  'text' | 'xlsx' | 'zip' | 'ole' | 'picture' | 'pdf' | 'rtf' | 'html' | 'archive' | 'program';

const SIGNATURES: readonly (readonly [FileKind, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  ['picture', [0x52, 0x49, 0x46, 0x46]],
  ['picture', [0x49, 0x49, 0x2a, 0x00]],
  ['picture', [0x4d, 0x4d, 0x00, 0x2a]],
  ['archive', [0x52, 0x61, 0x72, 0x21]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['archive', [0x1f, 0x8b]],
  ['program', [0x4d, 0x5a, 0x90, 0x00]],
  ['program', [0x7f, 0x45, 0x4c, 0x46]],
];

/**
 * What a file is by its first bytes; its name is not believed.
 *
 * An XLSX is a ZIP that holds `xl/workbook.xml`. An `.xls` and a password-protected XLSX are both
 * `ole`.
 */
export function fileKind(bytes: Uint8Array): FileKind {
  const known = SIGNATURES.find(([, signature]) => signature.every((b, i) => bytes[i] === b))?.[0];
  if (known === 'zip') return includesAscii(bytes, 'xl/workbook') ? 'xlsx' : 'zip';
  if (known) return known;
  const head = ascii(bytes.subarray(0, 512)).trimStart().toLowerCase();
  return /^(<!doctype html|<html|<table)/.test(head) ? 'html' : 'text';
}

/** True for an XLSX under a password: an OLE container with an `EncryptedPackage` stream. */
function isEncryptedWorkbook(bytes: Uint8Array): boolean {
  return fileKind(bytes) === 'ole' && includesUtf16(bytes, 'EncryptedPackage');
}

/**
 * Refuses every kind of file except the expected one.
 *
 * @throws RosterError saying what the file is and how to get a list out of it.
 */
export function expectKind(bytes: Uint8Array, expected: 'text' | 'xlsx'): void {
  if (bytes.length === 0) {
    throw new RosterError('Файл пустой. Выберите файл, в котором есть список класса.');
  }
  const kind = fileKind(bytes);
  if (kind !== expected) throw new RosterError(refusal(kind, bytes));
}

const SAVE_AS_CSV =
  'Откройте файл в Excel или LibreOffice и сохраните как «CSV UTF-8» или «Книга Excel (.xlsx)».';

function refusal(kind: FileKind, bytes: Uint8Array): string {
  switch (kind) {
    case 'xlsx':
      return 'Это книга Excel, а не CSV. Откройте её как книгу или сохраните лист как «CSV UTF-8».';
    case 'text':
      return 'Это текст, а не книга Excel. Если это список через точку с запятой, дайте файлу имя с окончанием .csv.';
    case 'zip':
      return 'Это архив или документ другой программы, а не список. Распакуйте архив и выберите в нём таблицу; документ откройте и сохраните как .xlsx или CSV.';
    case 'ole':
      return isEncryptedWorkbook(bytes)
        ? 'Книга Excel закрыта паролем. Откройте её в Excel, снимите пароль («Файл» → «Сведения» → «Защита книги») и сохраните ещё раз.'
        : 'Это старый формат Excel (.xls), он не читается. Откройте файл и сохраните как «Книга Excel (.xlsx)» или «CSV UTF-8».';
    case 'picture':
      return 'Это картинка, а не список. Нужна таблица: файл .xlsx или .csv. Фотографию списка прочитать нельзя.';
    case 'pdf':
      return 'Это PDF, а не таблица. Попросите исходную таблицу: файл .xlsx или .csv.';
    case 'rtf':
      return 'Это текстовый документ. Скопируйте из него таблицу и вставьте её на странице «Класс».';
    case 'html':
      return `Это веб-страница, а не таблица, хотя имя может быть и .xls. ${SAVE_AS_CSV}`;
    case 'archive':
      return 'Это архив. Распакуйте его и выберите файл .xlsx или .csv.';
    case 'program':
      return 'Это программа, а не список. Выберите файл .xlsx или .csv.';
  }
}

function ascii(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte > 0 && byte < 0x80 ? String.fromCharCode(byte) : '';
  return text;
}

/** Looks at both ends of a file only: that is where a ZIP and an OLE container keep their names. */
const REACH = 256 * 1024;

function includesAscii(bytes: Uint8Array, text: string): boolean {
  return includes(
    bytes,
    [...text].map((c) => c.charCodeAt(0)),
  );
}

function includesUtf16(bytes: Uint8Array, text: string): boolean {
  return includes(
    bytes,
    [...text].flatMap((c) => [c.charCodeAt(0), 0]),
  );
}

function includes(bytes: Uint8Array, needle: readonly number[]): boolean {
  const from = Math.max(REACH, bytes.length - REACH);
  return find(bytes.subarray(0, REACH), needle) || find(bytes.subarray(from), needle);
}

function find(bytes: Uint8Array, needle: readonly number[]): boolean {
  const first = needle[0] ?? 0;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (needle.every((b, i) => bytes[at + i] === b)) return true;
  }
  return false;
}
