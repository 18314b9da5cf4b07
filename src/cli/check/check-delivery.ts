import { HASHED_FILE } from '../../hosting';
import { failure, ok, someOf, warning, type Finding } from './finding';
import type { Answer } from './host';

/** An hour in seconds: some hosts cannot do less, and a new version may wait that long. */
const SHORT = 3_600;

/** A text shorter than that fits into a packet as it is. */
const WORTH_COMPRESSING = 1_400;

const TEXT = /^(text\/|application\/(javascript|json|manifest\+json)|image\/svg\+xml)/;

/** How long browsers may keep what was sent without asking again. */
export function checkCaching(answers: readonly Answer[]): Finding[] {
  const isHashed = ({ url }: Answer): boolean =>
    new RegExp(HASHED_FILE).test(new URL(url).pathname);
  const tooLong = answers.filter((answer) => !isHashed(answer) && secondsKept(answer) > SHORT);
  const tooShort = answers.filter((answer) => isHashed(answer) && secondsKept(answer) <= SHORT);
  return [
    tooLong.length === 0
      ? ok('cache', 'Страницы и sw.js браузер спрашивает заново: новая версия дойдёт.')
      : failure(
          'cache',
          `Браузеру разрешено долго не спрашивать о новой версии: ${someOf(tooLong.map(pathOf))}.`,
          'Поставьте Cache-Control: no-cache всем файлам, кроме папки assets/.',
        ),
    tooShort.length === 0
      ? ok('cache-assets', 'Файлы из assets/ браузер хранит и не спрашивает.')
      : warning(
          'cache-assets',
          `Файлы из assets/ браузер спрашивает каждый раз: ${someOf(tooShort.map(pathOf))}.`,
          'Поставьте папке assets/ Cache-Control: public, max-age=31536000, immutable: имя такого файла меняется с его содержимым.',
        ),
  ];
}

/** Seconds; 0 where the browser has to ask, or the host says nothing that it could rely on. */
function secondsKept({ headers }: Answer): number {
  const control = headers.get('cache-control') ?? '';
  if (/\b(no-cache|no-store)\b/.test(control)) return 0;
  const [, seconds] = /\bmax-age=(\d+)/.exec(control) ?? [];
  if (seconds !== undefined) return Number(seconds);
  const expires = Date.parse(headers.get('expires') ?? '');
  return Number.isNaN(expires) ? 0 : Math.max(0, (expires - Date.now()) / 1_000);
}

/** Whether texts come compressed. */
export function checkCompression(answers: readonly Answer[]): Finding {
  const texts = answers.filter(
    ({ headers, body }) =>
      TEXT.test(headers.get('content-type') ?? '') && body.length > WORTH_COMPRESSING,
  );
  const plain = texts.filter(({ encoding }) => encoding === '');
  const kinds = [...new Set(texts.map(({ encoding }) => encoding).filter((kind) => kind !== ''))];
  if (plain.length === 0) {
    return kinds.includes('br')
      ? ok('compression', 'Тексты приходят сжатыми (brotli).')
      : ok('compression', 'Тексты приходят сжатыми (gzip; brotli сжал бы ещё на шестую часть).');
  }
  return warning(
    'compression',
    `Без сжатия приходят ${plain.length} файлов из ${texts.length}: ${someOf(plain.map(pathOf))}. На слабой связи страница откроется в несколько раз позже.`,
    'Рядом с каждым файлом лежат готовые .br и .gz: возьмите правила из dist/.htaccess или dist-hosting/.',
  );
}

/** The path that people know a file by. */
export function pathOf({ url }: Answer): string {
  return new URL(url).pathname;
}
