import { zipSync, type Zippable } from 'fflate';
import { distinctNames, safeFileName, type MemoRequest } from '../memo';
import { makeMemo, type MakeOptions } from '../memo/memo-client';

/** The same bytes for the same memos: a ZIP keeps local time, and begins in 1980. */
const NO_TIME = new Date(1980, 0, 1);

/** Classes of a request in the order of their first pupil. */
export function classesOf({ families }: MemoRequest): string[] {
  return [...new Set(families.map(({ className }) => className))];
}

/**
 * A ZIP with a PDF for each class. Nothing is deflated: the PDFs are already.
 * @throws what {@link makeMemo} throws
 */
export async function makeClassFiles(
  workerUrl: string,
  request: MemoRequest,
  { signal, onProgress }: MakeOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const classes = classesOf(request);
  const names = distinctNames(
    classes.map((className) => safeFileName(`Памятки ${className}`.trim(), 'Памятки')),
  );
  const files: Zippable = {};
  for (const [index, className] of classes.entries()) {
    const families = request.families.filter((family) => family.className === className);
    const { pdf } = await makeMemo(
      workerUrl,
      { ...request, families },
      { signal, onProgress: () => undefined },
    );
    files[`${names[index] ?? ''}.pdf`] = [pdf, { level: 0, mtime: NO_TIME }];
    onProgress(index + 1, classes.length);
  }
  return zipSync(files);
}
