import { ok, warning, failure, type Finding } from './finding';
import { ask } from './host';

const LOCAL = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/** HTTPS, and where the address without it leads. */
export async function checkAddress(base: string): Promise<Finding[]> {
  const { protocol, hostname, port } = new URL(base);
  if (protocol === 'http:') {
    return LOCAL.test(hostname)
      ? [
          warning(
            'https',
            'Проверен адрес этого же компьютера, без HTTPS.',
            'На сайте школы HTTPS обязателен: без него нет работы без интернета.',
          ),
        ]
      : [
          failure(
            'https',
            'Адрес открывается без HTTPS.',
            'Включите HTTPS (бесплатный сертификат — Let’s Encrypt): без него нет работы без интернета и значка на экране.',
          ),
        ];
  }
  const found = [ok('https', 'Адрес открывается по HTTPS, сертификат годится.')];
  // A port of its own has no twin without HTTPS that could be guessed.
  return port === '' ? [...found, await checkPlainTwin(base)] : found;
}

/** What a person gets who types the address without `https://`. */
async function checkPlainTwin(base: string): Promise<Finding> {
  const answer = await ask(base.replace('https:', 'http:')).catch(() => undefined);
  if (!answer) return ok('http-redirect', 'Без HTTPS сайт не отвечает.');
  const target = answer.headers.get('location') ?? '';
  if (answer.status >= 300 && answer.status < 400 && target.startsWith('https://')) {
    return ok('http-redirect', 'Адрес без HTTPS ведёт на HTTPS.');
  }
  return failure(
    'http-redirect',
    'Адрес, набранный без https://, не ведёт на HTTPS.',
    'Настройте перенаправление 301 с http:// на https://.',
  );
}

/** A folder without its slash must lead to the slash: relative addresses depend on it. */
export async function checkSlash(base: string, folder: string): Promise<Finding> {
  const url = new URL(folder.replace(/\/$/, ''), base);
  const answer = await ask(url.href).catch(() => undefined);
  const target = answer && new URL(answer.headers.get('location') ?? '', url).href;
  if (target === `${url.href}/`) {
    return ok('slash', `Адрес папки без косой черты (${url.pathname}) ведёт на адрес с чертой.`);
  }
  const isDowngraded = target === `${url.href}/`.replace('https:', 'http:');
  return failure(
    'slash',
    isDowngraded
      ? `Перенаправление с ${url.pathname} теряет HTTPS.`
      : `Адрес ${url.pathname} не ведёт на ${url.pathname}/.`,
    isDowngraded
      ? 'За прокси сервер не знает, что снаружи HTTPS: в Apache поставьте ServerName https://…, в nginx — absolute_redirect off.'
      : 'Включите на сервере перенаправление папки на адрес с «/» в конце.',
  );
}

/** An address that is not there: our page with status 404. */
export async function checkNotFound(base: string): Promise<Finding> {
  const [page, answer] = await Promise.all(
    ['404.html', 'net-takoi/stranicy/'].map((path) =>
      ask(new URL(path, base).href).catch(() => undefined),
    ),
  );
  const isOurs = answer !== undefined && page?.body.equals(answer.body) === true;
  if (isOurs && answer.status === 404) {
    return ok('not-found', 'Для адреса с опечаткой открывается страница Памятки.');
  }
  return warning(
    'not-found',
    isOurs
      ? `Страница «Такой страницы нет» приходит с кодом ${answer.status}, а нужен 404.`
      : 'Для адреса с опечаткой открывается не страница Памятки.',
    'Назначьте страницей ошибки 404 файл 404.html из папки Памятки (для nginx, Caddy и Apache это есть в готовых правилах; если сайт лежит в папке, впишите его адрес в поле address файла site.yaml и соберите снова).',
  );
}
