import type { Contact, Guide, Library, Problem, Region, Severity } from './guide';
import { guidesOfRegion } from './route';
import { phoneUrl, plainText } from './inline';
import { svgSize } from './svg-size';
import { blocksOf, inlinesOf, linksOf, stepsOf } from './walk';

/** A service changes about twice a school year. */
const VERIFIED_FOR_DAYS = 180;

/** Ten or eleven digits, whatever stands between them: the strangest dashes dial as well. */
const PHONE = /(?:\+?[78][^\p{L}\d\n]{0,3})\d(?:[^\p{L}\d\n]{0,3}\d){9}(?!\d)/gu;
/** An imperative, as every step has one: «Откройте», «Войдите», «Приготовьте», «Зарегистрируйтесь». */
const IMPERATIVE = /\p{L}(?:й|и|ь)те(?:сь)?(?!\p{L})/u;
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;

const HOW_TO_ADD_CONTACT =
  'Сверьте его с common/contacts.yaml или впишите контакт в own-contacts файла region.yaml.';

/** Folders of the site that are no region's. */
const TAKEN_FOLDERS = [
  'about',
  'assets',
  'author',
  'class',
  'common',
  'fonts',
  'help',
  'icons',
  'own',
];

/**
 * What one file alone cannot show: links between guides, pictures, addresses and contacts
 * against the region's list, age of verification.
 * @param files text of all files of the guides folder, by path
 */
export function checkLibrary(
  library: Library,
  files: ReadonlyMap<string, string>,
  today: string,
): Problem[] {
  return [
    ...library.regions.flatMap((region) => checkRoutes(library, region, files)),
    ...library.guides.flatMap((guide) => new GuideCheck(library, guide, files).run(today)),
  ];
}

function checkRoutes(
  library: Library,
  region: Region,
  files: ReadonlyMap<string, string>,
): Problem[] {
  const file = `${region.id}/region.yaml`;
  const known = new Set(library.guides.map((guide) => guide.id));
  const named = [
    ...Object.values(region.route).flat(),
    region.memo,
    ...(region.help === undefined ? [] : [region.help]),
  ];
  const missing = [...new Set(named)]
    // One that cannot be read is told of where it is wrong.
    .filter((id) => !known.has(id) && !files.has(`${id}.md`))
    .map((id): Problem => ({
      file,
      line: lineOf(files.get(file), id.replace(`${region.id}/`, '')),
      severity: 'error',
      message: `Памятки «${id}» нет: проверьте имя или добавьте файл ${id}.md.`,
    }));
  return [...checkFolder(region.id), ...checkAddresses(library, region), ...missing];
}

function checkFolder(folder: string): Problem[] {
  if (/^[a-z][a-z0-9-]*$/.test(folder) && !TAKEN_FOLDERS.includes(folder)) return [];
  const message = `Папку региона нельзя назвать «${folder}»: нужны строчные латинские буквы, цифры и дефис, и имя не из занятых (${TAKEN_FOLDERS.join(', ')}).`;
  return [{ file: `${folder}/region.yaml`, line: 1, severity: 'error', message }];
}

/** A region's guide and a common one of the same name would have one address. */
function checkAddresses(library: Library, region: Region): Problem[] {
  const shown = guidesOfRegion(library, region);
  return shown
    .filter((guide) => guide.region === region.id)
    .filter(({ slug, id }) => shown.some((other) => other.slug === slug && other.id !== id))
    .map(({ id, slug }) => ({
      file: `${id}.md`,
      line: 1,
      severity: 'error',
      message: `Общая памятка common/${slug}.md в этом регионе уже есть под тем же адресом. Назовите файл иначе.`,
    }));
}

class GuideCheck {
  private readonly problems: Problem[] = [];
  private readonly library: Library;
  private readonly guide: Guide;
  private readonly files: ReadonlyMap<string, string>;

  constructor(library: Library, guide: Guide, files: ReadonlyMap<string, string>) {
    this.library = library;
    this.guide = guide;
    this.files = files;
  }

  run(today: string): Problem[] {
    this.checkRoute();
    this.checkAge(today);
    this.checkStatus();
    this.checkPictures();
    this.checkLinks();
    this.checkContacts();
    this.checkNeeds();
    this.checkActions();
    this.checkMemo();
    this.checkTroubleshooting();
    return this.problems;
  }

  /** Regions whose pages carry this guide. */
  private get regions(): Region[] {
    return this.library.regions.filter((region) =>
      this.guide.region === 'common'
        ? guidesOfRegion(this.library, region).includes(this.guide)
        : region.id === this.guide.region,
    );
  }

  /** A forgotten line in the region's file, most often. */
  private checkRoute(): void {
    const { region: folder, slug } = this.guide;
    // A region's file that cannot be read is told of elsewhere.
    const regions = this.library.regions.filter(({ id }) => folder === 'common' || id === folder);
    const isShown = regions.some((region) =>
      guidesOfRegion(this.library, region).includes(this.guide),
    );
    if (regions.length === 0 || isShown) return;
    if (!/^[a-z0-9-]+$/.test(slug)) {
      this.add(1, `Назовите файл «${slug}.md» иначе: строчные латинские буквы, цифры и дефис.`);
      return;
    }
    const name = folder === 'common' ? `common/${slug}` : slug;
    this.add(
      1,
      `Памятки ещё нет в маршруте: её не будет на сайте, пока тот, кто его ведёт, не впишет «${name}» в поле route файла region.yaml.`,
      'warning',
    );
  }

  private checkAge(today: string): void {
    const days = (Date.parse(today) - Date.parse(this.guide.verified)) / 86_400_000;
    if (days > VERIFIED_FOR_DAYS) {
      this.add(
        'verified:',
        `Памятку не сверяли ${String(Math.floor(days))} дней. Сверьте её с сервисом и обновите поле «verified».`,
        'warning',
      );
    }
    if (days < 0) this.add('verified:', 'Поле «verified» — дата из будущего.');
  }

  private checkStatus(): void {
    if (this.guide.status !== 'changed') return;
    const noted = this.allBlocks().some(
      (block) =>
        block.type === 'note' &&
        block.blocks[0]?.type === 'paragraph' &&
        plainText(block.blocks[0].content).startsWith('Изменилось'),
    );
    if (!noted) {
      this.add(
        'status:',
        'При «status: changed» нужна заметка, которая начинается со слова «Изменилось».',
      );
    }
  }

  private checkPictures(): void {
    const folder = this.guide.region;
    for (const block of this.allBlocks()) {
      if (block.type !== 'picture') continue;
      const picture = this.files.get(`${folder}/${block.source}`);
      if (picture === undefined) {
        this.add(block.source, `Рисунка «${block.source}» нет в папке ${folder}.`);
      } else if (picture !== '' && !svgSize(picture)) {
        this.add(
          block.source,
          `У рисунка «${block.source}» нет размеров: напишите в его начале <svg … width="320" height="200">, целыми числами.`,
        );
      }
    }
  }

  private checkLinks(): void {
    const emails = new Set(this.contacts().flatMap((contact) => contact.email ?? []));
    const phones = new Set(
      this.contacts().flatMap((contact) => (contact.phone ? [phoneUrl(contact.phone)] : [])),
    );
    for (const url of this.allLinks()) {
      if (url.startsWith('guide:')) this.checkGuideLink(url);
      else if (url.startsWith('mailto:')) {
        if (!emails.has(url.slice('mailto:'.length))) {
          this.add(
            url.slice(7),
            `Почты «${url.slice(7)}» нет в контактах региона. ${HOW_TO_ADD_CONTACT}`,
          );
        }
      } else if (url.startsWith('https:')) this.checkSite(url);
      else if (url.startsWith('tel:')) {
        if (!phones.has(url))
          this.add(
            url,
            `Телефона «${url.slice(4)}» нет в контактах региона. ${HOW_TO_ADD_CONTACT}`,
          );
      } else {
        this.add(url, `Адрес «${url}» не годится: нужен https://.`);
      }
    }
    if (this.guide.site !== undefined) this.checkSite(this.guide.site);
  }

  private checkSite(url: string): void {
    for (const region of this.regions) {
      const sites = [...region.sites, ...region.contacts.flatMap((contact) => contact.site ?? [])];
      const allowed = sites.some(
        (site) => url === site || (site.endsWith('/') && url.startsWith(site)),
      );
      if (!allowed) {
        const similar = sites.find((site) => bareHost(site) === bareHost(url));
        this.add(
          url,
          `Адреса «${url}» нет в списке sites региона «${region.title}». ` +
            (similar === undefined
              ? 'Добавьте его или уберите ссылку.'
              : `Есть похожий: ${similar}. Напишите его или добавьте свой.`),
        );
      }
    }
  }

  private checkGuideLink(url: string): void {
    if (!this.targetExists(url.slice('guide:'.length))) {
      const name = url.slice('guide:'.length);
      const [, id = '', slug = '', anchor = ''] = /^([^#]*?([^/#]+))(#.*)?$/.exec(name) ?? [];
      this.add(
        id === this.guide.id ? anchor : `${slug}.md${anchor}`,
        `Ссылка ведёт в никуда: ${name}.`,
      );
    }
  }

  private checkContacts(): void {
    const allowed = this.contacts();
    const phones = new Set(
      allowed.flatMap((contact) => (contact.phone ? [digitsOf(contact.phone)] : [])),
    );
    const emails = new Set(allowed.flatMap((contact) => contact.email ?? []));
    for (const content of inlinesOf(this.guide)) {
      const text = plainText(content);
      for (const [phone] of text.matchAll(PHONE)) {
        if (!phones.has(digitsOf(phone)))
          this.add(phone, `Телефона «${phone}» нет в контактах региона. ${HOW_TO_ADD_CONTACT}`);
      }
      for (const [email] of text.matchAll(EMAIL)) {
        if (!emails.has(email))
          this.add(email, `Почты «${email}» нет в контактах региона. ${HOW_TO_ADD_CONTACT}`);
      }
    }
  }

  private checkNeeds(): void {
    const needs = [
      ...this.guide.needs,
      ...this.guide.sections.flatMap((section) => section.needs),
      ...stepsOf(this.guide).flatMap((step) => step.needs),
    ];
    for (const need of needs) {
      if (this.targetExists(need)) continue;
      const other = this.library.guides.find(({ slug }) => slug === need.split('#')[0]);
      const lines = this.files.get(`${this.guide.id}.md`)?.split('\n') ?? [];
      const index = lines.findIndex((line) => line.includes('needs:') && line.includes(need));
      this.add(
        index === -1 ? need : index + 1,
        `Сначала нужно «${need}», но такой памятки или шага нет.` +
          (other ? ` Имя пишут с папкой: ${other.id}.` : ''),
      );
    }
  }

  private checkActions(): void {
    for (const step of stepsOf(this.guide)) {
      const action = plainText(step.action);
      if (action !== '' && !IMPERATIVE.test(action)) {
        this.add(
          step.line,
          `В шаге «${action}» нет действия. Начните с глагола: «Откройте», «Нажмите».`,
        );
      }
    }
  }

  private checkMemo(): void {
    for (const { inMemo, blocks, title, line } of this.guide.sections) {
      if (!inMemo || blocks.some(({ type }) => type === 'steps')) continue;
      this.add(
        line,
        `Раздел «${plainText(title)}» с пометкой {memo} в памятку для семьи не попадёт: в нём нет шагов «- [ ]».`,
        'warning',
      );
    }
  }

  private checkTroubleshooting(): void {
    if (this.guide.kind !== 'troubleshooting') return;
    for (const section of this.guide.sections) {
      const starts = section.blocks.map((block) =>
        block.type === 'paragraph' ? plainText(block.content) : '',
      );
      for (const words of ['Почему.', 'Кто исправит.']) {
        if (!starts.some((start) => start.startsWith(words))) {
          this.add(section.line, `В разделе нет строки «**${words}**».`);
        }
      }
      if (!section.blocks.some((block) => block.type === 'steps')) {
        this.add(section.line, 'В разделе нет ни одного шага «- [ ]».');
      }
    }
  }

  private targetExists(target: string): boolean {
    const [id, anchor] = target.split('#');
    const guide = this.library.guides.find((candidate) => candidate.id === id);
    if (!guide || anchor === undefined) return guide !== undefined;
    return (
      guide.sections.some((section) => section.id === anchor) ||
      stepsOf(guide).some((step) => step.id === anchor || step.aliases.includes(anchor))
    );
  }

  private contacts(): Contact[] {
    return this.regions.flatMap((region) => [...region.contacts, ...region.memoContacts]);
  }

  private allBlocks() {
    return [
      ...blocksOf(this.guide.lead),
      ...this.guide.sections.flatMap((section) => [...blocksOf(section.blocks)]),
    ];
  }

  private allLinks(): Set<string> {
    return new Set([...inlinesOf(this.guide)].flatMap((content) => linksOf(content)));
  }

  /** @param where a line number, or text whose first line in the file is meant */
  private add(where: number | string, message: string, severity: Severity = 'error'): void {
    const file = `${this.guide.id}.md`;
    const line = typeof where === 'number' ? where : lineOf(this.files.get(file), where);
    // An address stands in the front matter and in the text; said once, it is understood.
    if (this.problems.some((told) => told.line === line && told.message === message)) return;
    this.problems.push({ file, line, severity, message });
  }
}

/** `https://www.gosuslugi.ru/login` is at gosuslugi.ru to a reader. */
function bareHost(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url;
}

/** The number without its country's prefix: `+7 (800)…` and `8-800…` are one. */
function digitsOf(phone: string): string {
  return phone.replace(/\D/g, '').slice(-10);
}

function lineOf(source: string | undefined, text: string): number {
  const index = (source ?? '').split('\n').findIndex((line) => line.includes(text));
  return index === -1 ? 1 : index + 1;
}
