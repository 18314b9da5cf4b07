import { serializeCondition } from './condition';
import { describeCondition } from './describe-condition';
import type { Block, Condition, Guide, Inline, NoteKind, Section, Step } from './guide';
import { html, type Html } from './html';

/** Where things lie, seen from the page that is rendered. */
export interface RenderContext {
  /** Address of a guide or of a step in it: `krasnoyarsk/kiasuo`, `sign-in`; undefined if the region has no such page. */
  guideHref: (id: string, anchor: string | undefined) => string | undefined;
  /** Title of a guide, or the action of a step in it, for «Сначала: …». */
  targetTitle: (id: string, anchor: string | undefined) => string;
  picture: (source: string) => { href: string; width: number; height: number };
  /** Where a symptom that stays is written to support about; absent where there is no such place. */
  requestHref?: (symptom: string) => string;
}

/** How each kind of note is headed. */
export const NOTE_TITLES: Record<NoteKind, string> = {
  note: 'К сведению',
  tip: 'Совет',
  important: 'Важно',
  warning: 'Осторожно',
  caution: 'Нельзя',
};

/** The lead and all sections of a guide, every variant included; conditions become `data-when`. */
export function renderGuideBody(guide: Guide, context: RenderContext): Html {
  const renderer = new Renderer(context);
  return html`${renderer.blocks(guide.lead)}${guide.sections.map((section) =>
    renderer.section(section),
  )}`;
}

/** A troubleshooting guide: each symptom is closed until it is asked for. */
export function renderSymptoms(guide: Guide, context: RenderContext): Html {
  const renderer = new Renderer(context);
  return html`${renderer.blocks(guide.lead)}${guide.sections.map((section) =>
    renderer.symptom(section),
  )}`;
}

/** «Сначала: …» with links, for a guide or a section. */
export function renderNeeds(needs: readonly string[], context: RenderContext): Html | undefined {
  if (needs.length === 0) return undefined;
  const links = needs.map((need, index) => {
    const [id = '', anchor] = need.split('#');
    const href = context.guideHref(id, anchor);
    const title = context.targetTitle(id, anchor);
    return html`${index > 0 && '; '}${href === undefined ? title : html`<a href="${href}">${title}</a>`}`;
  });
  return html`<p class="needs"><strong>Сначала:</strong> ${links}.</p>`;
}

class Renderer {
  private readonly context: RenderContext;
  /** What the heading of the section already says. */
  private said: Condition = [];

  constructor(context: RenderContext) {
    this.context = context;
  }

  section(section: Section): Html {
    this.said = section.when ?? [];
    return html`<section id="${section.id}" ${this.when(section.when)}>
      <h2>
        ${this.inline(section.title)}
      </h2>
      ${section.perChild && html`<p class="per-child">На каждого ребёнка отдельно</p>`}${this.whenLabel(section.when)}${renderNeeds(section.needs, this.context)}${this.blocks(section.blocks)}
    </section> `;
  }

  symptom(section: Section): Html {
    this.said = section.when ?? [];
    return html`<details class="symptom" id="${section.id}" ${this.when(section.when)}>
      <summary>${this.inline(section.title)}</summary>
      ${this.whenLabel(section.when)}${renderNeeds(section.needs, this.context)}${this.blocks(section.blocks)}${this.context.requestHref && html`<p class="ask-support"><a href="${this.context.requestHref(section.id)}">Не помогло? Составить запрос</a></p>`}
    </details> `;
  }

  blocks(blocks: readonly Block[]): Html[] {
    return blocks.map((block) => this.block(block));
  }

  private block(block: Block): Html {
    switch (block.type) {
      case 'paragraph':
        return html`<p>${this.inline(block.content)}</p> `;
      case 'heading':
        return html`<h3>${this.inline(block.content)}</h3> `;
      case 'list': {
        const items = block.items.map((item) => html`<li>${this.blocks(item)}</li>`);
        return block.ordered
          ? html`<ol>
              ${items}
            </ol>`
          : html`<ul>
              ${items}
            </ul>`;
      }
      case 'steps':
        return html`<ul class="steps">
          ${block.steps.map((step) => this.step(step))}
        </ul> `;
      case 'note':
        return html`<div class="note ${block.kind}" role="note" ${this.when(block.when)}>
          <p class="note-title">${NOTE_TITLES[block.kind]}</p>
          ${this.whenLabel(block.when)}${this.blocks(block.blocks)}
        </div> `;
      case 'picture': {
        const { href, width, height } = this.context.picture(block.source);
        return html`<p class="picture">
          <img
            src="${href}"
            width="${width}"
            height="${height}"
            alt="${block.alternative}"
            loading="lazy"
            decoding="async"
          />
        </p> `;
      }
      case 'table':
        return html`<table>
          <thead>
            <tr>
              ${block.head.map((cell) => html`<th scope="col">${this.inline(cell)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${block.rows.map(
              (row) =>
                html`<tr>
                  ${row.map((cell) => html`<td>${this.inline(cell)}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table> `;
    }
  }

  private step(step: Step): Html {
    const own = step.when?.filter((term) => !this.said.includes(term));
    const hasDetail = step.detail.length > 0 || step.needs.length > 0;
    return html`<li class="step" ${this.when(step.when)}>
      <input
        type="checkbox"
        id="${step.id}"
        autocomplete="off"
        ${step.aliases.length > 0 && html` data-was="${step.aliases.join(' ')}"`}${step.perChild && html` data-per-child`}${step.needsCode && html` data-code`}
      />${this.whenLabel(own)}<label for="${step.id}">${this.inline(step.action)}</label>
      ${
        hasDetail &&
        html`<details class="detail" open>
        <summary>Подробности</summary>
        ${renderNeeds(step.needs, this.context)}${this.blocks(step.detail)}
      </details>`
      }
    </li> `;
  }

  private when(when: Condition | undefined): Html | undefined {
    return when && html` data-when="${serializeCondition(when)}"`;
  }

  private whenLabel(when: Condition | undefined): Html | undefined {
    const label = when ? describeCondition(when) : '';
    return label === '' ? undefined : html`<p class="when">${label}</p>`;
  }

  private inline(content: readonly Inline[]): Html[] {
    return content.map((part) => {
      switch (part.type) {
        case 'text':
          return html`${part.text}`;
        case 'strong':
          return html`<strong>${this.inline(part.content)}</strong>`;
        case 'emphasis':
          return html`<em>${this.inline(part.content)}</em>`;
        case 'code':
          return html`<code>${part.text}</code>`;
        case 'break':
          return html`<br />`;
        case 'trail':
          return html`<span class="trail"
            >${part.parts.map((name, index) => html`${index > 0 && ' → '}<b>${name}</b>`)}</span
          >`;
        case 'link':
          return this.link(part.url, this.inline(part.content));
      }
    });
  }

  private link(url: string, content: Html[]): Html {
    if (!url.startsWith('guide:')) return html`<a href="${url}">${content}</a>`;
    const [id = '', anchor] = url.slice('guide:'.length).split('#');
    const href = this.context.guideHref(id, anchor);
    return href === undefined ? html`${content}` : html`<a href="${href}">${content}</a>`;
  }
}
