import type { MemoDocument, MemoPage } from './document';
import { MemoError, type MemoRequest } from './memo';

/**
 * What the worker says, in this order: progress any number of times, all pages a few at a time, then
 * that they are made; or that it failed.
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
  /** Called with the pages written so far and all of them. */
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
  return new Promise<MadeMemo>((resolve, reject) => {
    if (signal.aborted) throw new DOMException('Отменено', 'AbortError');
    const worker = new Worker(workerUrl);
    const pages: MemoPage[] = [];
    const end = (finish: () => void): void => {
      worker.terminate();
      finish();
    };
    signal.addEventListener('abort', () => {
      end(() => {
        reject(new DOMException('Отменено', 'AbortError'));
      });
    });
    worker.addEventListener('error', (event) => {
      end(() => {
        reject(new Error(event.message));
      });
    });
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      switch (data.type) {
        case 'progress':
          onProgress(data.done, data.total);
          return;
        case 'pages':
          pages.push(...data.pages);
          return;
        case 'made':
          end(() => {
            resolve({ pdf: data.pdf, document: { ...data.document, pages } });
          });
          return;
        case 'failed':
          end(() => {
            reject(data.isExpected ? new MemoError(data.message) : new Error(data.message));
          });
      }
    });
    worker.postMessage(request);
  });
}
