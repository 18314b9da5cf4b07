import * as words from '../messages/ru/memo-sheet';
import type { MemoDocument, MemoPage } from './document';
import { MemoError, type MemoRequest } from './memo';

/** What a worker is asked for: one memo at a time, as many as are wanted. */
export interface ToWorker {
  request: MemoRequest;
  /** Whether the sheets are to be shown, and not only printed. */
  isShown: boolean;
}

/**
 * What the worker says of a memo, in this order: progress any number of times, all pages a few at a
 * time if they are to be shown, then that they are made; or that it failed.
 */
export type FromWorker =
  | { type: 'progress'; done: number; total: number }
  | { type: 'pages'; pages: MemoPage[] }
  | { type: 'made'; pdf: Uint8Array; document: Omit<MemoDocument, 'pages'> }
  | { type: 'failed'; message: string; isExpected: boolean };

export interface MadeMemo {
  pdf: Uint8Array;
  /** The same sheets, for the preview; `warnings` are for the teacher. */
  document: MemoDocument;
}

export interface MakeOptions {
  signal: AbortSignal;
  /** Called with the parts made so far and all of them: pages of a memo, memos of many. */
  onProgress: (done: number, total: number) => void;
}

/**
 * Makes a memo in a worker of its own; aborting ends that worker at once.
 * @param workerUrl address of the built `memo-worker`, trusted by the page's policy
 * @throws MemoError for a request that no memo can be made from; DOMException `AbortError`; Error
 *   when the worker itself fails
 */
export function makeMemo(
  workerUrl: string,
  request: MemoRequest,
  { signal, onProgress }: MakeOptions,
): Promise<MadeMemo> {
  return withWorkers(workerUrl, 1, signal, ([worker]) =>
    ask(worker, { request, isShown: true }, onProgress),
  );
}

/**
 * Makes the PDFs of many memos, which nobody looks at, in workers that take one after another: to
 * start a worker takes longer than to make the memos of a class.
 * @param cores how many workers may run at once
 * @returns the files in the order of the requests
 * @throws what {@link makeMemo} throws
 */
export async function makeMemoFiles(
  workerUrl: string,
  requests: readonly MemoRequest[],
  { signal, onProgress, cores }: MakeOptions & { cores: number },
): Promise<Uint8Array[]> {
  const files: Uint8Array[] = [];
  const queue = [...requests.entries()];
  let done = 0;
  await withWorkers(workerUrl, Math.min(cores, requests.length), signal, (workers) =>
    Promise.all(
      workers.map(async (worker) => {
        for (let next = queue.shift(); next; next = queue.shift()) {
          const [index, request] = next;
          const { pdf } = await ask(worker, { request, isShown: false }, () => undefined);
          files[index] = pdf;
          done += 1;
          onProgress(done, requests.length);
        }
      }),
    ),
  );
  return files;
}

type Workers = [Worker, ...Worker[]];

/** Workers live as long as what is done with them, or until it is aborted. */
async function withWorkers<Result>(
  workerUrl: string,
  count: number,
  signal: AbortSignal,
  use: (workers: Workers) => Promise<Result>,
): Promise<Result> {
  if (signal.aborted) throw aborted();
  const workers: Workers = [new Worker(workerUrl)];
  while (workers.length < count) workers.push(new Worker(workerUrl));
  try {
    return await new Promise<Result>((resolve, reject) => {
      signal.addEventListener('abort', () => {
        reject(aborted());
      });
      use(workers).then(resolve, reject);
    });
  } finally {
    for (const worker of workers) worker.terminate();
  }
}

function aborted(): DOMException {
  return new DOMException(words.cancelled, 'AbortError');
}

function ask(
  worker: Worker,
  order: ToWorker,
  onProgress: MakeOptions['onProgress'],
): Promise<MadeMemo> {
  return new Promise((resolve, reject) => {
    const pages: MemoPage[] = [];
    worker.onerror = (event) => {
      reject(new Error(event.message));
    };
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      switch (data.type) {
        case 'progress':
          onProgress(data.done, data.total);
          return;
        case 'pages':
          pages.push(...data.pages);
          return;
        case 'made':
          resolve({ pdf: data.pdf, document: { ...data.document, pages } });
          return;
        case 'failed':
          reject(data.isExpected ? new MemoError(data.message) : new Error(data.message));
      }
    };
    worker.postMessage(order);
  });
}
