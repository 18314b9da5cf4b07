import { hostPolicy, parsePolicy, policyOfPage, siteHeaders, type Policy } from '../../hosting';
import { failure, ok, someOf, warning, type Finding } from './finding';
import type { Answer } from './host';

const RECIPES =
  'Возьмите готовые правила: dist/.htaccess, dist/_headers или dist-hosting/ (nginx, Caddy). GitHub Pages своих заголовков не даёт.';

/** Every header of ours on every one of these pages. */
export function checkHeaders(pages: readonly Answer[]): Finding[] {
  return Object.entries(siteHeaders(''))
    .filter(([name]) => name !== 'Content-Security-Policy')
    .map(([name, value]) => {
      const check = `header-${name.toLowerCase()}`;
      const wrong = pages.filter(({ headers }) => !sameValue(headers.get(name), value));
      if (wrong.length === 0) return ok(check, `${name}: ${value}`);
      const [first] = wrong;
      return warning(
        check,
        `${name}: ${first?.headers.get(name) ?? 'нет'} (на ${wrong.length} из ${pages.length} страниц), а нужно ${value}`,
        RECIPES,
      );
    });
}

/** The header against the policies in the pages themselves, which know their version's hashes. */
export function checkPolicy(pages: readonly Answer[]): Finding[] {
  const own = pages.flatMap(({ body }) => policyOfPage(body.toString()) ?? []);
  if (own.length < pages.length) {
    return [
      failure(
        'policy',
        `В ${pages.length - own.length} страницах нет политики (meta Content-Security-Policy).`,
        'Хост вырезает её или отдаёт не те файлы: загрузите dist/ заново и выключите «оптимизацию» HTML.',
      ),
    ];
  }
  const wanted = hostPolicy(own);
  const texts = new Set(pages.map(({ headers }) => headers.get('content-security-policy') ?? ''));
  if (texts.has('')) {
    return [
      warning(
        'policy',
        'Заголовка Content-Security-Policy нет: политика в самих страницах действует, но чужой сайт может показать Памятку в своей рамке.',
        RECIPES,
      ),
    ];
  }
  return [...texts].flatMap((text) => comparePolicy(parsePolicy(text), wanted));
}

function comparePolicy(sent: Policy, wanted: Policy): Finding[] {
  const blocked = missingFrom(sent, wanted, (name) => sent.has(name));
  const allowed = missingFrom(wanted, sent, () => true);
  const absent = [...wanted.keys()].filter((name) => !sent.has(name));
  const found: Finding[] = [];
  if (blocked.length > 0) {
    found.push(
      failure(
        'policy',
        `Заголовок Content-Security-Policy запрещает то, что нужно страницам: ${someOf(blocked)}.`,
        'Скорее всего, он от прежней версии: после каждого обновления скопируйте правила из dist-hosting/ и перезагрузите сервер.',
      ),
    );
  }
  if (allowed.length > 0 || absent.length > 0) {
    found.push(
      warning(
        'policy-wide',
        `Заголовок Content-Security-Policy шире нашего: ${someOf([...allowed, ...absent.map((name) => `нет ${name}`)])}.`,
        RECIPES,
      ),
    );
  }
  return found.length > 0
    ? found
    : [ok('policy', 'Content-Security-Policy: как в страницах, и показ в чужой рамке запрещён.')];
}

/** `directive source` for each source of `wanted` that `sent` does not have. */
function missingFrom(sent: Policy, wanted: Policy, counts: (name: string) => boolean): string[] {
  return [...wanted]
    .filter(([name]) => counts(name))
    .flatMap(([name, sources]) =>
      sources
        .filter((source) => source !== "'none'" && sent.get(name)?.includes(source) !== true)
        .map((source) => `${name} ${source}`),
    );
}

/** Hosts add and leave out spaces and parts of lists in their own ways. */
function sameValue(sent: string | null, wanted: string): boolean {
  const partsOf = (value: string): string =>
    value
      .toLowerCase()
      .split(',')
      .map((part) => part.trim())
      .sort()
      .join();
  return sent !== null && partsOf(sent) === partsOf(wanted);
}
