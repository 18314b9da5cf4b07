import { parentPort, workerData } from 'node:worker_threads';
import { UsageError } from './command';
import { makeFiles, type FilesRun, type ListJob } from './memo-files';
import type { FromFilesWorker } from './memo-files-client';

const run = workerData as FilesRun;

parentPort?.on('message', (job: ListJob) => {
  void work(job);
});

async function work(job: ListJob): Promise<void> {
  try {
    await makeFiles(run, job, {
      made: (pages) => {
        answer({ type: 'made', pages });
      },
      said: (message) => {
        answer({ type: 'said', message });
      },
    });
    answer({ type: 'done' });
  } catch (error) {
    // What nobody expected ends the run: it would end every other list too.
    if (!(error instanceof UsageError)) throw error;
    answer({ type: 'failed', message: error.message });
  }
}

function answer(message: FromFilesWorker): void {
  parentPort?.postMessage(message);
}
