import { removeDraft, saveDraft, type KeptDraft } from '../storage/drafts';

/** `failed`: what was typed is in the page alone. */
export type KeepingState = 'kept' | 'keeping' | 'failed';

/** Keeps each change of a draft; while one is being written, only the newest waits. */
export class DraftKeeper {
  readonly #tell: (state: KeepingState) => void;
  #waiting: KeptDraft | undefined;
  #isWriting = false;

  /** @param tell called with each new state; `kept` only once the change is committed */
  constructor(tell: (state: KeepingState) => void) {
    this.#tell = tell;
  }

  keep(draft: KeptDraft): void {
    this.#waiting = draft;
    this.#tell('keeping');
    if (!this.#isWriting) void this.#write();
  }

  /** @throws StorageError */
  async remove(id: number): Promise<void> {
    if (this.#waiting?.id === id) this.#waiting = undefined;
    await removeDraft(id);
  }

  async #write(): Promise<void> {
    this.#isWriting = true;
    let isKept = true;
    for (let draft = this.#take(); draft; draft = this.#take()) {
      isKept = await saveDraft(draft).then(
        () => true,
        () => false,
      );
    }
    this.#isWriting = false;
    this.#tell(isKept ? 'kept' : 'failed');
  }

  #take(): KeptDraft | undefined {
    const draft = this.#waiting;
    this.#waiting = undefined;
    return draft;
  }
}
