import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import {
  placeOf,
  requestFor,
  writeRequest,
  type DataRequest,
  type Roster,
  type RosterRow,
} from '../roster';
import type { IndexedAudit } from '../roster/roster-client';
import { controls } from './controls';

/** Messages that one can send by hand; for more there are forms on paper. */
const SHOWN = 200;

interface Asked {
  row: RosterRow;
  request: DataRequest;
}

/**
 * For each parent with something missing, a message that names it, and forms on paper for all.
 * @fires forms-wanted - with the set of rows as its detail
 */
export class ClassRequests extends LitElement {
  static override properties = {
    roster: { attribute: false },
    audit: { attribute: false },
    isOpen: { state: true },
    copied: { state: true },
    refused: { state: true },
  };

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        overflow-wrap: break-word;
      }
      summary {
        padding-block: 0.6rem;
        color: var(--ink);
        cursor: pointer;
      }
      li {
        margin-bottom: 1rem;
      }
      ul {
        margin: 0.75rem 0;
        padding: 0;
        list-style: none;
      }
      .text {
        margin: 0.3rem 0 0.5rem;
        padding: 0.6rem 0.9rem;
        white-space: pre-wrap;
        background: var(--note-paper);
        border-radius: 8px;
      }
    `,
  ];

  declare roster: Roster;
  declare audit: IndexedAudit;
  declare private isOpen: boolean;
  /** Whose message has been copied last. */
  declare private copied: RosterRow | undefined;
  /** Whose message the browser did not let be copied. */
  declare private refused: RosterRow | undefined;
  private asked: readonly Asked[] = [];

  constructor() {
    super();
    this.isOpen = false;
    this.copied = undefined;
    this.refused = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    const isTouched = ['roster', 'audit', 'isOpen'].some((name) => changed.has(name));
    if (isTouched && this.isOpen) this.asked = this.ask();
  }

  override render(): TemplateResult {
    return html`<details
      @toggle=${(event: Event) => {
        this.isOpen = (event.currentTarget as HTMLDetailsElement).open;
      }}
    >
      <summary>Исправить вместе с родителями: тексты сообщений и бланки</summary>
      ${this.isOpen ? this.renderAsked() : nothing}
    </details>`;
  }

  private renderAsked(): TemplateResult {
    const { asked } = this;
    if (asked.length === 0) return html`<p>Спрашивать родителей не о чем.</p>`;
    return html`
      <p>
        В каждом сообщении — только то, чего не хватает у этой семьи. Номеров и дат в нём нет.
      </p>
      <button
        type="button"
        @click=${() => {
          const rows = new Set(asked.map(({ row }) => row));
          this.dispatchEvent(new CustomEvent('forms-wanted', { detail: rows }));
        }}
      >
        Напечатать бланки: ${asked.length}
      </button>
      <ul>
        ${asked.slice(0, SHOWN).map(({ row, request }) => this.renderMessage(row, request))}
      </ul>
      ${
        asked.length > SHOWN
          ? html`<p>И ещё ${asked.length - SHOWN}. Для них напечатайте бланки.</p>`
          : nothing
      }
    `;
  }

  private renderMessage(row: RosterRow, request: DataRequest): TemplateResult {
    const { className, childName, parentName } = row.values;
    const name = [className, childName, parentName].filter((text) => text !== '').join(', ');
    const text = writeRequest(row, request);
    return html`<li>
      <strong>${name}</strong>
      <p class="text">${text}</p>
      <button
        type="button"
        class="plain"
        aria-label="Скопировать сообщение: ${name}"
        @click=${(event: Event) => this.copy(row, text, event.currentTarget as HTMLElement)}
      >
        Скопировать
      </button>
      <span role="status"
        >${this.copied === row ? 'Скопировано' : ''}${
          this.refused === row
            ? 'Браузер не дал скопировать. Текст выделен: нажмите Ctrl+C или удерживайте его пальцем.'
            : ''
        }</span
      >
    </li>`;
  }

  private async copy(row: RosterRow, text: string, button: HTMLElement): Promise<void> {
    this.copied = undefined;
    this.refused = undefined;
    try {
      await navigator.clipboard.writeText(text);
      this.copied = row;
    } catch {
      const shown = button.closest('li')?.querySelector('.text');
      if (shown) getSelection()?.selectAllChildren(shown);
      this.refused = row;
    }
  }

  private ask(): Asked[] {
    const parents = new Map<string, number>();
    for (const row of this.roster.rows) {
      const place = placeOf(row);
      parents.set(place, (parents.get(place) ?? 0) + 1);
    }
    return this.roster.rows.flatMap((row) => {
      const place = placeOf(row);
      const findings = this.audit.byPlace.get(place) ?? [];
      const request = requestFor(row, findings, (parents.get(place) ?? 0) > 1);
      return request ? [{ row, request }] : [];
    });
  }
}

customElements.define('class-requests', ClassRequests);
