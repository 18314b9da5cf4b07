import * as words from '../messages/ru/own';

/** A guide's file name and text. */
export interface GuideText {
  name: string;
  text: string;
}

/** What was opened or dropped. */
export type GuideFile =
  | ({ kind: 'guide' } & GuideText)
  /** `source` as the guide names it: `pictures/menu.svg`. */
  | { kind: 'picture'; source: string; text: string };

/** A file that is no guide and no picture of one, with a Russian message saying what to do. */
export class GuideFileError extends Error {
  override name = 'GuideFileError';
}

/** The compiler takes 200 thousand characters; a larger file is something else. */
const MAX_BYTES = 1_000_000;

const GUIDE = /\.(?:md|markdown|txt)$/i;
const PICTURE = /\.svg$/i;

/**
 * A guide, where pictures have no use.
 * @throws GuideFileError
 */
export async function readGuide(file: File): Promise<GuideText> {
  const { name } = file;
  if (!GUIDE.test(name)) throw new GuideFileError(words.fileNoGuide(name));
  return { name: slugOf(name), text: await readText(file) };
}

/**
 * A guide or a picture of one.
 * @throws GuideFileError
 */
export async function readGuideFile(file: File): Promise<GuideFile> {
  const { name } = file;
  if (!PICTURE.test(name)) {
    if (!GUIDE.test(name)) throw new GuideFileError(words.fileKindWrong(name));
    return { kind: 'guide', ...(await readGuide(file)) };
  }
  if (!/^[a-z0-9-]+\.svg$/.test(name)) {
    throw new GuideFileError(words.pictureNameWrong(name));
  }
  return { kind: 'picture', source: `pictures/${name}`, text: await readText(file) };
}

/** UTF-8, else what Windows's Notepad wrote for years: «Юникод», which it marks, or «ANSI». */
async function readText(file: File): Promise<string> {
  if (file.size > MAX_BYTES) throw new GuideFileError(words.fileTooBig(file.name));
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
