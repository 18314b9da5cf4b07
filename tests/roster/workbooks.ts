import { strToU8, zipSync } from 'fflate';

/** A cell: text, a number, a date (day number), or raw XML of the cell's inside with its type. */
export type TestCell = string | number | { date: number } | { type?: string; xml: string } | null;

export interface TestSheet {
  name: string;
  rows: TestCell[][];
  merges?: string[];
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The files of a small workbook as Excel writes them. */
export function workbookFiles(...sheets: TestSheet[]): Record<string, Uint8Array> {
  const list = sheets
    .map(({ name }, i) => `<sheet name="${escape(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
    .join('');
  const relations = sheets
    .map(
      (_, i) =>
        `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
    )
    .join('');
  const files: Record<string, string> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${list}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}">${relations}<Relationship Id="rIdS" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
  };
  sheets.forEach((sheet, i) => (files[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(sheet)));
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)]));
}

/** A workbook as the bytes of an XLSX. */
export function workbook(...sheets: TestSheet[]): Uint8Array {
  return zipSync(workbookFiles(...sheets));
}

function sheetXml({ rows, merges = [] }: TestSheet): string {
  const data = rows
    .map(
      (cells, r) =>
        `<row r="${r + 1}">${cells.map((cell, c) => cellXml(cell, r, c)).join('')}</row>`,
    )
    .join('');
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  return `<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData><mergeCells>${merged}</mergeCells></worksheet>`;
}

function cellXml(cell: TestCell, row: number, column: number): string {
  if (cell === null) return '';
  const place = `r="${String.fromCharCode(65 + column)}${row + 1}"`;
  if (typeof cell === 'string') {
    return `<c ${place} t="inlineStr"><is><t>${escape(cell)}</t></is></c>`;
  }
  if (typeof cell === 'number') return `<c ${place}><v>${cell}</v></c>`;
  if ('date' in cell) return `<c ${place} s="1"><v>${cell.date}</v></c>`;
  return `<c ${place}${cell.type === undefined ? '' : ` t="${cell.type}"`}>${cell.xml}</c>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
