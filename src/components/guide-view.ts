import { html, LitElement, nothing, type TemplateResult } from 'lit';
import {
  describeCondition,
  type Block,
  type Condition,
  type Guide,
  type Inline,
  type Section,
  type Step,
} from '../guide';
import { NOTE_TITLES } from '../guide/render-html';

/**
 * Shows a guide that is no page of this build: a draft, or a file from outside. It stands in the
 * page's own tree, so that the guide looks as the built pages do; every text in it stays text.
 */
export class GuideView extends LitElement {
  static override properties = {
    guide: { attribute: false },
    pictures: { attribute: false },
    linkHref: { attribute: false },
  };

  declare guide: Guide | undefined;
  /** Addresses of pictures by their path beside the guide; one that is absent shows as its words. */
  declare pictures: Readonly<Record<string, string>>;
  /** Where a link leads; undefined shows it as text, with its address. */
  declare linkHref: (url: string) => string | undefined;
  /** What the heading of the section already says. */
  private said: Condition = [];

  constructor() {
    super();
    this.guide = undefined;
    this.pictures = {};
    this.linkHref = () => undefined;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override render(): TemplateResult | typeof nothing {
    const { guide } = this;
    if (!guide) return nothing;
    return html`
      <p class="meta">
        ${guide.system}${guide.minutes === undefined ? '' : ` · около ${String(guide.minutes)} минут`}
      </p>
      ${this.blocks(guide.lead)} ${guide.sections.map((section) => this.section(section))}
    `;
  }

  private section(section: Section): TemplateResult {
    this.said = section.when ?? [];
    return html`<section id=${section.id}>
      <h3 class="section-title">${this.inline(section.title)}</h3>
      ${section.perChild ? html`<p class="per-child">На каждого ребёнка отдельно</p>` : nothing}
      ${renderWhen(section.when)} ${this.blocks(section.blocks)}
    </section>`;
  }

  private blocks(blocks: readonly Block[]): TemplateResult[] {
    return blocks.map((block) => this.block(block));
  }

  private block(block: Block): TemplateResult {
    switch (block.type) {
      case 'paragraph':
        return html`<p>${this.inline(block.content)}</p>`;
      case 'heading':
        return html`<h4>${this.inline(block.content)}</h4>`;
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
        </ul>`;
      case 'note':
        return html`<div class="note ${block.kind}" role="note">
          <p class="note-title">${NOTE_TITLES[block.kind]}</p>
          ${renderWhen(block.when)} ${this.blocks(block.blocks)}
        </div>`;
      case 'picture':
        return this.picture(block.source, block.alternative);
      case 'table':
        return html`<div class="table" tabindex="0" role="region" aria-label="Таблица">
          <table>
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
          </table>
        </div>`;
    }
  }

  private step(step: Step): TemplateResult {
    const own = step.when?.filter((term) => !this.said.includes(term));
    return html`<li class="step">
      <input type="checkbox" id=${step.id} autocomplete="off" />${renderWhen(own)}<label
        for=${step.id}
        >${this.inline(step.action)}</label
      >
      ${step.detail.length > 0 ? html`<div class="detail">${this.blocks(step.detail)}</div>` : nothing}
    </li>`;
  }

  private picture(source: string, alternative: string): TemplateResult {
    const href = this.pictures[source];
    return href === undefined
      ? html`<p class="quiet">Рисунок: ${alternative}</p>`
      : html`<p class="picture"><img src=${href} alt=${alternative} /></p>`;
  }

  private inline(content: readonly Inline[]): (TemplateResult | string)[] {
    return content.map((part) => {
      switch (part.type) {
        case 'text':
          return part.text;
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
            >${part.parts.map((name, index) => html`${index > 0 ? ' → ' : ''}<b>${name}</b>`)}</span
          >`;
        case 'link':
          return this.link(part.url, this.inline(part.content));
      }
    });
  }

  private link(url: string, content: unknown): TemplateResult {
    const href = this.linkHref(url);
    if (href !== undefined) {
      return html`<a href=${href} target="_blank" rel="noreferrer">${content}</a>`;
    }
    return url.startsWith('guide:') ? html`${content}` : html`${content} (${url})`;
  }
}

function renderWhen(when: Condition | undefined): TemplateResult | typeof nothing {
  const label = when ? describeCondition(when) : '';
  return label === '' ? nothing : html`<p class="when">${label}</p>`;
}

customElements.define('guide-view', GuideView);
