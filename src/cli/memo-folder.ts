import { access, constants, mkdir } from 'node:fs/promises';
import { UsageError } from './command';
import { makeFilesOnAllCores } from './memo-files-client';
import { memoRequest, NO_LIST, type MemoValues } from './memo-request';
import { adviceOn } from './output-advice';
import { newRunName, removeStaleTemporaries } from './temporaries';

/** What a shell gives for a command that a signal has ended is 128 and the signal's number. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;

/**
 * `pamyatka memo LIST… -o FOLDER`: a file for each class of each list.
 * @returns 0 when every list was printed, 2 when some could not be; 130 or 143 when cancelled
 * @throws UsageError for words or a folder that cannot be used; then nothing is written
 */
export async function memoFolder(
  values: MemoValues,
  lists: readonly string[],
  folder: string,
): Promise<number> {
  // Before any worker starts: what is wrong here is wrong for every list.
  memoRequest(values, NO_LIST);
  await openFolder(folder);
  const cancelling = new AbortController();
  let cancelled: keyof typeof SIGNALS | undefined;
  const cancel = (signal: NodeJS.Signals): void => {
    cancelled = signal === 'SIGTERM' ? signal : 'SIGINT';
    cancelling.abort();
  };
  for (const signal of Object.keys(SIGNALS)) process.once(signal, cancel);
  const progress = new Progress(lists.length);
  try {
    const run = { values, folder, run: newRunName() };
    await makeFilesOnAllCores(run, lists, progress, cancelling.signal);
  } catch (error) {
    if (cancelled === undefined) throw error;
    progress.said(`Остановлено. Готовы целиком файлов: ${String(progress.files)}.`);
    return SIGNALS[cancelled];
  } finally {
    for (const signal of Object.keys(SIGNALS)) process.off(signal, cancel);
  }
  const { files, pages, failed } = progress;
  if (files === 0 && failed === 0) {
    throw new UsageError('В списках некому печатать памятки. Выберите хотя бы одного ребёнка.');
  }
  if (files > 0) {
    progress.said(`Готово: ${folder}, файлов: ${String(files)}, страниц: ${String(pages)}.`);
  }
  if (failed > 0) progress.said(`Списков без памяток: ${String(failed)}, почему — сказано выше.`);
  return failed > 0 ? 2 : 0;
}

async function openFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (error) {
    throw new UsageError(`В папку «${folder}» не записать. ${adviceOn(error)}`);
  }
  await removeStaleTemporaries(folder);
}

/** Tells on stderr how far the run has come: a line that changes where it can, else one a list. */
class Progress {
  files = 0;
  pages = 0;
  failed = 0;
  private done = 0;
  private readonly lists: number;
  private readonly start = performance.now();

  constructor(lists: number) {
    this.lists = lists;
  }

  readonly made = (pages: number): void => {
    this.files += 1;
    this.pages += pages;
    this.show();
  };

  readonly said = (message: string): void => {
    // Over the line that changes.
    process.stderr.write(`${process.stderr.isTTY ? CLEAR : ''}${message}\n`);
  };

  readonly ended = (list: string, failure: string | undefined): void => {
    this.done += 1;
    if (failure !== undefined) {
      this.failed += 1;
      this.said(failure.includes(list) ? failure : `${list}: ${failure}`);
    }
    if (process.stderr.isTTY) this.show();
    else this.said(this.line());
  };

  private show(): void {
    if (process.stderr.isTTY) process.stderr.write(`${CLEAR}${this.line()}`);
  }

  private line(): string {
    const { done, lists, files, pages } = this;
    const counts = `Списков: ${String(done)} из ${String(lists)}, файлов: ${String(files)}, страниц: ${String(pages)}`;
    if (done === 0 || done === lists) return counts;
    const seconds = (performance.now() - this.start) / 1000;
    return `${counts}, осталось около ${String(Math.ceil((seconds / done) * (lists - done)))} с`;
  }
}

/** To the beginning of the line, and away with what stands there. */
const CLEAR = '\r\u001B[K';
