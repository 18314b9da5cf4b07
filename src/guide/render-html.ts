import type { Guide } from './guide';
import { html, Html } from './html';
import {
  GuideRenderer,
  type Attributes,
  type ElementMaker,
  type RenderContext,
} from './render-guide';

export type { RenderContext } from './render-guide';

const VOID = new Set(['br', 'img', 'input']);

const text: ElementMaker<Html> = {
  element(tag, attributes, children) {
    const start = `<${tag}${attributesOf(attributes)}`;
    return new Html(
      VOID.has(tag) ? `${start} />` : `${start}>${html`${children}`.source}</${tag}>`,
    );
  },
};

function attributesOf(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => {
      if (value === undefined || value === false) return '';
      return value === true ? ` ${name}` : html` ${name}="${value}"`.source;
    })
    .join('');
}

/** A guide as the build writes it into a page. */
export function renderGuideBody(guide: Guide, context: RenderContext): Html {
  return html`${new GuideRenderer(text, context).body(guide)}`;
}

/** «Сначала: …» with links. */
export function renderNeeds(needs: readonly string[], context: RenderContext): Html {
  return html`${new GuideRenderer(text, context).needs(needs)}`;
}
