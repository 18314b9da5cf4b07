import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { listJobs, type FilesRun, type ListJob, type Told } from './memo-files';
import { removeTemporariesOf } from './temporaries';

/** What a worker says of a job: the first two any number of times, then one of the others. */
export type FromFilesWorker =
  | { type: 'made'; pages: number }
  | { type: 'said'; message: string }
  | { type: 'done' }
  | { type: 'failed'; message: string };

/** Built beside the command itself. */
const WORKER = new URL('memo-files-worker.js', import.meta.url);

interface Watched extends Told {
  /** A list is done, or has failed with a message. */
  ended: (list: string, failure: string | undefined) => void;
}

/**
 * Makes the files of all lists on all cores. Each worker holds one list at a time, so that the
 * memory depends on the largest list and not on their number.
 * @throws DOMException `AbortError` when cancelled: the files that are there are whole, and nothing
 *   else is left; Error when a worker fails
 */
export async function makeFilesOnAllCores(
  run: FilesRun,
  lists: readonly string[],
  watched: Watched,
  signal: AbortSignal,
): Promise<void> {
  const cores = availableParallelism();
  const jobs = listJobs(lists, cores);
  const left = new Map<string, number>();
  for (const { list } of jobs) left.set(list, (left.get(list) ?? 0) + 1);
  const failures = new Map<string, string>();
  const ended = ({ list }: ListJob, failure: string | undefined): void => {
    if (failure !== undefined) failures.set(list, failure);
    const rest = (left.get(list) ?? 0) - 1;
    left.set(list, rest);
    if (rest === 0) watched.ended(list, failures.get(list));
  };
  const queue = [...jobs];
  const workers = Array.from(
    { length: Math.min(cores, jobs.length) },
    () => new Worker(WORKER, { workerData: run }),
  );
  try {
    await Promise.all(workers.map((worker) => serve(worker, queue, watched, ended, signal)));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
    await removeTemporariesOf(run.run, run.folder);
  }
}

/** Gives a worker one job after another until none is left. */
function serve(
  worker: Worker,
  queue: ListJob[],
  { made, said }: Told,
  ended: (job: ListJob, failure: string | undefined) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      reject(new DOMException('Отменено', 'AbortError'));
    };
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort);
    worker.on('error', reject);
    let job: ListJob | undefined;
    const next = (): void => {
      job = queue.shift();
      if (job) worker.postMessage(job);
      else resolve();
    };
    worker.on('message', (message: FromFilesWorker) => {
      switch (message.type) {
        case 'made':
          made(message.pages);
          return;
        case 'said':
          said(message.message);
          return;
        case 'done':
        case 'failed':
          if (job) ended(job, message.type === 'failed' ? message.message : undefined);
          next();
      }
    });
    next();
  });
}
