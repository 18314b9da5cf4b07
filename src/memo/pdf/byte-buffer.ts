const FIRST_CAPACITY = 1 << 14;

/** Bytes that grow at their end. */
export class ByteBuffer {
  private bytes = new Uint8Array(FIRST_CAPACITY);
  private used = 0;

  get length(): number {
    return this.used;
  }

  /** @param text one byte a character, up to U+00FF */
  write(text: string): void {
    const { length } = text;
    this.makeRoom(length);
    for (let index = 0; index < length; index += 1) {
      this.bytes[this.used + index] = text.charCodeAt(index);
    }
    this.used += length;
  }

  append(bytes: Uint8Array): void {
    this.makeRoom(bytes.length);
    this.bytes.set(bytes, this.used);
    this.used += bytes.length;
  }

  /** A few bytes of many: a view of them would cost more than they do. */
  appendPart(bytes: Uint8Array, start: number, end: number): void {
    this.makeRoom(end - start);
    for (let index = start; index < end; index += 1) {
      this.bytes[this.used + index - start] = bytes[index] ?? 0;
    }
    this.used += end - start;
  }

  /** Room at the end for that many bytes, which the caller writes. */
  grow(length: number): Uint8Array<ArrayBuffer> {
    this.makeRoom(length);
    this.used += length;
    return this.bytes.subarray(this.used - length, this.used);
  }

  /** All bytes so far, where they lie: only until more are written. */
  view(): Uint8Array<ArrayBuffer> {
    return this.bytes.subarray(0, this.used);
  }

  clear(): void {
    this.used = 0;
  }

  private makeRoom(length: number): void {
    const needed = this.used + length;
    if (needed <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, this.bytes.length * 2));
    larger.set(this.view());
    this.bytes = larger;
  }
}
