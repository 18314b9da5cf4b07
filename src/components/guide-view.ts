import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Guide } from '../guide';
import { GuideRenderer } from '../guide/render-guide';
import { aboutMinutes } from '../messages/ru/page';
import { nodeMaker } from './node-maker';

/**
 * Shows a guide that is no page of this build, anew after each change of it. It stands in the
 * page's own tree, so that the guide looks as the built pages do.
 */
export class GuideView extends LitElement {
  static override properties = {
    guide: { attribute: false },
    pictures: { attribute: false },
    isForeign: { attribute: false },
  };

  declare guide: Guide | undefined;
  /** Addresses of pictures by their path beside the guide; one that is absent shows as its words. */
  declare pictures: Readonly<Record<string, string>>;
  /** Nobody has checked the guide: its links tell where they lead. */
  declare isForeign: boolean;
  private parts: HTMLElement[] = [];

  constructor() {
    super();
    this.guide = undefined;
    this.pictures = {};
    this.isForeign = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(): void {
    if (!this.guide) return;
    const parts = new GuideRenderer(nodeMaker, {
      guideHref: () => undefined,
      targetTitle: (id) => id,
      picture: (source) => {
        const href = this.pictures[source];
        return href === undefined ? undefined : { href };
      },
      isForeign: this.isForeign,
      headingLevel: 3,
    }).body(this.guide);
    // Ticks and opened parts stay where nothing has changed.
    const before = new Set(this.parts);
    this.parts = parts.map((part) => {
      const same = [...before].find((other) => other.isEqualNode(part)) ?? part;
      before.delete(same);
      return same;
    });
  }

  override render(): TemplateResult | typeof nothing {
    const { guide } = this;
    if (!guide) return nothing;
    return html`${this.isForeign ? nothing : renderMeta(guide)} ${this.parts}`;
  }
}

/** As under the title of a built page. */
function renderMeta({ system, minutes }: Guide): TemplateResult {
  return html`<p class="meta">
    ${system}${minutes === undefined ? '' : ` · ${aboutMinutes(minutes)}`}
  </p>`;
}

customElements.define('guide-view', GuideView);
