import { HuffmanCode } from './huffman';

/** Shorter repeats cost about what their letters do, and take longer to find. */
const SHORTEST = 4;
/** One less than deflate allows: the longest has a symbol of its own, outside the rule. */
const LONGEST = 257;
/** How far back a repeat may lie. */
const WINDOW = 1 << 15;
const HASH_BITS = 13;

const END = 256;
const FIRST_LENGTH = 257;
/** RFC 1951, 3.2.7: the order of the lengths of the code for lengths. */
const LENGTHS_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15] as const;
/** Of runs of lengths: the one before again, a few zeros, many zeros. */
const [AGAIN, ZEROS, MANY_ZEROS] = [16, 17, 18] as const;
/** Bits that hold such a symbol. */
const RUN_SYMBOL = 5;
const SYMBOL_MASK = (1 << RUN_SYMBOL) - 1;

/**
 * Deflates (RFC 1950, 1951) the thousands of small streams of a school's memos. fflate makes its
 * tables anew for each, 170 kB for a stream of two, which takes longer than the work; here they are
 * made once. Quick rather than thorough: a stream is one block, and of the places where the next
 * four bytes stood before, the last alone is tried. The same bytes give the same stream anywhere.
 */
export class Deflater {
  private readonly places = new Int32Array(1 << HASH_BITS);
  /** Letters, and repeats as length and distance. */
  private tokens = new Uint32Array(1 << 12);
  private readonly letters = new HuffmanCode(286, 15);
  private readonly distances = new HuffmanCode(30, 15);
  private readonly lengths = new HuffmanCode(19, 7);
  private readonly allLengths = new Uint8Array(286 + 30);
  private readonly runs = new Uint16Array(286 + 30);
  private out = new Uint8Array(1 << 12);
  private used = 0;
  private bits = 0;
  private bitCount = 0;

  /** @returns the zlib stream, where it lies: only until the next is made */
  deflate(bytes: Uint8Array): Uint8Array {
    this.makeRoom(bytes.length);
    const count = this.findRepeats(bytes);
    this.used = 0;
    this.byte(0x78);
    this.byte(0x01);
    this.writeBlock(count);
    const check = adler32(bytes);
    for (let shift = 24; shift >= 0; shift -= 8) this.byte(check >>> shift);
    return this.out.subarray(0, this.used);
  }

  /** A code made for the block needs no more than 15 bits a letter. */
  private makeRoom(length: number): void {
    if (this.tokens.length < length) this.tokens = new Uint32Array(length * 2);
    const most = length * 2 + 512;
    if (this.out.length < most) this.out = new Uint8Array(most * 2);
  }

  private findRepeats(bytes: Uint8Array): number {
    const { places, tokens } = this;
    const { frequencies: letters } = this.letters;
    const { frequencies: distances } = this.distances;
    places.fill(-1);
    letters.fill(0);
    distances.fill(0);
    const { length } = bytes;
    const lastHash = length - SHORTEST;
    let count = 0;
    let at = 0;
    while (at < length) {
      let repeat = 0;
      let distance = 0;
      if (at <= lastHash) {
        const hash = hashAt(bytes, at);
        const place = places[hash] as number;
        places[hash] = at;
        distance = at - place;
        if (place >= 0 && distance <= WINDOW) {
          const most = Math.min(LONGEST, length - at);
          while (repeat < most && bytes[place + repeat] === bytes[at + repeat]) repeat += 1;
        }
      }
      if (repeat < SHORTEST) {
        const letter = bytes[at] as number;
        tokens[count] = letter;
        letters[letter] = (letters[letter] as number) + 1;
        at += 1;
      } else {
        tokens[count] = (repeat << 16) | distance;
        const lengthSymbol = symbolOfLength(repeat);
        const distanceSymbol = symbolOfDistance(distance);
        letters[lengthSymbol] = (letters[lengthSymbol] as number) + 1;
        distances[distanceSymbol] = (distances[distanceSymbol] as number) + 1;
        const end = Math.min(at + repeat, lastHash + 1);
        for (let inside = at + 1; inside < end; inside += 1) places[hashAt(bytes, inside)] = inside;
        at += repeat;
      }
      count += 1;
    }
    letters[END] = 1;
    return count;
  }

  private writeBlock(count: number): void {
    const { tokens, letters, distances } = this;
    const letterCodes = Math.max(letters.build(), FIRST_LENGTH);
    const distanceCodes = Math.max(distances.build(), 1);
    // The last block, with a code of its own.
    this.write(0b101, 3);
    this.writeCodes(letterCodes, distanceCodes);
    for (let index = 0; index < count; index += 1) {
      const token = tokens[index] as number;
      if (token < END) {
        this.write(letters.codes[token] as number, letters.lengths[token] as number);
      } else {
        this.writeRepeat(token >>> 16, token & 0xffff);
      }
    }
    this.write(letters.codes[END] as number, letters.lengths[END] as number);
    this.write(0, 7);
    this.bits = 0;
    this.bitCount = 0;
  }

  private writeRepeat(length: number, distance: number): void {
    const { letters, distances } = this;
    const lengthSymbol = symbolOfLength(length);
    const lengthBits = letters.lengths[lengthSymbol] as number;
    const moreBits = length < 11 ? 0 : 29 - Math.clz32(length - 3);
    this.write(
      (letters.codes[lengthSymbol] as number) |
        (((length - 3) & ((1 << moreBits) - 1)) << lengthBits),
      lengthBits + moreBits,
    );
    const symbol = symbolOfDistance(distance);
    this.write(distances.codes[symbol] as number, distances.lengths[symbol] as number);
    const furtherBits = distance < 5 ? 0 : 30 - Math.clz32(distance - 1);
    this.write((distance - 1) & ((1 << furtherBits) - 1), furtherBits);
  }

  /** The lengths of both codes, as runs. */
  private writeCodes(letterCodes: number, distanceCodes: number): void {
    const all = this.allLengths.subarray(0, letterCodes + distanceCodes);
    all.set(this.letters.lengths.subarray(0, letterCodes));
    all.set(this.distances.lengths.subarray(0, distanceCodes), letterCodes);
    const { runs } = this;
    const count = findRuns(all, runs);
    const { frequencies, lengths, codes } = this.lengths;
    frequencies.fill(0);
    for (let index = 0; index < count; index += 1) {
      const symbol = (runs[index] as number) & SYMBOL_MASK;
      frequencies[symbol] = (frequencies[symbol] as number) + 1;
    }
    this.lengths.build();
    let last: number = LENGTHS_ORDER.length;
    while (last > 4 && lengths[LENGTHS_ORDER[last - 1] ?? 0] === 0) last -= 1;
    this.write(letterCodes - 257, 5);
    this.write(distanceCodes - 1, 5);
    this.write(last - 4, 4);
    for (let index = 0; index < last; index += 1) {
      this.write(lengths[LENGTHS_ORDER[index] as number] as number, 3);
    }
    for (let index = 0; index < count; index += 1) {
      const run = runs[index] as number;
      const symbol = run & SYMBOL_MASK;
      this.write(codes[symbol] as number, lengths[symbol] as number);
      this.write(run >>> RUN_SYMBOL, bitsOfRun(symbol));
    }
  }

  private write(value: number, length: number): void {
    this.bits |= value << this.bitCount;
    this.bitCount += length;
    while (this.bitCount >= 8) {
      this.out[this.used] = this.bits;
      this.used += 1;
      this.bits >>>= 8;
      this.bitCount -= 8;
    }
  }

  private byte(value: number): void {
    this.out[this.used] = value;
    this.used += 1;
  }
}
function hashAt(bytes: Uint8Array, at: number): number {
  const four =
    (bytes[at] as number) |
    ((bytes[at + 1] as number) << 8) |
    ((bytes[at + 2] as number) << 16) |
    ((bytes[at + 3] as number) << 24);
  return Math.imul(four, 0x9e3779b1) >>> (32 - HASH_BITS);
}

/** RFC 1951, 3.2.5: four symbols for each doubling. */
function symbolOfLength(length: number): number {
  const value = length - 3;
  if (value < 8) return FIRST_LENGTH + value;
  const doubling = 31 - Math.clz32(value);
  return FIRST_LENGTH + (doubling - 1) * 4 + ((value >> (doubling - 2)) & 3);
}

/** RFC 1951, 3.2.5: two symbols for each doubling. */
function symbolOfDistance(distance: number): number {
  const value = distance - 1;
  if (value < 4) return value;
  const doubling = 31 - Math.clz32(value);
  return doubling * 2 + ((value >> (doubling - 1)) & 1);
}

/** Further bits of a run's symbol: how often it repeats. */
function bitsOfRun(symbol: number): number {
  return symbol === AGAIN ? 2 : symbol === ZEROS ? 3 : symbol === MANY_ZEROS ? 7 : 0;
}

/**
 * Writes lengths as runs, each its symbol and, in the bits above {@link RUN_SYMBOL}, its repeats.
 * @returns how many there are
 */
function findRuns(lengths: Uint8Array, runs: Uint16Array): number {
  let count = 0;
  let at = 0;
  const put = (symbol: number, rest: number): void => {
    runs[count] = symbol | (rest << RUN_SYMBOL);
    count += 1;
  };
  while (at < lengths.length) {
    const length = lengths[at] as number;
    let end = at + 1;
    while (end < lengths.length && lengths[end] === length) end += 1;
    if (length !== 0) {
      put(length, 0);
      at += 1;
    }
    while (end - at >= 3) {
      const isLong = length === 0 && end - at > 10;
      const most = length !== 0 ? 6 : isLong ? 138 : 10;
      const some = Math.min(end - at, most);
      if (length !== 0) put(AGAIN, some - 3);
      else if (isLong) put(MANY_ZEROS, some - 11);
      else put(ZEROS, some - 3);
      at += some;
    }
    for (; at < end; at += 1) put(length, 0);
  }
  return count;
}

/** So many bytes add up to less than 31 bits, which are quick to add. */
const SUM = 2048;

/** RFC 1950, 8.2: sums modulo a prime, taken before they grow beyond 32 bits. */
function adler32(bytes: Uint8Array): number {
  let [low, high] = [1, 0];
  for (let start = 0; start < bytes.length; start += SUM) {
    const end = Math.min(start + SUM, bytes.length);
    for (let at = start; at < end; at += 1) {
      low += bytes[at] as number;
      high += low;
    }
    low %= 65_521;
    high %= 65_521;
  }
  return high * 65_536 + low;
}
