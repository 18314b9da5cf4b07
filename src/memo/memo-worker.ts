/* eslint-disable no-restricted-globals -- the entry of a worker, and nothing else */
import fonts from 'virtual:memo-fonts';
import { layOutMemo } from './lay-out-memo';
import { MemoError } from './memo';
import type { FromWorker, ToWorker } from './memo-client';
import { writeMemoPdf } from './pdf/write-memo-pdf';

/** A whole school in one message would hold up the page that reads it. */
const PAGES_AT_ONCE = 20;

self.addEventListener('message', (event: MessageEvent<ToWorker>) => {
  void make(event.data);
});

async function make({ request, isShown }: ToWorker): Promise<void> {
  try {
    const document = layOutMemo(request, fonts);
    const pdf = await writeMemoPdf(document, fonts, {
      onProgress: (done, total) => {
        answer({ type: 'progress', done, total });
      },
    });
    const { pages, ...rest } = document;
    for (let first = 0; isShown && first < pages.length; first += PAGES_AT_ONCE) {
      answer({ type: 'pages', pages: pages.slice(first, first + PAGES_AT_ONCE) });
    }
    answer({ type: 'made', pdf, document: rest }, [pdf.buffer]);
  } catch (error) {
    answer({
      type: 'failed',
      message: String(error instanceof Error ? error.message : error),
      isExpected: error instanceof MemoError,
    });
  }
}

function answer(message: FromWorker, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}
