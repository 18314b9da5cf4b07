import { failure, ok, someOf, type Finding } from './finding';
import { askAll, integrityOf, type Answer } from './host';

/**
 * Pages in other languages keep themselves, each by the list beside it: whether what the lists name
 * is there and unchanged. Nothing is said of a site that has none.
 * @param pages of which each names its other languages
 */
export async function checkTranslations(pages: readonly Answer[]): Promise<Finding[]> {
  const addresses = [...new Set(pages.flatMap(translationsOf))];
  if (addresses.length === 0) return [];
  const lists = await askAll(addresses.map((address) => new URL('offline.json', address).href));
  const wanted = lists.flatMap((answer, index) => filesOf(answer, addresses[index] ?? ''));
  const answers = await askAll(wanted.map(({ url }) => url));
  const wrong = [
    ...addresses.filter((address) => !wanted.some(({ url }) => url === address)),
    ...wanted.flatMap(({ url, integrity }, index) => {
      const answer = answers[index];
      return answer?.status === 200 && integrityOf(answer) === integrity ? [] : [url];
    }),
  ];
  if (wrong.length === 0) {
    return [ok('translations', `Страницы на других языках на месте: ${addresses.length}.`)];
  }
  const names = [...new Set(wrong)].map((url) => new URL(url).pathname);
  return [
    failure(
      'translations',
      `Файлы на других языках не из этой сборки или изменены хостом: ${someOf(names)}. Без интернета они не откроются.`,
      'Загрузите dist/ целиком, вместе с файлами offline.json; выключите у хоста «оптимизацию» страниц.',
    ),
  ];
}

function translationsOf({ url, body }: Answer): string[] {
  const links = body
    .toString()
    .matchAll(/<link rel="alternate" hreflang="(?!ru")[^"]+" href="([^"]+)"/g);
  return [...links].map(([, href = '']) => new URL(href, url).href);
}

interface ListedFile {
  url: string;
  integrity: string;
}

/** What the list says, with whole addresses; nothing where it is something else. */
function filesOf(answer: Answer | undefined, page: string): ListedFile[] {
  if (answer?.status !== 200) return [];
  let list: unknown;
  try {
    list = JSON.parse(answer.body.toString());
  } catch {
    return [];
  }
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry: unknown) => {
    const { url, integrity } = (entry ?? {}) as Partial<Record<keyof ListedFile, unknown>>;
    return typeof url === 'string' && typeof integrity === 'string'
      ? [{ url: new URL(url, page).href, integrity }]
      : [];
  });
}
