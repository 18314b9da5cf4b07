import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { applies, deserializeCondition } from '../guide/condition';
import type { Situation } from '../guide/guide';
import { onTicksChanged } from '../storage/changes';
import { acceptLoss, checkStorage, type StorageState } from '../storage/health';
import { loadTicks, setTick } from '../storage/progress';
import { loadSituation } from '../storage/settings';
import { StorageError } from '../storage/storage-error';
import { controls } from './controls';
import './situation-questions';

const STORAGE_MESSAGES: Record<Exclude<StorageState, 'ok'>, string> = {
  unavailable:
    'Галочки здесь не сохраняются: браузер запретил сайту хранить данные. Разрешите их в настройках или напечатайте памятку.',
  failed:
    'Последняя галочка не сохранилась. Освободите место на устройстве, закройте другие окна Памятки и отметьте шаг ещё раз.',
  missing: 'Часть ваших галочек пропала: браузер удалил данные сайта. Отметьте сделанное заново.',
};

/** A step's present id and its earlier ones. */
function idsOf(box: HTMLInputElement): string[] {
  return [box.id, ...(box.dataset['was']?.split(' ') ?? [])];
}

/**
 * Keeps the ticks of the static list that it slots, hides what does not concern the reader,
 * and shows the progress. Without it the list is still there and can be ticked.
 */
export class GuideChecklist extends LitElement {
  static override properties = {
    guide: { type: String },
    facts: { type: String },
    quiet: { type: Boolean },
    nextHref: { attribute: 'next-href' },
    nextTitle: { attribute: 'next-title' },
    done: { state: true },
    total: { state: true },
    situation: { state: true },
    message: { state: true },
    lost: { state: true },
  };

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      .progress {
        position: sticky;
        top: 0;
        z-index: 1;
        display: flex;
        align-items: center;
        gap: 0.75rem;
        margin-inline: -1rem;
        padding: 0.5rem 1rem;
        background: var(--paper);
        border-bottom: 1px solid var(--line);
        font-weight: 600;
      }
      progress {
        flex: 1;
        appearance: none;
        height: 0.6rem;
        border: 1px solid var(--ink);
        border-radius: 9px;
        background: var(--sheet);
        overflow: hidden;
      }
      progress::-webkit-progress-bar {
        background: var(--sheet);
      }
      progress::-webkit-progress-value {
        background: var(--done);
      }
      progress::-moz-progress-bar {
        background: var(--done);
      }
      .finish {
        margin: 1rem 0;
        padding: 0.8rem 1rem;
        border: 2px solid var(--done);
        border-radius: 12px;
      }
      .finish strong {
        color: var(--done);
        font-size: 1.25rem;
      }
      .finish p {
        margin: 0.3rem 0;
      }
      @media print {
        .progress,
        .finish,
        .message {
          display: none;
        }
      }
    `,
  ];

  /** Id of the guide under which ticks are kept: `common/gosuslugi`. */
  declare guide: string;
  /** Facts that the guide's conditions ask for, separated by spaces. */
  declare facts: string;
  /** No progress: for lists that nobody works through to the end. */
  declare quiet: boolean;
  declare nextHref: string | null;
  declare nextTitle: string | null;
  declare private done: number;
  declare private total: number;
  declare private situation: Situation;
  declare private message: string;
  /** Ticks are missing, and the reader has not said yet that this was read. */
  declare private lost: boolean;
  /** Closed symptoms that were opened for printing. */
  private opened: HTMLDetailsElement[] = [];
  /** Boxes whose last change could not be kept. */
  private readonly unsaved = new Set<HTMLInputElement>();
  /** Whether the browser keeps nothing for this site. */
  private blocked = false;
  /** Grows with each change that begins or ends to be kept. */
  private changes = 0;
  private forgetChanges: (() => void) | undefined;

  constructor() {
    super();
    this.guide = '';
    this.facts = '';
    this.quiet = false;
    this.nextHref = null;
    this.nextTitle = null;
    this.done = 0;
    this.total = 0;
    this.situation = {};
    this.message = '';
    this.lost = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('change', this.saveTick);
    this.forgetChanges = onTicksChanged(() => void this.showSaved());
    window.addEventListener('hashchange', this.openTarget);
    window.addEventListener('beforeprint', this.openAll);
    window.addEventListener('afterprint', this.closeOpened);
    this.openTarget();
    this.count();
    void this.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('change', this.saveTick);
    window.removeEventListener('hashchange', this.openTarget);
    window.removeEventListener('beforeprint', this.openAll);
    window.removeEventListener('afterprint', this.closeOpened);
    this.forgetChanges?.();
  }

  private get boxes(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('.step > input')];
  }

  private async start(): Promise<void> {
    // Boxes ticked before this script arrived are the reader's too.
    const early = this.boxes.filter((box) => box.checked);
    this.setSituation(await loadSituation());
    await this.showSaved(early);
    for (const box of early) await this.keep(box);
    const state = await checkStorage();
    if (state !== 'ok') this.message = STORAGE_MESSAGES[state];
    this.lost = state === 'missing';
  }

  private async showSaved(keepChecked: readonly HTMLInputElement[] = []): Promise<void> {
    try {
      const saved = await this.readSaved();
      for (const box of this.boxes) {
        if (this.unsaved.has(box)) continue;
        box.checked = keepChecked.includes(box) || idsOf(box).some((id) => saved.has(id));
      }
    } catch (error) {
      this.showFault(error);
    }
    this.count();
  }

  /** Steps ticked on this device, read again while the reader goes on ticking. */
  private async readSaved(): Promise<Set<string>> {
    for (;;) {
      const { changes } = this;
      const ticks = await loadTicks(this.guide);
      if (changes === this.changes) return new Set(ticks.map((tick) => tick.step));
    }
  }

  private readonly saveTick = (event: Event): void => {
    const box = event.target;
    if (box instanceof HTMLInputElement && box.matches('.step > input')) void this.keep(box);
  };

  private async keep(box: HTMLInputElement): Promise<void> {
    const { checked } = box;
    this.changes += 1;
    try {
      // A tick is kept under the present id; unticking takes away those of earlier ids too.
      for (const id of checked ? [box.id] : idsOf(box)) await setTick(this.guide, id, checked);
      const wasUnsaved = [...this.unsaved].filter((other) => other !== box);
      this.unsaved.clear();
      if (!this.lost) this.message = '';
      // There is room again: what failed before is tried once more.
      for (const other of wasUnsaved) await this.keep(other);
    } catch (error) {
      this.unsaved.add(box);
      this.showFault(error);
    }
    this.changes += 1;
    // Only now: what the progress counts has been kept.
    this.count();
  }

  private showFault(error: unknown): void {
    const fault = error instanceof StorageError ? error.fault : 'failed';
    this.blocked = fault === 'unavailable';
    this.message = STORAGE_MESSAGES[fault];
  }

  private readonly acceptLoss = async (): Promise<void> => {
    try {
      await acceptLoss();
      this.lost = false;
      this.message = '';
    } catch (error) {
      this.showFault(error);
    }
  };

  private setSituation(situation: Situation): void {
    this.situation = situation;
    for (const part of this.querySelectorAll<HTMLElement>('[data-when]')) {
      part.hidden = !applies(deserializeCondition(part.dataset['when'] ?? ''), situation);
    }
    for (const section of this.querySelectorAll<HTMLElement>('section:not([data-when])')) {
      const steps = [...section.querySelectorAll<HTMLElement>('.step')];
      const notes = [...section.querySelectorAll<HTMLElement>(':scope > .note')];
      section.hidden = steps.length > 0 && [...steps, ...notes].every((part) => part.hidden);
    }
    this.count();
  }

  private count(): void {
    const shown = this.boxes.filter((box) => box.closest('[hidden]') === null);
    this.total = shown.length;
    // Where nothing can be kept, the page says so, and counts what the reader sees.
    this.done = shown.filter(
      (box) => box.checked && (this.blocked || !this.unsaved.has(box)),
    ).length;
  }

  /** On paper nothing can be opened. */
  private readonly openAll = (): void => {
    this.opened = [...this.querySelectorAll('details')].filter((details) => !details.open);
    for (const details of this.opened) details.open = true;
  };

  private readonly closeOpened = (): void => {
    for (const details of this.opened) details.open = false;
  };

  /** A link may lead into a closed symptom. */
  private readonly openTarget = (): void => {
    const target = document.querySelector(':target');
    const closed = target?.closest('details');
    if (closed) closed.open = true;
    target?.scrollIntoView();
  };

  override render(): TemplateResult {
    return html`
      ${
        this.quiet || this.total === 0
          ? nothing
          : html`<div class="progress">
              <progress aria-label="Сделано шагов" max=${this.total} value=${this.done}></progress>
              <span role="status">${this.done} из ${this.total}</span>
            </div>`
      }
      ${
        this.facts === ''
          ? nothing
          : html`<situation-questions
              facts=${this.facts}
              .situation=${this.situation}
              @situation-change=${(event: CustomEvent<Situation>) => {
                this.setSituation(event.detail);
              }}
            ></situation-questions>`
      }
      <div role="alert">
        ${this.message === '' ? nothing : html`<p class="message">${this.message}</p>`}
        ${
          this.lost
            ? html`<button type="button" class="plain" @click=${this.acceptLoss}>Понятно</button>`
            : nothing
        }
      </div>
      <slot></slot>
      ${this.quiet ? nothing : this.renderEnd()}
    `;
  }

  private renderEnd(): TemplateResult {
    const finished = this.total > 0 && this.done === this.total;
    return html`
      <div role="status">
        ${
          finished
            ? html`<div class="finish">
                <p><strong>Готово!</strong> Все шаги сделаны.</p>
                ${
                  this.nextHref
                    ? html`<p>Дальше: <a href=${this.nextHref}>${this.nextTitle}</a></p>`
                    : html`<p>Это последняя памятка. <a href="../">Все памятки</a></p>`
                }
              </div>`
            : nothing
        }
      </div>
      <button
        type="button"
        class="plain"
        @click=${() => {
          window.print();
        }}
      >
        Напечатать памятку
      </button>
    `;
  }
}

customElements.define('guide-checklist', GuideChecklist);
