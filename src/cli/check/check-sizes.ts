import { brotliCompressSync, gzipSync } from 'node:zlib';
import { ok, warning, type Finding } from './finding';
import type { Answer } from './host';
import { pathOf } from './check-delivery';

/** What a server may send before it waits for the phone: ten packets. */
const FIRST_PACKETS = 14_600;

/** Whether each page comes in the first packets, as far as the host tells its length. */
export function checkSizes(pages: readonly Answer[], kept: Iterable<Answer>): Finding[] {
  const sizes = pages.map((page) => ({ page, size: sentBytes(page) }));
  const large = sizes.filter(({ size }) => size > FIRST_PACKETS);
  const largest = Math.max(...sizes.map(({ size }) => size), 0);
  const total = [...kept].reduce((sum, answer) => sum + sentBytes(answer), 0);
  return [
    large.length === 0
      ? ok('sizes', `Самая большая страница — ${kilobytes(largest)}.`)
      : warning(
          'sizes',
          `Страница ${large[0] ? pathOf(large[0].page) : ''} — ${kilobytes(largest)}: на слабой связи она откроется не сразу.`,
          'Включите brotli; если не поможет, разделите памятку на две.',
        ),
    ok(
      'sizes-kept',
      `Для работы без интернета телефон и компьютер учителя скачают до ${kilobytes(total)}.`,
    ),
  ];
}

/** Of a text that came in pieces the host has not told the length: it is packed once more. */
function sentBytes({ headers, body, encoding }: Answer): number {
  const length = headers.get('content-length');
  if (length !== null) return Number(length);
  if (encoding === 'br') return brotliCompressSync(body).length;
  return encoding === 'gzip' ? gzipSync(body).length : body.length;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1_000).toFixed(1).replace('.', ',')} кБ`;
}
