import { css, html, LitElement, type TemplateResult } from 'lit';
import * as common from '../messages/ru/common';
import * as words from '../messages/ru/own';
import { controls } from './controls';

/**
 * Goes around a guide that nobody has checked: no guide of the school has this edge, and the words
 * stay in sight however far one scrolls.
 */
export class UnverifiedFrame extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
        margin-block: 1rem;
        padding: 0.5rem;
        border-radius: 12px;
        background: repeating-linear-gradient(
          -45deg,
          var(--warn) 0 0.5rem,
          var(--warn-paper) 0.5rem 1rem
        );
      }
      .sheet {
        padding-inline: 1rem;
        border-radius: 6px;
        background: var(--paper);
      }
      .mark {
        margin: 0 -1rem;
        padding: 0.5rem 1rem;
        color: var(--warn);
        background: var(--warn-paper);
        border-radius: 6px 6px 0 0;
      }
      .foot {
        position: sticky;
        bottom: 0;
        z-index: 1;
        margin-top: 1rem;
        padding-bottom: calc(0.5rem + env(safe-area-inset-bottom));
        font-weight: 700;
        text-align: center;
        border-top: 1px solid;
        border-radius: 0 0 6px 6px;
      }
      @media (max-width: 30rem) {
        :host {
          margin-inline: -1rem;
          border-radius: 0;
        }
      }
      @media (forced-colors: active), print {
        :host {
          border: 3px dashed;
        }
      }
      @media print {
        .foot {
          display: none;
        }
      }
    `,
  ];

  override render(): TemplateResult {
    return html`<div class="sheet">
      <p class="mark">
        <strong>${common.unverified}.</strong> ${words.fromFileHere}
      </p>
      <slot></slot>
      <p class="mark foot" aria-hidden="true">${common.unverified}</p>
    </div>`;
  }
}

customElements.define('unverified-frame', UnverifiedFrame);
