import { failure, ok, someOf, type Finding } from './finding';
import { askAll, integrityOf, typeOf, type Answer } from './host';
import type { KeptFile } from './kept-files';
import { foreignPiece } from './page-twins';

/** Under `nosniff` browsers refuse a file whose type is another. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  html: ['text/html'],
  js: ['text/javascript', 'application/javascript'],
  css: ['text/css'],
  svg: ['image/svg+xml'],
  png: ['image/png'],
  webmanifest: ['application/manifest+json', 'application/json'],
};

/** The published files, as far as they came. */
export interface PublishedFiles {
  /** What the service worker keeps, by the path from the site's root. */
  kept: ReadonlyMap<string, Answer>;
  /** The pages under their own addresses. */
  pages: Answer[];
  findings: Finding[];
}

/** Asks for every file that the service worker keeps, and for every page, and looks at each. */
export async function checkFiles(
  base: string,
  files: readonly KeptFile[],
): Promise<PublishedFiles> {
  const answers = await askAll(files.map(({ file }) => new URL(file, base).href));
  const twins = files.filter(({ page, file }) => page !== file);
  const pages = await askAll(twins.map(({ page }) => new URL(page, base).href));
  const kept = new Map<string, Answer>();
  const missing: string[] = [];
  const differing: string[] = [];
  const mistyped: string[] = [];
  for (const [index, { file, integrity }] of files.entries()) {
    const answer = answers[index];
    if (answer?.status !== 200) missing.push(`${file} (${answer?.status ?? 'нет ответа'})`);
    else if (integrityOf(answer) !== integrity) differing.push(file);
    else kept.set(file, answer);
    if (answer?.status === 200 && !hasRightType(file, answer)) {
      mistyped.push(`${file} (${typeOf(answer)})`);
    }
  }
  const absent = twins.filter((_twin, index) => pages[index]?.status !== 200);
  const altered = twins.flatMap(({ page, file }, index) => {
    const [answer, twin] = [pages[index], kept.get(file)];
    if (answer?.status !== 200 || !twin) return [];
    const piece = foreignPiece(answer.body.toString(), twin.body.toString());
    return piece === undefined ? [] : [`/${page}: ${piece}`];
  });
  return {
    kept,
    pages: pages.flatMap((answer) => (answer?.status === 200 ? answer : [])),
    findings: [
      missing.length + absent.length === 0
        ? ok('files', `Все файлы на месте: ${files.length + twins.length}.`)
        : failure(
            'files',
            `Нет файлов: ${someOf([...missing, ...absent.map(({ page }) => `/${page}`)])}. Работа без интернета не включится.`,
            'Загрузите папку dist/ целиком, вместе с assets/ и файлами offline.html.',
          ),
      differing.length === 0
        ? ok('integrity', 'Содержимое файлов — то, которое ждёт service worker.')
        : failure(
            'integrity',
            `Файлы не из этой сборки или изменены хостом: ${someOf(differing)}. Работа без интернета не включится.`,
            'Загрузите dist/ целиком, sw.js последним; в FTP-программе включите двоичный режим; выключите у хоста «минификацию» и «оптимизацию».',
          ),
      mistyped.length === 0
        ? ok('types', 'Типы файлов (Content-Type) верные.')
        : failure(
            'types',
            `Неверный Content-Type: ${someOf(mistyped)}. Браузер такие файлы не примет.`,
            'Назначьте типы на сервере; в правилах для nginx, Caddy и Apache это сделано.',
          ),
      altered.length === 0
        ? ok('altered', 'Хост ничего не вставляет в страницы.')
        : failure(
            'altered',
            `Хост меняет страницы: ${someOf(altered)}.`,
            'Выключите у хоста счётчики, рекламу и «ускорение» страниц: чужой код Памятка не запустит, но и хостингу, который его вставляет, доверять нельзя.',
          ),
    ],
  };
}

function hasRightType(file: string, answer: Answer): boolean {
  const extension = file === '' || file.endsWith('/') ? 'html' : (file.split('.').pop() ?? '');
  return TYPES[extension]?.includes(typeOf(answer)) ?? true;
}
