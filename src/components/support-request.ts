import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { applies, deserializeCondition } from '../guide/condition';
import { REQUEST_FIELDS, type RequestField } from '../guide/guide';
import { loadChildren, nameOfChild, type Child } from '../storage/children';
import { loadSituation } from '../storage/settings';
import { controls } from './controls';
import {
  checkRequest,
  emptyDraft,
  FIELD_NAMES,
  LONGEST_WINDOWS_ADDRESS,
  mailtoUrl,
  parseDraft,
  writeRequest,
  writeSubject,
  type RequestDraft,
  type Writer,
} from './request-text';

const ROLES: Readonly<Record<Writer, readonly string[]>> = {
  family: ['parent', 'pupil'],
  staff: ['teacher', 'staff'],
};

type DraftState = 'none' | 'kept' | 'wiped' | 'unkept' | 'unreached';

const DRAFT_WORDS: Readonly<Record<DraftState, string>> = {
  none: '',
  kept: 'Черновик хранится на этом устройстве, пока вы его не сотрёте.',
  wiped: 'Черновик стёрт.',
  unkept:
    'Черновик не сохраняется: браузер не даёт сайту хранить данные. Не закрывайте страницу, пока не отправите запрос.',
  unreached:
    'Черновик пока не сохраняется: нет связи. Не закрывайте страницу — сохраним, когда она появится.',
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
 * checks it, and makes the letter that the reader copies, shares, mails or prints.
 */
export class SupportRequestForm extends LitElement {
  static override properties = {
    region: { type: String },
    demanded: { type: String },
    family: { state: true },
    letter: { state: true },
    problem: { state: true },
    draftState: { state: true },
    done: { state: true },
  };

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      h2 {
        margin: 2rem 0 0.5rem;
        font-size: 1.35rem;
        line-height: 1.2;
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
      .row a {
        padding-inline: 0.5rem;
        overflow-wrap: anywhere;
      }
      .letter {
        padding: 0.8rem 1rem;
        overflow-wrap: anywhere;
        white-space: pre-wrap;
        background: var(--note-paper);
        border-left: 4px solid var(--ink);
        border-radius: 0 8px 8px 0;
      }
      .done {
        color: var(--done);
        font-weight: 600;
      }
      @media print {
        h2,
        .screen,
        .has-letter {
          display: none;
        }
        .letter {
          padding: 0;
          border: 0;
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
  /** What has just been done with the letter. */
  declare private done: string;
  /** Whether problems are shown: before the first check they would scold an empty form. */
  private isChecked = false;
  private isSaving = false;
  private isDirty = false;
  /** Grows with each change of the form. */
  private changes = 0;
  private wiped: RequestDraft | undefined;

  constructor() {
    super();
    this.region = '';
    this.demanded = '';
    this.family = [];
    this.letter = '';
    this.problem = '';
    this.draftState = 'none';
    this.done = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
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

  private get form(): HTMLFormElement {
    const form = this.querySelector('form');
    if (!form) throw new Error('<support-request> needs its form.');
    return form;
  }

  private field(name: RequestField): HTMLInputElement | HTMLTextAreaElement {
    return this.form.elements.namedItem(name) as HTMLInputElement | HTMLTextAreaElement;
  }

  private get topics(): HTMLSelectElement | null {
    return this.form.querySelector('select');
  }

  private get topicTitle(): string {
    const { topics } = this;
    const title = topics?.value ? (topics.selectedOptions[0]?.text ?? '') : '';
    // The portal's form is no place for typesetting.
    return title.replace(/\u00a0/g, ' ');
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
    const draft = merge(kept ?? emptyDraft(), this.readForm());
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

  private readForm(): RequestDraft {
    const draft = emptyDraft();
    const data = new FormData(this.form);
    for (const field of REQUEST_FIELDS) draft.values[field] = this.field(field).value;
    draft.topic = this.topics?.value ?? '';
    if (data.get('writer') === 'staff') draft.writer = 'staff';
    return draft;
  }

  private show({ writer, topic, values }: RequestDraft): void {
    for (const field of REQUEST_FIELDS) this.field(field).value = values[field];
    for (const radio of this.form.querySelectorAll<HTMLInputElement>('[name="writer"]')) {
      radio.checked = radio.value === writer;
    }
    if (this.topics) this.topics.value = topic;
    this.fitTo(writer);
    this.recheck();
  }

  /** Shows the symptoms and the entrance of those who write. */
  private fitTo(writer: Writer): void {
    for (const option of this.form.querySelectorAll<HTMLOptionElement>('[data-when]')) {
      const when = deserializeCondition(option.dataset['when'] ?? '');
      option.hidden = !ROLES[writer].some((role) => applies(when, { role }));
      // Safari shows hidden options.
      option.disabled = option.hidden;
    }
    if (this.topics?.selectedOptions[0]?.disabled !== false && this.topics) this.topics.value = '';
    for (const part of this.querySelectorAll<HTMLElement>('[data-writer]')) {
      part.hidden = part.dataset['writer'] !== writer;
    }
  }

  private takeChild({ school, className }: Child, which: 'empty' | 'all'): void {
    for (const [field, value] of [
      ['school', school],
      ['class', className],
    ] as const) {
      const input = this.field(field);
      if (value !== '' && (which === 'all' || input.value === '')) input.value = value;
    }
    this.recheck();
  }

  /** A symptom's link names it behind `#`. */
  private readonly takeTopic = (): void => {
    const id = location.hash.slice(1);
    const option = [...(this.topics?.options ?? [])].find(({ value }) => value === id);
    if (id === '' || !option || !this.topics) return;
    if (option.disabled) {
      // A symptom that only the other side meets.
      const { writer } = this.readForm();
      this.show({ ...this.readForm(), writer: writer === 'staff' ? 'family' : 'staff' });
    }
    this.topics.value = id;
    this.keepDraft();
  };

  private readonly onInput = (): void => {
    this.wiped = undefined;
    this.fitTo(this.readForm().writer);
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
        this.show(merge((await this.loadDraft()) ?? emptyDraft(), this.readForm()));
      }
      while (this.isDirty) {
        this.isDirty = false;
        await saveRequestDraft(this.region, this.readForm());
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
    const draft = this.readForm();
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
      this.problem = `Проверьте: ${names}.`;
      this.field(first).focus();
      return;
    }
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector<HTMLElement>('#ready')?.focus();
    });
  }

  /** Brings the words under the fields, and the letter, in step with the form. */
  private recheck(): Map<RequestField, string> {
    const draft = this.readForm();
    const problems = this.isChecked
      ? checkRequest(draft, this.demanded.split(' ') as RequestField[])
      : new Map<RequestField, string>();
    for (const field of REQUEST_FIELDS) this.showProblem(field, problems.get(field));
    if (problems.size === 0) this.problem = '';
    this.letter = this.isChecked && problems.size === 0 ? writeRequest(draft, this.topicTitle) : '';
    this.done = '';
    return problems;
  }

  private showProblem(name: RequestField, problem: string | undefined): void {
    const field = this.field(name);
    const words = this.querySelector<HTMLElement>(`#${name}-problem`);
    if (!words) return;
    words.textContent = problem ?? '';
    words.hidden = problem === undefined;
    field.setAttribute('aria-invalid', String(problem !== undefined));
    const described = [`${name}-hint`, words.id].filter((id) =>
      this.querySelector(`#${id}:not([hidden])`),
    );
    field.setAttribute('aria-describedby', described.join(' '));
  }

  private readonly copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(this.letter);
      this.done = 'Текст скопирован.';
    } catch {
      // An older browser, or a host without https.
      const letter = this.renderRoot.querySelector('.letter');
      if (letter) getSelection()?.selectAllChildren(letter);
      this.done = 'Скопировать не получилось. Текст выделен: скопируйте его сами.';
    }
  };

  private readonly share = async (): Promise<void> => {
    try {
      await navigator.share({ title: 'Запрос в поддержку', text: this.letter });
    } catch (error) {
      // The reader has closed the list of programs: nothing to say.
      if (!(error instanceof DOMException && error.name === 'AbortError')) await this.copy();
    }
  };

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
    return html`<p>О ком запрос? Впишутся школа и класс:</p>
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
              ${this.wiped ? 'Вернуть стёртое' : 'Стереть черновик'}
            </button>`
      }
    `;
  }

  private renderLetter(): TemplateResult {
    return html`
      <h2 id="ready" tabindex="-1">Текст готов</h2>
      <p class="letter">${this.letter}</p>
      <div class="row screen">
        <button type="button" @click=${this.copy}>Скопировать</button>
        ${
          'share' in navigator
            ? html`<button type="button" class="plain" @click=${this.share}>Поделиться</button>`
            : nothing
        }
        ${this.mailAddresses.map((address) => this.renderMail(address))}
        <button
          type="button"
          class="plain"
          @click=${() => {
            window.print();
          }}
        >
          Напечатать
        </button>
      </div>
      <p class="done screen" role="status">${this.done}</p>
    `;
  }

  private renderMail(address: string): TemplateResult {
    const subject = writeSubject(this.readForm(), this.topicTitle);
    const whole = mailtoUrl(address, subject, this.letter);
    const isTooLong = /Windows/.test(navigator.userAgent) && whole.length > LONGEST_WINDOWS_ADDRESS;
    return html`<a
      class="button plain"
      href=${isTooLong ? mailtoUrl(address, subject, 'Вставьте сюда скопированный текст.') : whole}
      @click=${isTooLong ? this.copy : nothing}
      >Письмо на ${address}</a
    >`;
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
