import {
  css,
  html,
  LitElement,
  nothing,
  svg,
  type PropertyValues,
  type SVGTemplateResult,
  type TemplateResult,
} from 'lit';
import {
  bestMask,
  pathData,
  qrShape,
  SIGNS,
  type Bookmark,
  type Ink,
  type Mark,
  type MemoDocument,
  type PathMark,
  type QrMark,
  type TextMark,
} from '../memo';
import * as words from '../messages/ru/memo';
import { controls } from './controls';

const INKS: Record<Ink, string> = {
  black: '#000',
  grey: '#737373',
  grid: '#bdd1e6',
  margin: '#d64545',
  white: '#fff',
};

const ZOOM_STEP = 1.5;
const LARGEST_ZOOM = 4;

/** Shows the sheets of a memo as they will be printed, one at a time. */
export class MemoPreview extends LitElement {
  static override properties = {
    memo: { attribute: false },
    page: { state: true },
    family: { state: true },
    zoom: { state: true },
  };

  static override styles = [
    controls,
    css`
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.5rem 0.75rem;
        margin-bottom: 0.75rem;
      }
      .zoom {
        display: flex;
        flex-wrap: wrap;
        gap: inherit;
      }
      .row select {
        width: auto;
        max-width: 100%;
        margin: 0;
      }
      .scroll {
        overflow: auto;
        max-height: 90vh;
        border: 1px solid var(--line);
      }
      svg {
        display: block;
        height: auto;
        background: #fff;
      }
      text {
        font-family: system-ui, sans-serif;
        white-space: pre;
      }
      .medium {
        font-weight: 500;
      }
      .bold {
        font-weight: 700;
      }
      .mono {
        font-family: ui-monospace, Consolas, monospace;
        font-weight: 700;
      }
    `,
  ];

  declare memo: MemoDocument;
  declare private page: number;
  /** Which of the families was chosen last. */
  declare private family: number;
  /** Width of the sheet, in widths of its frame. */
  declare private zoom: number;

  constructor() {
    super();
    this.memo = {
      title: '',
      layout: 'page',
      duplex: 'one-sided',
      pages: [],
      outline: [],
      warnings: [],
    };
    this.page = 0;
    this.family = 0;
    this.zoom = 1;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('memo')) return;
    this.page = 0;
    this.family = 0;
  }

  override render(): TemplateResult {
    const last = this.memo.pages.length - 1;
    return html`
      <div class="row">
        <button
          type="button"
          class="plain"
          ?disabled=${this.page === 0}
          @click=${() => {
            this.page -= 1;
          }}
        >
          ${words.back}
        </button>
        <button
          type="button"
          class="plain"
          ?disabled=${this.page >= last}
          @click=${() => {
            this.page += 1;
          }}
        >
          ${words.forward}
        </button>
        <span role="status">${words.pageOf(this.page + 1, last + 1)}</span>
        <span class="zoom">
          <button
            type="button"
            class="plain"
            ?disabled=${this.zoom <= 1}
            @click=${() => {
              this.zoom /= ZOOM_STEP;
            }}
          >
            ${words.smaller}
          </button>
          <button
            type="button"
            class="plain"
            ?disabled=${this.zoom >= LARGEST_ZOOM}
            @click=${() => {
              this.zoom *= ZOOM_STEP;
            }}
          >
            ${words.larger}
          </button>
        </span>
        ${this.renderFamilyChoice()}
      </div>
      <div class="scroll" tabindex="0" role="region" aria-label=${words.pageOfMemo}>${this.renderPage()}</div>
    `;
  }

  protected override updated(): void {
    // Set here and not on the options: each of a school's would look through all the others.
    const select = this.renderRoot.querySelector('select');
    if (select) select.value = String(this.shownFamily);
  }

  private get families(): Bookmark[] {
    return this.memo.outline.flatMap((group) => group.children);
  }

  /**
   * Whose sheet is shown: the chosen family, or the first of those that begin here or last before.
   * Pages of families may go back: a free half of a sheet is given to a later family.
   */
  private get shownFamily(): number {
    const { families } = this;
    if (families[this.family]?.page === this.page) return this.family;
    const begun = families.map(({ page }) => page).filter((page) => page <= this.page);
    return families.findIndex(({ page }) => page === Math.max(...begun));
  }

  private renderFamilyChoice(): TemplateResult | typeof nothing {
    const { families } = this;
    if (families.length < 2) return nothing;
    return html`<select
      aria-label=${words.whoseSheet}
      @change=${(event: Event) => {
        this.family = Number((event.currentTarget as HTMLSelectElement).value);
        this.page = families[this.family]?.page ?? 0;
      }}
    >
      ${families.map(({ title }, index) => html`<option value=${index}>${title}</option>`)}
    </select>`;
  }

  private renderPage(): TemplateResult | typeof nothing {
    const page = this.memo.pages[this.page];
    if (!page) return nothing;
    return html`<svg
      width="${this.zoom * 100}%"
      viewBox="0 0 ${page.width} ${page.height}"
      role="img"
      aria-label=${words.pagePicture(this.page + 1)}
    >
      ${page.layers.flatMap((layer) =>
        layer.blocks.flatMap((block) => block.marks.map((mark) => renderMark(mark))),
      )}
    </svg>`;
  }
}

function renderMark(mark: Mark): SVGTemplateResult {
  switch (mark.type) {
    case 'text':
      return mark.face === 'signs' ? renderSigns(mark) : renderText(mark);
    case 'path':
      return renderPath(mark);
    case 'qr':
      return renderQr(mark);
  }
}

/** The memo's typefaces are for paper alone: the line is stretched to its true length. */
function renderText({ x, y, size, face, text, width }: TextMark): SVGTemplateResult {
  return svg`<text class=${face} x=${x} y=${y} font-size=${size} textLength=${width} lengthAdjust="spacingAndGlyphs">${text}</text>`;
}

function renderSigns({ x, y, size, text }: TextMark): SVGTemplateResult {
  const em = size / 1000;
  let left = x;
  return svg`${Array.from(text, (character) => {
    const sign = SIGNS.get(character);
    const start = left;
    left += (sign?.width ?? 0) * size;
    return svg`<path d=${pathData(sign?.path ?? [])} transform="translate(${start} ${y}) scale(${em} ${-em})" />`;
  })}`;
}

function renderPath({ segments, ink, stroke }: PathMark): SVGTemplateResult {
  const color = INKS[ink];
  return stroke
    ? svg`<path d=${pathData(segments)} fill="none" stroke=${color} stroke-width=${stroke.width} stroke-dasharray=${stroke.dash?.join(' ') ?? 'none'} />`
    : svg`<path d=${pathData(segments)} fill=${color} />`;
}

function renderQr({ x, y, size, text }: QrMark): SVGTemplateResult {
  const { modules, segments } = qrShape(text, bestMask(text));
  return svg`<path d=${pathData(segments)} transform="translate(${x} ${y}) scale(${size / modules})" />`;
}

customElements.define('memo-preview', MemoPreview);
