/**
 * A canonical prefix code (RFC 1951, 3.2.2) made for how often each symbol stands in one block. Its
 * arrays are its own and used again for every block.
 */
export class HuffmanCode {
  /** Of each symbol: how often it stands in the block. The writer counts; {@link build} reads. */
  readonly frequencies: Uint32Array;
  /** Bits of each symbol's code; 0 for a symbol that is not there. */
  readonly lengths: Uint8Array;
  /** Each symbol's code as deflate writes it, from its highest bit on, in the lowest bits. */
  readonly codes: Uint16Array;
  private readonly longest: number;
  /** Frequency and symbol in one number, so that equals have an order and numbers alone are sorted. */
  private readonly order: Float64Array;
  /** Of the tree's nodes: its leaves, and after them what joins two of them. */
  private readonly weights: Float64Array;
  private readonly parents: Uint16Array;
  private readonly depths: Uint8Array;

  /**
   * @param symbols how many there can be, at most 512
   * @param longest bits of a code at most
   */
  constructor(symbols: number, longest: number) {
    this.frequencies = new Uint32Array(symbols);
    this.lengths = new Uint8Array(symbols);
    this.codes = new Uint16Array(symbols);
    this.longest = longest;
    this.order = new Float64Array(symbols);
    this.weights = new Float64Array(symbols * 2);
    this.parents = new Uint16Array(symbols * 2);
    this.depths = new Uint8Array(symbols * 2);
  }

  /** Makes the code for the frequencies counted, and answers how many symbols it can name. */
  build(): number {
    const { order, lengths, depths, longest } = this;
    const used = this.sort();
    lengths.fill(0);
    if (used === 1) {
      lengths[symbolOf(order[0])] = 1;
    } else if (used > 1) {
      // A code too long is rare; with rougher frequencies it becomes shorter at little cost.
      let divisor = 1;
      while (this.joinNodes(used, divisor) > longest) divisor *= 2;
      for (let leaf = 0; leaf < used; leaf += 1) {
        lengths[symbolOf(order[leaf])] = depths[leaf] ?? 0;
      }
    }
    this.assignCodes();
    let end = lengths.length;
    while (end > 0 && lengths[end - 1] === 0) end -= 1;
    return end;
  }

  /** Symbols that are there, the rarest first. */
  private sort(): number {
    const { frequencies, order } = this;
    let used = 0;
    for (let symbol = 0; symbol < frequencies.length; symbol += 1) {
      const frequency = frequencies[symbol] as number;
      if (frequency === 0) continue;
      order[used] = frequency * SYMBOLS + symbol;
      used += 1;
    }
    order.subarray(0, used).sort();
    return used;
  }

  /**
   * Huffman's algorithm over sorted leaves: nodes that join two come in the order of their weight
   * too, so the lightest is the first of one row or of the other.
   * @returns the depth of the tree
   */
  private joinNodes(used: number, divisor: number): number {
    const { order, weights, parents, depths } = this;
    for (let leaf = 0; leaf < used; leaf += 1) {
      weights[leaf] = Math.ceil(Math.floor((order[leaf] as number) / SYMBOLS) / divisor);
    }
    const root = used * 2 - 2;
    let [leaf, joined] = [0, used];
    for (let node = used; node <= root; node += 1) {
      let weight = 0;
      for (let child = 0; child < 2; child += 1) {
        const isLeaf =
          leaf < used &&
          (joined >= node || (weights[leaf] as number) <= (weights[joined] as number));
        const lightest = isLeaf ? leaf : joined;
        if (isLeaf) leaf += 1;
        else joined += 1;
        weight += weights[lightest] as number;
        parents[lightest] = node;
      }
      weights[node] = weight;
    }
    depths[root] = 0;
    let deepest = 0;
    for (let node = root - 1; node >= 0; node -= 1) {
      const depth = (depths[parents[node] as number] as number) + 1;
      depths[node] = depth;
      if (depth > deepest) deepest = depth;
    }
    return deepest;
  }

  private assignCodes(): void {
    const { lengths, codes, longest } = this;
    const next = new Uint16Array(longest + 2);
    for (const length of lengths) if (length > 0) next[length + 1] = (next[length + 1] ?? 0) + 1;
    for (let length = 1; length < next.length; length += 1) {
      next[length] = ((next[length] ?? 0) + (next[length - 1] ?? 0)) << 1;
    }
    for (let symbol = 0; symbol < lengths.length; symbol += 1) {
      const length = lengths[symbol] as number;
      if (length === 0) continue;
      const code = next[length] as number;
      next[length] = code + 1;
      codes[symbol] = reversed(code, length);
    }
  }
}

/** More than any alphabet of deflate has. */
const SYMBOLS = 512;

function symbolOf(ordered = 0): number {
  return ordered % SYMBOLS;
}

function reversed(code: number, length: number): number {
  let [result, rest] = [0, code];
  for (let bit = 0; bit < length; bit += 1) {
    result = (result << 1) | (rest & 1);
    rest >>= 1;
  }
  return result;
}
