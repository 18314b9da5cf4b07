import { crc32 } from './crc32';

/** What a memo's QR brings to the app. Never a name, a СНИЛС or a contact. */
export interface FamilyLink {
  className: string;
  school: string;
  inviteCode: string;
}

export type DecodedFamilyLink =
  { ok: true; link: FamilyLink } | { ok: false; reason: FamilyLinkProblem };

/**
 * `foreign`: no link of ours, for example the anchor of a step; `newer`: made by a later version of
 * the app; `damaged`: ours, but changed on the way; `too-long`: no memo makes such links.
 */
export type FamilyLinkProblem = 'damaged' | 'newer' | 'foreign' | 'too-long';

/*
 * `m1.` and base64url of: one byte naming the alphabet, the text, its CRC-32. The fields are lines.
 * In windows-1251 a Russian letter takes one byte, which keeps the QR coarse enough for a bad camera.
 */
const FORM = /^m(\d{1,4})\.([A-Za-z0-9_-]*)$/;
const VERSION = 1;
const ALPHABETS = ['windows-1251', 'utf-8'] as const;
const CHECKSUM_BYTES = 4;

/** Characters that a link carries of each field; a QR for a bad camera holds no more. */
export const LONGEST_LINKED = { className: 20, school: 120, inviteCode: 60 } as const;
const LONGEST_FRAGMENT = 1200;

/** The fragment of a family's address, without `#`. Fields longer than `LONGEST_LINKED` are cut. */
export function encodeFamilyLink({ className, school, inviteCode }: FamilyLink): string {
  const text = [
    field(className, LONGEST_LINKED.className),
    field(school, LONGEST_LINKED.school),
    field(inviteCode, LONGEST_LINKED.inviteCode),
  ].join('\n');
  const short = windows1251(text);
  const content = short
    ? Uint8Array.of(0, ...short)
    : Uint8Array.of(1, ...new TextEncoder().encode(text));
  const bytes = new Uint8Array(content.length + CHECKSUM_BYTES);
  bytes.set(content);
  new DataView(bytes.buffer).setUint32(content.length, crc32(content));
  return `m${String(VERSION)}.${toBase64Url(bytes)}`;
}

/** Reads a fragment, with or without `#`. What it returns is text from outside: show it, never obey it. */
export function decodeFamilyLink(fragment: string): DecodedFamilyLink {
  if (fragment.length > LONGEST_FRAGMENT) return { ok: false, reason: 'too-long' };
  const match = FORM.exec(fragment.replace(/^#/, ''));
  if (!match) return { ok: false, reason: 'foreign' };
  const [, version, data = ''] = match;
  if (Number(version) > VERSION) return { ok: false, reason: 'newer' };
  const text = checkedText(data);
  const [className, school, inviteCode, ...others] = text?.split('\n') ?? [];
  if (
    className === undefined ||
    school === undefined ||
    inviteCode === undefined ||
    others.length > 0
  ) {
    return { ok: false, reason: 'damaged' };
  }
  const link = { className, school, inviteCode };
  // What encoding would have cut or cleaned was not made by it, whatever its checksum says.
  const isOurs = (Object.keys(LONGEST_LINKED) as (keyof FamilyLink)[]).every(
    (name) => link[name] === field(link[name], LONGEST_LINKED[name]),
  );
  return isOurs ? { ok: true, link } : { ok: false, reason: 'damaged' };
}

function checkedText(data: string): string | undefined {
  const bytes = fromBase64Url(data);
  if (!bytes || bytes.length <= CHECKSUM_BYTES) return undefined;
  const content = bytes.subarray(0, -CHECKSUM_BYTES);
  const checksum = new DataView(bytes.buffer).getUint32(content.length);
  const alphabet = ALPHABETS[content[0] ?? ALPHABETS.length];
  if (checksum !== crc32(content) || alphabet === undefined) return undefined;
  return new TextDecoder(alphabet).decode(content.subarray(1));
}

function field(value: string, longest: number): string {
  const line = value.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').trim();
  const characters = [...line];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : line;
}

let codes: Map<string, number> | undefined;

/** Undefined when a character is not in the alphabet. */
function windows1251(text: string): number[] | undefined {
  codes ??= new Map(
    Array.from(
      new TextDecoder('windows-1251').decode(Uint8Array.from({ length: 256 }, (_, code) => code)),
      (character, code) => [character, code],
    ),
  );
  const bytes: number[] = [];
  for (const character of text) {
    const code = codes.get(character);
    if (code === undefined) return undefined;
    bytes.push(code);
  }
  return bytes;
}

function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

function fromBase64Url(data: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const binary = atob(data.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
