/** States remembered: each shares what it did not change with its neighbours. */
const LONGEST = 200;

/** A value with the way back and forth; nothing in it is ever changed in place. */
export class History<T> {
  readonly #past: T[] = [];
  #future: T[] = [];
  #present: T;

  constructor(present: T) {
    this.#present = present;
  }

  get present(): T {
    return this.#present;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** Goes on to another value; what was undone is forgotten. */
  push(next: T): void {
    this.#past.push(this.#present);
    if (this.#past.length > LONGEST) this.#past.shift();
    this.#present = next;
    this.#future = [];
  }

  /** Changes the present without a step back to it. */
  replace(present: T): void {
    this.#present = present;
  }

  undo(): void {
    const previous = this.#past.pop();
    if (previous === undefined) return;
    this.#future.push(this.#present);
    this.#present = previous;
  }

  redo(): void {
    const next = this.#future.pop();
    if (next === undefined) return;
    this.#past.push(this.#present);
    this.#present = next;
  }
}
