import { basename, extname, join } from 'node:path';
import fonts from 'virtual:memo-fonts';
import { distinctNames, layOutMemo, MemoError, safeFileName, writeMemoPdf } from '../memo';
import type { Roster } from '../roster';
import { UsageError } from './command';
import { memoRequest, withGuideFor, type MemoValues } from './memo-request';
import { readList } from './read-list';
import { writeWhole } from './write-whole';

/** What does not change during a run that writes a file for each class. */
export interface FilesRun {
  values: MemoValues;
  folder: string;
  /** Of the run's temporary files. */
  run: string;
}

/** A list, or every n-th class of it, for one worker. */
export interface ListJob {
  list: string;
  /** Name of the list's files before the class; absent when the run has one list. */
  prefix?: string;
  /** Which of `parts` this is, from 0. */
  part: number;
  parts: number;
}

/** What is told while the files of a list are made. */
export interface Told {
  /** A file is there, with this many pages. */
  made: (pages: number) => void;
  /** Something that the person should know of. */
  said: (message: string) => void;
}

const NAMELESS_CLASS = 'Без класса';
/** Stands between the list and the class in the names of files, and nowhere else. */
const BETWEEN = ' — ';

/** The jobs of a run: as many at once as there are workers, even when there are fewer lists. */
export function listJobs(lists: readonly string[], workers: number): ListJob[] {
  const parts = lists.length >= workers ? 1 : workers;
  const prefixes = distinctNames(
    lists.map((list) =>
      safeFileName(basename(list, extname(list)).replaceAll(BETWEEN, ' - '), 'список'),
    ),
  );
  return lists.flatMap((list, index) =>
    Array.from({ length: parts }, (_, part) => ({
      list,
      part,
      parts,
      ...(lists.length > 1 && { prefix: prefixes[index] ?? '' }),
    })),
  );
}

/**
 * Writes a file for each class of a job. A class that cannot be printed is told of; the others are.
 * @throws UsageError for a list that cannot be read, or a folder that cannot be written to
 */
export async function makeFiles(
  { values, folder, run }: FilesRun,
  { list, prefix, part, parts }: ListJob,
  told: Told,
): Promise<void> {
  const say = (message: string): void => {
    told.said(prefix === undefined ? message : `${basename(list)}: ${message}`);
  };
  const { roster } = await readList(list, part === 0 ? say : silent);
  const classes = classesOf(roster);
  const names = distinctNames(
    classes.map(({ className }) => fileName(prefix, safeFileName(className, NAMELESS_CLASS))),
  );
  const fixed = withGuideFor(values, roster);
  for (const [index, { rows }] of classes.entries()) {
    if (index % parts !== part) continue;
    const request = memoRequest(fixed, { ...roster, rows });
    if (request.families.length === 0) continue;
    try {
      const document = layOutMemo(request, fonts);
      for (const { message } of document.warnings) say(message);
      const bytes = await writeMemoPdf(document, fonts);
      writeWhole(join(folder, `${names[index] ?? ''}.pdf`), bytes, run);
      told.made(document.pages.length);
    } catch (error) {
      if (error instanceof MemoError) throw new UsageError(error.message);
      throw error;
    }
  }
}

function silent(): void {
  // Another part of the same list says it.
}

function fileName(prefix: string | undefined, className: string): string {
  if (prefix === undefined) return className;
  const isSame = prefix.toLowerCase() === className.toLowerCase();
  return isSame ? prefix : `${prefix}${BETWEEN}${className}`;
}

/** In the order of the list. */
function classesOf({ rows }: Roster): { className: string; rows: Roster['rows'] }[] {
  const classes = new Map<string, Roster['rows']>();
  for (const row of rows) {
    const className = row.values.className.normalize('NFC').trim();
    const known = classes.get(className);
    if (known) known.push(row);
    else classes.set(className, [row]);
  }
  return [...classes].map(([className, own]) => ({ className, rows: own }));
}
