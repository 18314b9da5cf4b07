import type { PastFinding } from './progress';
import { RosterError, type RosterRow } from './roster';
import { ITEMS_AT_ONCE, type FromWorker, type Question, type ToWorker } from './roster-messages';

interface Waiting {
  receive: (items: readonly unknown[]) => void;
  resolve: (answer: unknown) => void;
  reject: (reason: Error) => void;
}

/**
 * The worker of class lists, from its start to its end: questions go there and answers come back, and
 * its copy of the list is told only what changed.
 */
export class RosterConnection {
  readonly #newWorker: () => Worker;
  #worker: Worker | undefined;
  #lastId = 0;
  readonly #waiting = new Map<number, Waiting>();
  /** The rows that the worker has. */
  #sent: readonly RosterRow[] = [];
  #sentBefore: readonly PastFinding[] | undefined;
  /** One question after another, so that each is about the list that it was asked of. */
  #queue: Promise<unknown> = Promise.resolve();

  /** @param newWorker starts a `roster-worker`: at the first question, and after each end */
  constructor(newWorker: () => Worker) {
    this.#newWorker = newWorker;
  }

  /** Ends the worker; what was asked fails. A later question starts another. */
  close(reason = 'Closed'): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#sent = [];
    this.#sentBefore = undefined;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(new Error(reason));
  }

  /** Brings the worker's copy of the list up to date: what differs is found by the rows' identity. */
  async send(rows: readonly RosterRow[]): Promise<void> {
    const sent = this.#sent;
    let start = 0;
    while (start < rows.length && start < sent.length && rows[start] === sent[start]) start++;
    let same = 0;
    while (
      same < Math.min(rows.length, sent.length) - start &&
      rows[rows.length - 1 - same] === sent[sent.length - 1 - same]
    ) {
      same++;
    }
    let deleteCount = sent.length - start - same;
    const end = rows.length - same;
    if (start === end && deleteCount === 0) return;
    const worker = (this.#worker ??= this.#start());
    do {
      const part = rows.slice(start, Math.min(end, start + ITEMS_AT_ONCE));
      worker.postMessage({ type: 'splice', start, deleteCount, rows: part } satisfies ToWorker);
      deleteCount = 0;
      start += part.length;
      if (start < end) await nextTask();
      // Another worker would have only the rest of the rows.
      if (this.#worker !== worker) throw new Error('The worker ended');
    } while (start < end);
    this.#sent = rows;
  }

  /** Notes that the worker has made these rows itself. */
  holds(rows: readonly RosterRow[]): void {
    this.#sent = rows;
  }

  /** Brings what had been found before the last import to the worker. */
  async sendBefore(before: readonly PastFinding[] | undefined): Promise<void> {
    if (before === this.#sentBefore || before === undefined) return;
    const worker = (this.#worker ??= this.#start());
    for (let start = 0; start === 0 || start < before.length; start += ITEMS_AT_ONCE) {
      const findings = before.slice(start, start + ITEMS_AT_ONCE);
      const isFirst = start === 0;
      worker.postMessage({ type: 'before', isFirst, findings } satisfies ToWorker);
      await nextTask();
      if (this.#worker !== worker) throw new Error('The worker ended');
    }
    this.#sentBefore = before;
  }

  /** Does the work once all that was asked for earlier is answered. */
  enqueue<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => undefined);
    return done;
  }

  /** @param receive takes the parts of the answer that come before its end */
  ask(question: Question, receive: Waiting['receive'] = () => undefined): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId;
      this.#waiting.set(id, { receive, resolve, reject });
      this.#worker ??= this.#start();
      this.#worker.postMessage({ type: 'question', id, question } satisfies ToWorker);
    });
  }

  #start(): Worker {
    const worker = this.#newWorker();
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      this.#hear(data);
    });
    worker.addEventListener('error', ({ message }) => {
      this.close(message);
    });
    return worker;
  }

  #hear(message: FromWorker): void {
    const waiting = this.#waiting.get(message.id);
    if (!waiting) return;
    if (message.type === 'part') {
      waiting.receive(message.items);
      return;
    }
    this.#waiting.delete(message.id);
    if (message.type === 'answer') waiting.resolve(message.answer);
    else
      waiting.reject(
        message.isExpected ? new RosterError(message.message) : new Error(message.message),
      );
  }
}

/** Lets the page answer taps between two parts. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
