import { serializeCondition } from './condition';
import { describeCondition, RUSSIAN_CONDITIONS, type ConditionWords } from './describe-condition';
import type { Messages } from '../messages/catalogues';
import { details, didNotHelp, eachChild, first, noteTitles, pictureOf } from '../messages/ru/page';
import type { Block, Condition, Guide, Inline, Section, Step } from './guide';

/** What is said around a guide's own words. */
export type BodyWords = ConditionWords &
  Pick<Messages, 'details' | 'didNotHelp' | 'eachChild' | 'first' | 'noteTitles' | 'pictureOf'>;

const RUSSIAN: BodyWords = {
  ...RUSSIAN_CONDITIONS,
  details,
  didNotHelp,
  eachChild,
  first,
  noteTitles,
  pictureOf,
};

/** Where things lie, seen from the page that is rendered. */
export interface RenderContext {
  /** The words around the guide's own; Russian when absent. */
  words?: BodyWords;
  /** Address of a guide or of a step in it: `krasnoyarsk/kiasuo`, `sign-in`; undefined if the region has no such page. */
  guideHref: (id: string, anchor: string | undefined) => string | undefined;
  /** Title of a guide, or the action of a step in it, for «Сначала: …». */
  targetTitle: (id: string, anchor: string | undefined) => string;
  /** Where a picture lies and how large it is; one that is absent shows as its words. */
  picture: (source: string) => { href: string; width?: number; height?: number } | undefined;
  /** Where a symptom that stays is written to support about; absent where there is no such place. */
  requestHref?: (symptom: string) => string;
  /** Pictures have Russian words in them: what they show stands under them. */
  explainsPictures?: boolean;
  /** The language of a guide's title, where it is not the page's. */
  languageOfTarget?: (id: string) => string | undefined;
  /** Nobody has checked the guide: each link tells where it leads, and no number is dialled. */
  isForeign?: boolean;
  /** Level of a section's heading; 2 when absent. */
  headingLevel?: 2 | 3;
}

/** Absent and false ones vanish; true is an attribute without a value. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Makes elements: as text for the build, as nodes of a document for a page. */
export interface ElementMaker<E> {
  element: (tag: string, attributes: Attributes, children: readonly (E | string)[]) => E;
}

/** Renders a guide with the elements of one maker; every text in it stays text. */
export class GuideRenderer<E> {
  private readonly maker: ElementMaker<E>;
  private readonly context: RenderContext;
  private readonly words: BodyWords;
  /** What the heading of the section already says. */
  private said: Condition = [];

  constructor(maker: ElementMaker<E>, context: RenderContext) {
    this.maker = maker;
    this.context = context;
    this.words = context.words ?? RUSSIAN;
  }

  /** The lead and all sections, every variant included; conditions become `data-when`. */
  body(guide: Guide): E[] {
    return [
      ...this.blocks(guide.lead),
      ...guide.sections.map((section) =>
        guide.kind === 'troubleshooting' ? this.symptom(section) : this.section(section),
      ),
    ];
  }

  /** «Сначала: …» with links, for a guide or a section. */
  needs(needs: readonly string[]): E[] {
    if (needs.length === 0) return [];
    const links = needs.flatMap((need, index) => {
      const [id = '', anchor] = need.split('#');
      const href = this.context.guideHref(id, anchor);
      const title = this.context.targetTitle(id, anchor);
      const lang = this.context.languageOfTarget?.(id);
      const link = href === undefined ? title : this.make('a', { href, lang }, [title]);
      return index > 0 ? ['; ', link] : [link];
    });
    const first = this.make('strong', {}, [this.words.first]);
    return [this.make('p', { class: 'needs' }, [first, ' ', ...links, '.'])];
  }

  private make(tag: string, attributes: Attributes, children: readonly (E | string)[] = []): E {
    return this.maker.element(tag, attributes, children);
  }

  private section(section: Section): E {
    this.said = section.when ?? [];
    const { headingLevel = 2 } = this.context;
    const perChild = this.make('p', { class: 'per-child' }, [this.words.eachChild]);
    const when = serialized(section.when);
    return this.make('section', { id: section.id, lang: languageOf(section), 'data-when': when }, [
      this.make(`h${String(headingLevel)}`, {}, this.inline(section.title)),
      ...(section.perChild ? [perChild] : []),
      ...this.whenLabel(section.when),
      ...this.needs(section.needs),
      ...this.blocks(section.blocks),
    ]);
  }

  /** Of a troubleshooting guide: closed until it is asked for. */
  private symptom(section: Section): E {
    this.said = section.when ?? [];
    const attributes = {
      class: 'symptom',
      id: section.id,
      lang: languageOf(section),
      'data-when': serialized(section.when),
    };
    const href = this.context.requestHref?.(section.id);
    const ask = [this.words.didNotHelp];
    return this.make('details', attributes, [
      this.make('summary', {}, this.inline(section.title)),
      ...this.whenLabel(section.when),
      ...this.needs(section.needs),
      ...this.blocks(section.blocks),
      ...(href === undefined
        ? []
        : [this.make('p', { class: 'ask-support' }, [this.make('a', { href }, ask)])]),
    ]);
  }

  private blocks(blocks: readonly Block[]): E[] {
    return blocks.map((block) => this.block(block));
  }

  private block(block: Block): E {
    switch (block.type) {
      case 'paragraph':
        return this.make('p', {}, this.inline(block.content));
      case 'heading':
        return this.make(
          `h${String((this.context.headingLevel ?? 2) + 1)}`,
          {},
          this.inline(block.content),
        );
      case 'list':
        return this.make(
          block.ordered ? 'ol' : 'ul',
          {},
          block.items.map((item) => this.make('li', {}, this.blocks(item))),
        );
      case 'steps':
        return this.make(
          'ul',
          { class: 'steps' },
          block.steps.map((step) => this.step(step)),
        );
      case 'note': {
        const when = serialized(block.when);
        return this.make('div', { class: `note ${block.kind}`, role: 'note', 'data-when': when }, [
          this.make('p', { class: 'note-title' }, [this.words.noteTitles[block.kind]]),
          ...this.whenLabel(block.when),
          ...this.blocks(block.blocks),
        ]);
      }
      case 'picture':
        return this.picture(block.source, block.alternative);
      case 'table':
        return this.table(block.head, block.rows);
    }
  }

  private picture(source: string, alternative: string): E {
    const picture = this.context.picture(source);
    if (!picture) return this.make('p', { class: 'quiet' }, [this.words.pictureOf(alternative)]);
    const { href, width, height } = picture;
    const { explainsPictures = false } = this.context;
    const image = this.make('img', {
      src: href,
      width,
      height,
      alt: explainsPictures ? '' : alternative,
      loading: 'lazy',
      decoding: 'async',
    });
    const words = this.make('span', { class: 'quiet' }, [alternative]);
    return this.make('p', { class: 'picture' }, explainsPictures ? [image, words] : [image]);
  }

  private table(head: readonly Inline[][], rows: readonly Inline[][][]): E {
    const row = (cells: E[]): E => this.make('tr', {}, cells);
    return this.make('table', {}, [
      this.make('thead', {}, [
        row(head.map((cell) => this.make('th', { scope: 'col' }, this.inline(cell)))),
      ]),
      this.make(
        'tbody',
        {},
        rows.map((cells) => row(cells.map((cell) => this.make('td', {}, this.inline(cell))))),
      ),
    ]);
  }

  private step(step: Step): E {
    const own = step.when?.filter((term) => !this.said.includes(term));
    const box = this.make('input', {
      type: 'checkbox',
      id: step.id,
      autocomplete: 'off',
      'data-was': step.aliases.join(' ') || undefined,
      'data-per-child': step.perChild,
      'data-code': step.needsCode,
    });
    const detail = [...this.needs(step.needs), ...this.blocks(step.detail)];
    const summary = this.make('summary', {}, [this.words.details]);
    const when = serialized(step.when);
    return this.make('li', { class: 'step', lang: languageOf(step), 'data-when': when }, [
      box,
      ...this.whenLabel(own),
      this.make('label', { for: step.id }, this.inline(step.action)),
      ...(detail.length > 0
        ? [this.make('details', { class: 'detail', open: true }, [summary, ...detail])]
        : []),
    ]);
  }

  private whenLabel(when: Condition | undefined): E[] {
    const label = when ? describeCondition(when, this.words) : '';
    return label === '' ? [] : [this.make('p', { class: 'when' }, [label])];
  }

  private inline(content: readonly Inline[]): (E | string)[] {
    return content.flatMap((part): (E | string)[] => {
      switch (part.type) {
        case 'text':
          return [part.text];
        case 'strong':
          return [this.make('strong', {}, this.inline(part.content))];
        case 'emphasis':
          return [this.make('em', {}, this.inline(part.content))];
        case 'code':
          return [this.make('code', {}, [part.text])];
        case 'break':
          return [this.make('br', {})];
        case 'trail': {
          const parts = part.parts.flatMap((name, index) => {
            const bold = this.make('b', {}, [name]);
            return index > 0 ? [' → ', bold] : [bold];
          });
          return [this.make('span', { class: 'trail' }, parts)];
        }
        case 'link':
          return this.link(part.url, this.inline(part.content));
      }
    });
  }

  private link(url: string, content: readonly (E | string)[]): (E | string)[] {
    if (url.startsWith('guide:')) {
      const [id = '', anchor] = url.slice('guide:'.length).split('#');
      const href = this.context.guideHref(id, anchor);
      return href === undefined ? [...content] : [this.make('a', { href }, content)];
    }
    if (this.context.isForeign !== true) return [this.make('a', { href: url }, content)];
    const where = this.make('span', { class: 'quiet' }, [` (${destinationOf(url)})`]);
    return url.startsWith('https:')
      ? [this.make('a', { href: url }, content), where]
      : [...content, where];
  }
}

/** What a translation lacks is read, spoken and hyphenated as Russian. */
function languageOf({ isOriginal }: Section | Step): string | undefined {
  return isOriginal ? 'ru' : undefined;
}

function serialized(when: Condition | undefined): string | undefined {
  return when && serializeCondition(when);
}

/** The host as the browser will ask for it, or the number or the mailbox. */
function destinationOf(url: string): string {
  if (!url.startsWith('https:')) return url.replace(/^\w+:/, '');
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
}
