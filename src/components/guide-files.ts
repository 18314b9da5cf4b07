import * as words from '../messages/ru/own';
/** What was opened or dropped. */
export type GuideFile =
  | { kind: 'guide'; name: string; text: string }
  /** `source` as the guide names it: `pictures/menu.svg`. */
  | { kind: 'picture'; source: string; text: string };

/** A file that is no guide and no picture of one, with a Russian message saying what to do. */
export class GuideFileError extends Error {
  override name = 'GuideFileError';
}

/** The compiler takes 200 thousand characters; a larger file is something else. */
const MAX_BYTES = 1_000_000;

/** @throws GuideFileError */
export async function readGuideFile(file: File): Promise<GuideFile> {
  const { name } = file;
  if (file.size > MAX_BYTES) {
    throw new GuideFileError(words.fileTooBig(name));
  }
  if (/\.svg$/i.test(name)) {
    if (!/^[a-z0-9-]+\.svg$/.test(name)) {
      throw new GuideFileError(words.pictureNameWrong(name));
    }
    return { kind: 'picture', source: `pictures/${name}`, text: await readText(file) };
  }
  if (/\.(?:md|markdown|txt)$/i.test(name)) {
    return { kind: 'guide', name: slugOf(name), text: await readText(file) };
  }
  throw new GuideFileError(words.fileKindWrong(name));
}

/** UTF-8, else what Windows's Notepad wrote for years: «Юникод», which it marks, or «ANSI». */
async function readText(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const text =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? new TextDecoder('utf-16le').decode(bytes)
      : decode(bytes);
  if (text.includes('\0')) throw new GuideFileError(words.fileNotText(file.name));
  return text.replace(/\r\n?/g, '\n');
}

function decode(bytes: Uint8Array<ArrayBuffer>): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1251').decode(bytes);
  }
}

/** A browser adds « (1)» to the name of a second download. */
function slugOf(name: string): string {
  return `${name.replace(/\.\w+$/, '').replace(/\s*\(\d+\)$/, '')}.md`;
}
