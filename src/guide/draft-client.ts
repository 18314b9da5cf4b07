import type { CheckedDraft, Draft } from './check-draft';
import type { CompiledOwn, OwnFile } from './own-guide';

export type { CheckedDraft, Draft } from './check-draft';
export type { CompiledOwn } from './own-guide';

/** A guide compiles in milliseconds; what takes this long was made to. */
const TIME_LIMIT = 5_000;

/** The compiler did not come to an end; the text itself is whole. */
export class DraftError extends Error {
  override name = 'DraftError';
}

/** Compiles drafts in a worker: a foreign file can neither hang nor crash the page. */
export class DraftClient {
  readonly #workerUrl: string;
  readonly #timeLimit: number;
  #worker: Worker | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  /**
   * @param workerUrl address of the built `draft-worker`, trusted by the page's policy
   * @param timeLimit in milliseconds
   */
  constructor(workerUrl: string, timeLimit = TIME_LIMIT) {
    this.#workerUrl = workerUrl;
    this.#timeLimit = timeLimit;
  }

  /** @throws DraftError when the compiler fails or takes too long */
  check(draft: Draft): Promise<CheckedDraft> {
    return this.#inTurn(draft);
  }

  /** @throws DraftError when the compiler fails or takes too long */
  compileOwn(file: OwnFile): Promise<CompiledOwn> {
    return this.#inTurn(file);
  }

  /** Ends the worker; a later check starts another. */
  close(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  #inTurn<Answer>(question: Draft | OwnFile): Promise<Answer> {
    const answered = this.#queue.then(() => this.#ask<Answer>(question));
    this.#queue = answered.catch(() => undefined);
    return answered;
  }

  #ask<Answer>(question: Draft | OwnFile): Promise<Answer> {
    const worker = (this.#worker ??= new Worker(this.#workerUrl));
    return new Promise((resolve, reject) => {
      const fail = (message: string): void => {
        clearTimeout(timer);
        this.close();
        reject(new DraftError(message));
      };
      const timer = setTimeout(() => {
        fail('Памятка разбирается слишком долго. Уберите последнее, что вставили.');
      }, this.#timeLimit);
      worker.onmessage = ({ data }: MessageEvent<Answer>) => {
        clearTimeout(timer);
        resolve(data);
      };
      worker.onerror = () => {
        fail('Проверка не работает. Скачайте файл и откройте страницу заново.');
      };
      worker.postMessage(question);
    });
  }
}
