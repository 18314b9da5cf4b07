import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { svgSize } from '../guide';

/** In bytes: each phone fetches it on the first visit. */
const LARGEST = 20_000;

/** Opened by its own address an SVG is a document: what runs or fetches has no business in a logo. */
const LIVELY =
  /<(?:script|foreignObject|iframe|image|use|style|a)\b|\son\w+\s*=|<!ENTITY|javascript:|@import|\burl\s*\(\s*['"]?https?:/i;

/** A logo that can be shown. */
export interface Logo {
  /** Its address from the site's root. */
  path: string;
  bytes: Buffer;
  width: number;
  height: number;
}

/**
 * Reads a school's logo, SVG or PNG.
 * @throws Error that says what is wrong with the file
 */
export function readLogo(folder: string, name: string): Logo {
  const bytes = readFile(join(folder, name), name);
  if (bytes.length > LARGEST) {
    throw new Error(
      `${name}: ${bytes.length} байт, а можно не больше ${LARGEST}. Уменьшите рисунок.`,
    );
  }
  const size = name.endsWith('.svg') ? sizeOfSvg(bytes.toString(), name) : sizeOfPng(bytes, name);
  return { path: `icons/school-${name}`, bytes, ...size };
}

function readFile(path: string, name: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    throw new Error(`${name}: файла нет рядом с site.yaml.`);
  }
}

function sizeOfSvg(source: string, name: string): { width: number; height: number } {
  const [lively] = LIVELY.exec(source) ?? [];
  if (lively !== undefined) {
    throw new Error(
      `${name}: в логотипе не должно быть «${lively.trim()}» — ни сценариев, ни ссылок, ни вложенных рисунков. Сохраните его как простой SVG или PNG.`,
    );
  }
  const size = svgSize(source);
  if (!size) throw new Error(`${name}: у рисунка нет width и height в целых числах.`);
  return size;
}

/** PNG, 11.2.2: the first chunk is IHDR, with width and height at bytes 16 and 20. */
function sizeOfPng(bytes: Buffer, name: string): { width: number; height: number } {
  if (bytes.length < 24 || bytes.toString('latin1', 12, 16) !== 'IHDR') {
    throw new Error(`${name}: это не PNG. Сохраните логотип как PNG или SVG.`);
  }
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
