import { zipSync, type Zippable } from 'fflate';
import { distinctNames, safeFileName, type MemoRequest } from '../memo';
import { makeMemoFiles, type MakeOptions } from '../memo/memo-client';
import * as words from '../messages/ru/memo';

/** The same bytes for the same memos: a ZIP keeps local time, and begins in 1980. */
const NO_TIME = new Date(1980, 0, 1);

/** Each worker holds the tools and the typefaces: more than these are too much for a school's computer. */
const MOST_WORKERS = 4;

/** Classes of a request in the order of their first pupil. */
export function classesOf({ families }: MemoRequest): string[] {
  return [...new Set(families.map(({ className }) => className))];
}

/**
 * A ZIP with a PDF for each class. Nothing is deflated: the PDFs are already.
 * @throws what {@link makeMemoFiles} throws
 */
export async function makeClassFiles(
  workerUrl: string,
  request: MemoRequest,
  { signal, onProgress }: MakeOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const classes = classesOf(request);
  const names = distinctNames(
    classes.map((className) => safeFileName(words.memosFileOf(className).trim(), words.memosFile)),
  );
  // Safari before 15.4 does not tell.
  const { hardwareConcurrency: cores = 2 } = navigator as Partial<Navigator>;
  const pdfs = await makeMemoFiles(
    workerUrl,
    classes.map((className) => ({
      ...request,
      families: request.families.filter((family) => family.className === className),
    })),
    { signal, onProgress, cores: Math.min(cores, MOST_WORKERS) },
  );
  const files: Zippable = {};
  for (const [index, pdf] of pdfs.entries()) {
    files[`${names[index] ?? ''}.pdf`] = [pdf, { level: 0, mtime: NO_TIME }];
  }
  return zipSync(files);
}
