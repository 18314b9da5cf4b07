import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { CompiledOwn } from '../guide/draft-client';
import { GuideRenderer } from '../guide/render-guide';
import * as common from '../messages/ru/common';
import * as words from '../messages/ru/own';
import type { OwnGuide as KeptGuide } from '../storage/own-guides';
import './guide-checklist';
import './guide-memo';
import type { MemoLayouts } from './guide-memo';
import { nodeMaker } from './node-maker';
import { renderSaid } from './own-words';
import { saveFile } from './save-file';
import './unverified-frame';

const LAYOUTS: MemoLayouts = {
  checklist: words.wholeChecklist,
  poster: words.onOneSheet,
};

/**
 * A guide from a file, with the checklist that the school's guides have, inside the frame that they
 * do not have.
 * @fires own-remove - the reader wants it gone
 */
export class OwnGuide extends LitElement {
  static override properties = {
    kept: { attribute: false },
    compiled: { attribute: false },
    pictures: { attribute: false },
    isPrinting: { state: true },
  };

  declare kept: KeptGuide | undefined;
  declare compiled: CompiledOwn | undefined;
  declare pictures: Readonly<Record<string, string>>;
  /** Whether the sheet was asked for: making it takes the fonts. */
  declare private isPrinting: boolean;
  /** Made once for a guide: the checklist keeps what it finds in them. */
  private body: HTMLElement[] = [];

  constructor() {
    super();
    this.kept = undefined;
    this.compiled = undefined;
    this.pictures = {};
    this.isPrinting = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const guide = this.compiled?.guide;
    if (!changed.has('compiled') || !guide) return;
    this.body = new GuideRenderer(nodeMaker, {
      // The reader cannot be led to the site's own guides from here.
      guideHref: (id, anchor) =>
        id === `${guide.region}/own` && anchor !== undefined ? `#${anchor}` : undefined,
      targetTitle: (id) => id,
      picture: (source) => {
        const href = this.pictures[source];
        return href === undefined ? undefined : { href };
      },
      isForeign: true,
    }).body(guide);
  }

  override render(): TemplateResult | typeof nothing {
    const { kept, compiled } = this;
    if (!kept || !compiled) return nothing;
    const { guide } = compiled;
    return html`<p class="crumbs"><a href="./">${words.ownGuides}</a></p>
      <unverified-frame>
        <h1>${kept.title}</h1>
        ${
          guide
            ? html`${renderSaid(compiled)}<guide-checklist
                  guide=${kept.id}
                  roles=${guide.audience.join(' ')}
                  >${this.body}</guide-checklist
                >`
            : html`<p class="note warning">
                ${words.notReadable}
                <a href="../author/">${words.inEditor}</a>${words.whatToMend}
              </p>`
        }
      </unverified-frame>
      ${
        guide
          ? html`<details
              class="symptom"
              @toggle=${(event: Event) => {
                this.isPrinting = (event.currentTarget as HTMLDetailsElement).open;
              }}
            >
              <summary>${words.sheetPdf}</summary>
              ${
                this.isPrinting
                  ? html`<guide-memo
                      .guide=${guide}
                      .layouts=${LAYOUTS}
                      .heading=${`${common.unverified}: ${guide.title}`}
                    ></guide-memo>`
                  : nothing
              }
            </details>`
          : nothing
      }
      <p class="actions">
        <button
          type="button"
          class="plain"
          @click=${() => {
            saveFile('pamyatka.md', kept.text, 'text/markdown;charset=utf-8');
          }}
        >
          ${words.downloadFile}
        </button>
        <button
          type="button"
          class="plain"
          @click=${() => this.dispatchEvent(new CustomEvent('own-remove'))}
        >
          ${words.removeGuide}
        </button>
      </p>`;
  }
}

customElements.define('own-guide', OwnGuide);
