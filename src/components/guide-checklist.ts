import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { applies, deserializeCondition, openFacts } from '../guide/condition';
import type { Fact, Situation } from '../guide/guide';
import * as words from '../messages';
import { onKeptChanged } from '../storage/changes';
import { childrenFor, loadChildren, withAges, type Child } from '../storage/children';
import { forgetEarlyTicks } from '../storage/early-ticks';
import { checkStorage, type StorageState } from '../storage/health';
import { loadTicks, setTick } from '../storage/progress';
import { forRoles, loadSituation } from '../storage/settings';
import { keysOfStep, ownersOf } from '../storage/step-keys';
import { StorageError } from '../storage/storage-error';
import { controls } from './controls';
import './situation-questions';

/** A step's present id and its earlier ones. */
function idsOf(box: HTMLInputElement): string[] {
  return [box.dataset['step'] ?? box.id, ...(box.dataset['was']?.split(' ') ?? [])];
}

/**
 * Keeps the ticks of the static list that it slots, hides what does not concern the reader,
 * and shows the progress. Without it the list is still there and can be ticked.
 */
export class GuideChecklist extends LitElement {
  static override properties = {
    guide: { type: String },
    roles: { type: String },
    quiet: { type: Boolean },
    nextHref: { attribute: 'next-href' },
    nextTitle: { attribute: 'next-title' },
    done: { state: true },
    total: { state: true },
    situation: { state: true },
    facts: { state: true },
    last: { state: true },
    hint: { state: true },
    fault: { state: true },
    faults: { state: true },
  };

  /** The rest of its look is in `family.css`, by its parts: there it costs no script. */
  static override styles = [
    controls,
    css`
      :host {
        display: block;
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
    `,
  ];

  /** Id of the guide under which ticks are kept: `common/gosuslugi`. */
  declare guide: string;
  /** Whom the guide is for, separated by spaces. */
  declare roles: string;
  /** No progress: for lists that nobody works through to the end. */
  declare quiet: boolean;
  declare nextHref: string | null;
  declare nextTitle: string | null;
  declare private done: number;
  declare private total: number;
  declare private situation: Situation;
  /** What is worth asking the reader. */
  declare private facts: Set<Fact>;
  /** The box ticked or unticked last, for taking that back. */
  declare private last: HTMLInputElement | undefined;
  /** What came of sharing. */
  declare private hint: string;
  /** What is wrong with keeping ticks. */
  declare private fault: StorageState;
  /** The words for it, which come when they are wanted. */
  declare private faults: typeof import('./storage-fault') | undefined;
  /** Closed symptoms that were opened for printing. */
  private opened: HTMLDetailsElement[] = [];
  /** Boxes ticked before this script arrived, which are the reader's too, until they are kept. */
  private early = new Set<HTMLInputElement>();
  /** Boxes whose last change could not be kept. */
  private readonly unsaved = new Set<HTMLInputElement>();
  /** Grows with each change that begins or ends to be kept. */
  private changes = 0;
  private forgetChanges: (() => void) | undefined;
  /** Read at once: a tick must know whose it is. */
  private readFamily = loadChildren();
  private family: readonly Child[] = [];
  /** Of which family and answers the boxes are. */
  private shown = '[[],null]';

  constructor() {
    super();
    this.guide = '';
    this.roles = '';
    this.quiet = false;
    this.nextHref = null;
    this.nextTitle = null;
    this.done = 0;
    this.total = 0;
    this.situation = {};
    this.facts = new Set();
    this.last = undefined;
    this.hint = '';
    this.fault = 'ok';
    this.faults = undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('change', this.saveTick);
    this.forgetChanges = onKeptChanged(() => void this.showKept());
    addEventListener('hashchange', this.openTarget);
    addEventListener('beforeprint', this.openAll);
    addEventListener('afterprint', this.afterPrint);
    this.openTarget();
    // What is asked stands there from the first frame: nothing may move when the answers are read.
    this.setSituation({});
    void this.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('change', this.saveTick);
    removeEventListener('hashchange', this.openTarget);
    removeEventListener('beforeprint', this.openAll);
    removeEventListener('afterprint', this.afterPrint);
    this.forgetChanges?.();
  }

  private get boxes(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('.step > input')];
  }

  private async start(): Promise<void> {
    this.early = new Set(this.boxes.filter((box) => box.checked));
    await this.showKept();
    for (const box of this.early) await this.keep(box);
    this.early.clear();
    if (this.unsaved.size === 0) forgetEarlyTicks(this.guide);
    this.closeDone();
    this.openTarget();
    const state = await checkStorage();
    if (state !== 'ok') this.showFault(state);
  }

  /** Answers, children and ticks as they are kept now. */
  private async showKept(): Promise<void> {
    this.readFamily = loadChildren();
    const answers = await loadSituation();
    this.family = await this.readFamily;
    this.setSituation(answers);
    void this.showFamily();
    await this.showSaved();
  }

  private async showFamily(): Promise<void> {
    const { family, situation } = this;
    const shown = JSON.stringify([family, family[0] && situation.age]);
    if (shown === this.shown) return;
    try {
      const { showChildrenOfSteps } = await import('./step-children');
      showChildrenOfSteps(this, family, situation);
    } catch {
      // Not loaded yet, and no network: one box is for the first child.
      return;
    }
    this.shown = shown;
    await this.showSaved();
  }

  private async showSaved(): Promise<void> {
    try {
      const saved = await this.readSaved();
      const family = await this.readFamily;
      for (const box of this.boxes) {
        if (this.unsaved.has(box)) continue;
        box.checked =
          this.early.has(box) ||
          this.keysOf(box, family).some(([child, step]) => saved.has(`${child} ${step}`));
      }
    } catch (error) {
      this.showFault(error instanceof StorageError ? error.fault : 'failed');
    }
    this.count();
  }

  /** Steps ticked on this device, read again while the reader goes on ticking. */
  private async readSaved(): Promise<Set<string>> {
    for (;;) {
      const { changes } = this;
      const ticks = await loadTicks(this.guide);
      if (changes === this.changes)
        return new Set(ticks.map(({ child, step }) => `${child} ${step}`));
    }
  }

  private readonly saveTick = (event: Event): void => {
    const box = event.target;
    if (!(box instanceof HTMLInputElement && box.matches('.step > input'))) return;
    this.last = box;
    this.early.delete(box);
    void this.keep(box);
  };

  private async keep(box: HTMLInputElement): Promise<void> {
    const { checked } = box;
    this.changes += 1;
    try {
      const keys = this.keysOf(box, await this.readFamily);
      // A tick is kept under the first key; unticking takes away those of all.
      for (const [child, step] of checked ? keys.slice(0, 1) : keys) {
        await setTick(this.guide, step, checked, child);
      }
      const wasUnsaved = [...this.unsaved].filter((other) => other !== box);
      this.unsaved.clear();
      if (this.fault !== 'missing') this.fault = 'ok';
      // There is room again: what failed before is tried once more.
      for (const other of wasUnsaved) await this.keep(other);
    } catch (error) {
      this.unsaved.add(box);
      this.showFault(error instanceof StorageError ? error.fault : 'failed');
    }
    this.changes += 1;
    // Only now: what the progress counts has been kept.
    this.count();
  }

  private readonly showFault = (fault: StorageState): void => {
    this.fault = fault;
    if (fault === 'ok' || this.faults) return;
    import('./storage-fault').then(
      (faults) => {
        this.faults = faults;
      },
      // Without a network the short words of `render` stay.
      () => undefined,
    );
  };

  private setSituation(answers: Situation): void {
    const situation = withAges(forRoles(answers, this.roles), this.family);
    const conditions = [...this.querySelectorAll<HTMLElement>('[data-when]')].map((part) => {
      const condition = deserializeCondition(part.dataset['when'] ?? '');
      part.hidden = !applies(condition, situation);
      return condition;
    });
    for (const section of this.querySelectorAll<HTMLElement>('section:not([data-when])')) {
      const steps = [...section.querySelectorAll<HTMLElement>('.step')];
      const notes = [...section.querySelectorAll<HTMLElement>(':scope > .note')];
      section.hidden = steps.length > 0 && [...steps, ...notes].every((part) => part.hidden);
    }
    this.situation = answers;
    this.facts = openFacts(conditions, situation);
    // Each child has its own.
    if (this.family.some(({ age }) => age)) this.facts.delete('age');
    this.count();
  }

  private count(): void {
    const shown = this.boxes.filter((box) => box.closest('[hidden]') === null);
    this.total = shown.length;
    // Where nothing can be kept, the page says so, and counts what the reader sees.
    this.done = shown.filter(
      (box) => box.checked && (this.fault === 'unavailable' || !this.unsaved.has(box)),
    ).length;
  }

  /** On paper nothing can be opened, and only an address leads back to the page. */
  private readonly openAll = (): void => {
    // At once: `print()` waits for no rendering.
    this.dataset['at'] = location.origin + location.pathname;
    this.opened = [...this.querySelectorAll('details')].filter((details) => !details.open);
    for (const details of this.opened) details.open = true;
  };

  private readonly afterPrint = (): void => {
    for (const details of this.opened) details.open = false;
    this.removeAttribute('blank');
  };

  /** Of a step done on an earlier visit only its action is left; nothing moves under the finger later. */
  private closeDone(): void {
    for (const details of this.querySelectorAll<HTMLDetailsElement>('.step > details')) {
      details.open = details.parentElement?.querySelector(':scope > input:not(:checked)') !== null;
    }
  }

  private readonly undo = (): void => {
    const box = this.last;
    this.last = undefined;
    if (!box?.isConnected) return;
    box.checked = !box.checked;
    box.focus();
    void this.keep(box);
  };

  private readonly share = async (): Promise<void> => {
    try {
      const { sharePage } = await import('./share-page');
      this.hint = await sharePage();
    } catch {
      // Without a network: the address can still be copied by hand.
      this.hint = location.href;
    }
  };

  /** A link may lead into a closed symptom. */
  private readonly openTarget = (): void => {
    const target = document.querySelector(':target');
    const closed = target?.closest('details');
    if (closed) closed.open = true;
    target?.scrollIntoView();
  };

  /** Under which keys ticks of this box may lie, its own first. */
  private keysOf(box: HTMLInputElement, family: readonly Child[]): [child: string, step: string][] {
    const when = deserializeCondition(box.parentElement?.dataset['when'] ?? '');
    const isPerChild = box.dataset['perChild'] !== undefined;
    const [first = ''] = ownersOf(isPerChild, childrenFor(when, family, this.situation));
    return keysOfStep(idsOf(box), box.dataset['child'] ?? first);
  }

  override render(): TemplateResult {
    return html`
      ${this.quiet || this.total === 0 ? nothing : this.renderProgress()}
      <situation-questions
        part="questions"
        .facts=${this.facts}
        roles=${this.roles}
        .situation=${this.situation}
        @situation-change=${(event: CustomEvent<Situation>) => {
          this.setSituation(event.detail);
          void this.showFamily();
        }}
      ></situation-questions>
      <div role="alert">
        ${
          this.fault === 'ok'
            ? nothing
            : (this.faults?.renderFault(this.fault, this.showFault) ?? words.ticksAreNotKept)
        }
      </div>
      <slot></slot>
      ${this.quiet ? nothing : this.renderEnd()}
    `;
  }

  private renderProgress(): TemplateResult {
    return html`<div part="progress">
      <progress part="bar" aria-label=${words.stepsDone} max=${this.total} value=${this.done}></progress>
      <span role="status">${words.progress.replace('{done}', `${this.done}`).replace('{total}', `${this.total}`)}</span>
      <span role="status" part="heard">${this.last ? words.canUndo : ''}</span>
      ${
        this.last
          ? html`<button type="button" class="plain" part="undo" @click=${this.undo}>${words.undo}</button>`
          : nothing
      }
    </div>`;
  }

  private renderPrint(isBlank: boolean): TemplateResult {
    return html`<button
      type="button"
      class="plain"
      @click=${() => {
        this.toggleAttribute('blank', isBlank);
        print();
      }}
    >
      ${isBlank ? words.printBlank : this.done > 0 ? words.printTicked : words.print}
    </button>`;
  }

  private renderEnd(): TemplateResult {
    const finished = this.total > 0 && this.done === this.total;
    return html`
      <div role="status">
        ${
          finished
            ? html`<div part="finish">
                <p><strong part="word">${words.finished}</strong></p>
                <p>
                  ${this.nextTitle ? words.next : words.wasLast}
                  <a href=${this.nextHref}>${this.nextTitle ?? words.allGuides}</a>
                </p>
              </div>`
            : nothing
        }
      </div>
      <div part="actions">
        <button type="button" class="plain" part="share" @click=${this.share}>${words.share}</button>
        ${this.renderPrint(false)}${this.done > 0 ? this.renderPrint(true) : nothing}
      </div>
      <p role="status" part="hint">${this.hint}</p>
    `;
  }
}

customElements.define('guide-checklist', GuideChecklist);
