import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { REQUEST_FIELDS, type RequestField } from '../guide/guide';
import * as words from '../messages/ru/request';
import { loadChildren, nameOfChild, type Child } from '../storage/children';
import { loadSituation } from '../storage/settings';
import { controls } from './controls';
import { RequestForm, ROLES } from './request-form';
import {
  checkRequest,
  emptyDraft,
  FIELD_NAMES,
  parseDraft,
  writeRequest,
  writeSubject,
  type RequestDraft,
} from './request-text';
import './request-letter';

type DraftState = 'none' | 'kept' | 'wiped' | 'unkept' | 'unreached';

const DRAFT_WORDS: Readonly<Record<DraftState, string>> = {
  none: '',
  kept: words.draftIsKept,
  wiped: words.draftWiped,
  unkept: words.draftNotKept,
  unreached: words.draftWaits,
};

/** An `import()` that the network fails throws a TypeError in every browser; storage never does. */
function whyUnkept(error: unknown): DraftState {
  return error instanceof TypeError ? 'unreached' : 'unkept';
}

/** Comes after the form can be filled in: drafts share their code with ticks. */
const keeping = (): Promise<typeof import('../storage/request-draft')> =>
  import('../storage/request-draft');

/**
 * Fills the static form that it slots with what is known on this device, keeps it as a draft,
 * checks it, and makes the letter.
 */
export class SupportRequestForm extends LitElement {
  static override properties = {
    region: { type: String },
    demanded: { type: String },
    family: { state: true },
    letter: { state: true },
    problem: { state: true },
    draftState: { state: true },
  };

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      p {
        margin: 0.5rem 0;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: 0.6rem;
        margin: 0.75rem 0;
      }
      .quiet {
        color: var(--quiet);
        font-size: 0.95rem;
      }
      @media print {
        .screen,
        .has-letter {
          display: none;
        }
      }
    `,
  ];

  /** Folder of the region: `tyumen`. */
  declare region: string;
  /** Fields that support demands, separated by spaces. */
  declare demanded: string;
  /** The children whose school or class is known. */
  declare private family: readonly Child[];
  /** The letter, once the form has been found complete; it follows what is changed later. */
  declare private letter: string;
  declare private problem: string;
  declare private draftState: DraftState;
  /** Whether problems are shown: before the first check they would scold an empty form. */
  private isChecked = false;
  private isSaving = false;
  private isDirty = false;
  /** Grows with each change of the form. */
  private changes = 0;
  private wiped: RequestDraft | undefined;
  declare private form: RequestForm;

  constructor() {
    super();
    this.region = '';
    this.demanded = '';
    this.family = [];
    this.letter = '';
    this.problem = '';
    this.draftState = 'none';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.form = new RequestForm(this);
    // Without this script it could do nothing.
    for (const button of this.querySelectorAll('button')) button.hidden = false;
    this.addEventListener('input', this.onInput);
    this.addEventListener('submit', this.onSubmit);
    document.addEventListener('visibilitychange', this.onVisibility);
    window.addEventListener('hashchange', this.takeTopic);
    window.addEventListener('online', this.onOnline);
    void this.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('input', this.onInput);
    this.removeEventListener('submit', this.onSubmit);
    document.removeEventListener('visibilitychange', this.onVisibility);
    window.removeEventListener('hashchange', this.takeTopic);
    window.removeEventListener('online', this.onOnline);
  }

  private get mailAddresses(): string[] {
    const links = this.querySelectorAll<HTMLAnchorElement>('a[href^="mailto:"]');
    return [...links].map((link) => link.textContent.trim());
  }

  private async start(): Promise<void> {
    const [kept, situation, children] = await Promise.all([
      this.loadDraft(),
      loadSituation(),
      loadChildren(),
    ]);
    this.family = children.filter(({ school, className }) => school + className !== '');
    // What was entered before is the reader's too.
    const draft = merge(kept ?? emptyDraft(), this.form.read());
    if (!kept && ROLES.staff.includes(situation.role ?? '')) draft.writer = 'staff';
    this.show(draft);
    const [child, ...others] = this.family;
    if (child && others.length === 0) this.takeChild(child, 'empty');
    this.takeTopic();
  }

  private async loadDraft(): Promise<RequestDraft | undefined> {
    try {
      const { loadRequestDraft } = await keeping();
      const value = await loadRequestDraft(this.region);
      if (value === undefined) return undefined;
      this.draftState = 'kept';
      return parseDraft(value);
    } catch (error) {
      this.draftState = whyUnkept(error);
      return undefined;
    }
  }

  private show(draft: RequestDraft): void {
    this.form.show(draft);
    this.recheck();
  }

  private takeChild({ school, className }: Child, which: 'empty' | 'all'): void {
    for (const [field, value] of [
      ['school', school],
      ['class', className],
    ] as const) {
      const input = this.form.field(field);
      if (value !== '' && (which === 'all' || input.value === '')) input.value = value;
    }
    this.recheck();
  }

  /** A symptom's link names it behind `#`. */
  private readonly takeTopic = (): void => {
    const id = location.hash.slice(1);
    const { topics } = this.form;
    const option = [...(topics?.options ?? [])].find(({ value }) => value === id);
    if (id === '' || !option || !topics) return;
    if (option.disabled) {
      // A symptom that only the other side meets.
      const { writer } = this.form.read();
      this.show({ ...this.form.read(), writer: writer === 'staff' ? 'family' : 'staff' });
    }
    topics.value = id;
    this.keepDraft();
  };

  private readonly onInput = (): void => {
    this.wiped = undefined;
    this.form.fitTo(this.form.read().writer);
    this.recheck();
    this.keepDraft();
  };

  private readonly onSubmit = (event: Event): void => {
    event.preventDefault();
    this.check();
  };

  /** Saves after each change, one transaction at a time, so that the last change is the last kept. */
  private keepDraft(): void {
    this.isDirty = true;
    this.changes += 1;
    if (!this.isSaving) void this.save();
  }

  private readonly onOnline = (): void => {
    if (this.isDirty && !this.isSaving) void this.save();
  };

  private async save(): Promise<void> {
    this.isSaving = true;
    try {
      const { saveRequestDraft } = await keeping();
      // A draft of another day could not be read at first: it must not be written over.
      if (this.draftState === 'unreached') {
        this.show(merge((await this.loadDraft()) ?? emptyDraft(), this.form.read()));
      }
      while (this.isDirty) {
        this.isDirty = false;
        await saveRequestDraft(this.region, this.form.read());
      }
      this.draftState = 'kept';
    } catch (error) {
      this.draftState = whyUnkept(error);
    }
    this.isSaving = false;
  }

  private readonly onVisibility = (): void => {
    void this.readAgain();
  };

  /** Another tab may have gone on with the draft. */
  private async readAgain(): Promise<void> {
    if (document.hidden || this.isDirty || this.isSaving || this.draftState !== 'kept') return;
    const before = this.changes;
    const draft = await this.loadDraft();
    if (draft && before === this.changes) this.show(draft);
  }

  private readonly wipe = async (): Promise<void> => {
    const draft = this.form.read();
    try {
      const { wipeRequestDraft } = await keeping();
      await wipeRequestDraft(this.region);
    } catch {
      // Where nothing can be kept there is nothing to wipe but the form.
    }
    this.wiped = draft;
    this.isChecked = false;
    this.show({ ...emptyDraft(), writer: draft.writer });
    this.draftState = 'wiped';
  };

  private readonly restore = (): void => {
    if (!this.wiped) return;
    this.show(this.wiped);
    this.wiped = undefined;
    this.keepDraft();
  };

  private check(): void {
    this.isChecked = true;
    const problems = this.recheck();
    const [first] = problems.keys();
    if (first) {
      const names = [...problems.keys()].map((field) => FIELD_NAMES[field]).join(', ');
      this.problem = words.checkThese(names);
      this.form.field(first).focus();
      return;
    }
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector<HTMLElement>('request-letter')?.focus();
    });
  }

  /** Brings the words under the fields, and the letter, in step with the form. */
  private recheck(): Map<RequestField, string> {
    const draft = this.form.read();
    const problems = this.isChecked
      ? checkRequest(draft, this.demanded.split(' ') as RequestField[])
      : new Map<RequestField, string>();
    for (const field of REQUEST_FIELDS) this.form.showProblem(field, problems.get(field));
    if (problems.size === 0) this.problem = '';
    this.letter =
      this.isChecked && problems.size === 0 ? writeRequest(draft, this.form.topicTitle) : '';
    return problems;
  }

  override render(): TemplateResult {
    return html`
      <div class="screen">${this.family.length > 1 ? this.renderFamily() : nothing}</div>
      <div class=${this.letter === '' ? '' : 'has-letter'}><slot></slot></div>
      <div class="screen">
        <div role="alert">
          ${this.problem === '' ? nothing : html`<p class="message">${this.problem}</p>`}
        </div>
        ${this.renderDraftState()}
      </div>
      ${this.letter === '' ? nothing : this.renderLetter()}
      <slot name="where" class="screen"></slot>
    `;
  }

  private renderFamily(): TemplateResult {
    return html`<p>${words.aboutWhom}</p>
      <div class="row">
        ${this.family.map(
          (child) =>
            html`<button
              type="button"
              class="plain"
              @click=${() => {
                this.takeChild(child, 'all');
                this.keepDraft();
              }}
            >
              ${[nameOfChild(child), child.school].filter((part) => part !== '').join(', ')}
            </button>`,
        )}
      </div>`;
  }

  private renderDraftState(): TemplateResult {
    return html`
      <p class="quiet" role="status">${DRAFT_WORDS[this.draftState]}</p>
      ${
        this.draftState === 'none'
          ? nothing
          : html`<button
              type="button"
              class="plain"
              @click=${this.wiped ? this.restore : this.wipe}
            >
              ${this.wiped ? words.undoWipe : words.wipeDraft}
            </button>`
      }
    `;
  }

  private renderLetter(): TemplateResult {
    return html`<request-letter
      .text=${this.letter}
      .subject=${writeSubject(this.form.read(), this.form.topicTitle)}
      .addresses=${this.mailAddresses}
    ></request-letter>`;
  }
}

/** What was kept, with what has been entered since then. */
function merge(kept: RequestDraft, entered: RequestDraft): RequestDraft {
  const merged: RequestDraft = { ...kept, values: { ...kept.values } };
  if (entered.writer === 'staff') merged.writer = 'staff';
  if (entered.topic !== '') merged.topic = entered.topic;
  for (const field of REQUEST_FIELDS) {
    if (entered.values[field] !== '') merged.values[field] = entered.values[field];
  }
  return merged;
}

customElements.define('support-request', SupportRequestForm);
