import type { Bytes } from './format';

/** Absent in Safari before 16.4. */
export function canCompress(): boolean {
  return typeof CompressionStream !== 'undefined';
}

export async function compress(bytes: Bytes): Promise<Bytes> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/**
 * Decompresses gzip, also where the browser itself cannot.
 * @throws RangeError beyond `limit` bytes, before they are held in memory; TypeError or Error for
 *   what is not gzip
 */
export async function decompress(bytes: Bytes, limit: number): Promise<Bytes> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const add = (chunk: Uint8Array): void => {
    length += chunk.length;
    if (length > limit) throw new RangeError('More than expected');
    chunks.push(chunk);
  };

  if (typeof DecompressionStream === 'undefined') {
    const { Gunzip } = await import('fflate');
    const gunzip = new Gunzip(add);
    // In pieces, so that a bomb is stopped on the way.
    const PIECE = 65_536;
    for (let at = 0; at < bytes.length; at += PIECE) {
      gunzip.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
    }
  } else {
    const reader = new Blob([bytes])
      .stream()
      .pipeThrough(new DecompressionStream('gzip'))
      .getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) add(part.value);
  }

  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
