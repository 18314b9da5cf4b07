import type { Situation } from '../guide/guide';
import { parseChildren, type Child } from './children';
import type { Tick } from './progress';
import { parseSituation } from './settings';

/** All that a family keeps, for another phone. */
export interface Progress {
  ticks: readonly Tick[];
  situation: Situation;
  children: readonly Child[];
}

/**
 * `foreign`: no file of ours; `damaged`: ours, but changed on the way; `newer`: written by a later
 * version of the app; `too-long`: no family has that much.
 */
export type ProgressFileProblem = 'damaged' | 'newer' | 'foreign' | 'too-long';

export type ReadProgress =
  { ok: true; progress: Progress } | { ok: false; reason: ProgressFileProblem };

const FORMAT = 'pamyatka-progress';
const VERSION = 1;

/** In bytes. All ticks of both regions for five children are a tenth of it. */
export const LARGEST_FILE = 1_000_000;
const LONGEST_TEXT = 300;
const MOST_CHILDREN = 30;

/**
 * The text of a progress file, JSON.
 * @param withChildren whether names, classes and codes go along; without them a child is only told
 *   from the others, so that its ticks are not mixed up
 */
export function writeProgressFile(progress: Progress, withChildren: boolean): string {
  const children = withChildren
    ? progress.children
    : progress.children.map(({ id }) => ({
        id,
        name: '',
        className: '',
        school: '',
        inviteCode: '',
      }));
  return JSON.stringify({ format: FORMAT, version: VERSION, ...progress, children });
}

/** Reads a file's text; what comes out is checked to the last field, and is text, never markup. */
export function readProgressFile(text: string): ReadProgress {
  if (text.length > LARGEST_FILE) return { ok: false, reason: 'too-long' };
  const file = parse(text);
  if (file?.['format'] !== FORMAT) return { ok: false, reason: reasonOf(text) };
  const { version, ticks, situation, children } = file;
  if (typeof version === 'number' && version > VERSION) return { ok: false, reason: 'newer' };
  const progress = {
    ticks: Array.isArray(ticks) ? ticks.flatMap((tick: unknown) => parseTick(tick) ?? []) : [],
    situation: parseSituation(situation),
    children: parseChildren(children),
  };
  const isWhole =
    version === VERSION &&
    Array.isArray(ticks) &&
    Array.isArray(children) &&
    ticks.length === progress.ticks.length &&
    children.length === progress.children.length &&
    children.length <= MOST_CHILDREN &&
    progress.children.every((child) => Object.values(child).every(isShort));
  return isWhole ? { ok: true, progress } : { ok: false, reason: 'damaged' };
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** A file that was cut off still begins with our name. */
function reasonOf(text: string): ProgressFileProblem {
  return text.slice(0, 100).includes(FORMAT) ? 'damaged' : 'foreign';
}

function parseTick(value: unknown): Tick | undefined {
  const { guide, child, step, at } = (value ?? {}) as Partial<Record<keyof Tick, unknown>>;
  return isShort(guide) && isShort(child) && isShort(step) && typeof at === 'number'
    ? { guide, child, step, at }
    : undefined;
}

function isShort(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST_TEXT;
}
