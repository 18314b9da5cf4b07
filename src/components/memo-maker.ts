import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import library from 'virtual:library';
import { memoGuideFor, usesInviteCodes, type MemoGuide } from '../guide';
import {
  familiesOf,
  isForEveryone,
  MemoError,
  safeFileName,
  sheetsOf,
  type MemoFamily,
  type MemoRequest,
  type MemoWarning,
} from '../memo';
import { makeMemo, type MadeMemo } from '../memo/memo-client';
import workerUrl from '../memo/memo-worker?worker&url';
import { trustedScriptUrl } from '../offline/trusted-script-url';
import type { Roster } from '../roster';
import {
  DEFAULT_MEMO_SETTINGS,
  loadMemoSettings,
  saveMemoSettings,
  type MemoSettings,
} from '../storage/memo-settings';
import { loadTicks } from '../storage/progress';
import { controls } from './controls';
import { classesOf, makeClassFiles } from './memo-class-files';
import './memo-names';
import { layoutChoice, ownAddress, type ChecklistOptions, type LayoutChoice } from './memo-options';
import './memo-preview';
import { saveFile } from './save-file';

/** What is being made: what is done, of how many, and since when (ms). */
interface Progress {
  what: 'страниц' | 'классов';
  done: number;
  total: number;
  since: number;
}

/** What the teacher sees of the making. */
type State =
  | { name: 'idle' }
  | { name: 'making'; progress: Progress }
  | { name: 'failed'; message: string }
  | { name: 'ready'; request: MemoRequest; memo: MadeMemo; file: File; url: string };

const LAYOUT_WORDS = {
  page: 'лист A4 каждой семье',
  half: 'две памятки на листе',
  slips: 'полоски с кодами',
  poster: 'плакат',
  form: 'бланк',
  checklist: 'чек-лист',
} as const;

/** Makes the memos of the given rows in a worker, shows them and offers the file. */
export class MemoMaker extends LitElement {
  static override properties = {
    roster: { attribute: false },
    state: { state: true },
    settings: { state: true },
    choice: { state: true },
    checklist: { state: true },
    words: { state: true },
    zipping: { state: true },
  };

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.75rem;
        margin-block: 1rem;
      }
      progress {
        flex: 1 1 10rem;
        height: 1rem;
        accent-color: var(--done);
      }
      ul {
        padding-left: 1.2rem;
      }
      li {
        overflow-wrap: anywhere;
      }
    `,
  ];

  /** The rows that get a memo. */
  declare roster: Roster;
  declare private state: State;
  declare private settings: MemoSettings;
  declare private choice: MemoGuide | undefined;
  declare private checklist: ChecklistOptions;
  /** Names after «для» in the teacher's own words. */
  declare private words: ReadonlyMap<string, string>;
  declare private zipping: Progress | undefined;
  private making: AbortController | undefined;
  /** Whether the teacher has chosen the guide; until then it follows the list. */
  private hasChosen = false;
  /** Whether the choices were touched before the kept ones came. */
  private hasChanged = false;

  constructor() {
    super();
    this.roster = { columns: [], rows: [] };
    this.state = { name: 'idle' };
    this.settings = { ...DEFAULT_MEMO_SETTINGS };
    this.choice = undefined;
    this.checklist = { situation: {}, withTicks: false };
    this.words = new Map();
    this.zipping = undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void loadMemoSettings().then((settings) => {
      if (!this.hasChanged) this.settings = settings;
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.reset();
  }

  /** Chooses a layout for once: what is kept stays. */
  offer(layout: LayoutChoice): void {
    this.hasChanged = true;
    this.reset();
    this.settings = { ...this.settings, layout };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('roster')) return;
    // A memo made from another list must not stay beside this one.
    this.reset();
    if (!this.hasChosen) {
      const hasCodes = this.roster.rows.some((row) => row.values.inviteCode !== '');
      this.choice = memoGuideFor(library, hasCodes);
    }
  }

  override render(): TemplateResult {
    const { choice, settings } = this;
    const hasNames = choice !== undefined && usesInviteCodes(choice.guide);
    const layout = layoutChoice(settings.layout);
    return html`
      <memo-options
        .settings=${settings}
        .choice=${choice}
        .checklist=${this.checklist}
        ?busy=${this.state.name === 'making'}
        @settings-change=${(event: CustomEvent<MemoSettings>) => {
          this.keep(event.detail);
        }}
        @guide-change=${(event: CustomEvent<MemoGuide>) => {
          this.hasChosen = true;
          this.choice = event.detail;
          this.reset();
        }}
        @checklist-change=${(event: CustomEvent<ChecklistOptions>) => {
          this.checklist = event.detail;
          this.reset();
        }}
        @memos-wanted=${() => void this.make()}
      ></memo-options>
      ${
        hasNames && ['page', 'half', 'thrifty'].includes(layout)
          ? html`<memo-names
            .names=${this.roster.rows.map((row) => row.values.childName)}
            .words=${this.words}
            @names-change=${(event: CustomEvent<ReadonlyMap<string, string>>) => {
              this.words = event.detail;
              this.reset();
            }}
          ></memo-names>`
          : nothing
      }
      <div aria-live="polite">${this.renderState()}</div>
    `;
  }

  private renderState(): TemplateResult | typeof nothing {
    const { state } = this;
    switch (state.name) {
      case 'idle':
        return nothing;
      case 'making':
        return this.renderProgress(state.progress);
      case 'failed':
        return html`<p class="message">${state.message}</p>`;
      case 'ready':
        return this.renderReady(state);
    }
  }

  private renderProgress({ what, done, total, since }: Progress): TemplateResult {
    return html`<div class="row">
      <progress max=${total} value=${done} aria-label="Сделано ${what}"></progress>
      <span>${done} из ${total}${timeLeft(done / total, Date.now() - since)}</span>
      <button type="button" class="plain" @click=${this.reset}>Отменить</button>
    </div>`;
  }

  private renderReady({
    request,
    memo,
    file,
    url,
  }: Extract<State, { name: 'ready' }>): TemplateResult {
    const { document } = memo;
    const sheets = sheetsOf(document);
    const hasClasses = !isForEveryone(document.layout) && classesOf(request).length > 1;
    return html`
      ${renderWarnings(document.warnings)}
      ${
        request.savesPaper === true
          ? html`<p>
            Экономнее всего, если читать легко: ${LAYOUT_WORDS[document.layout]}. Листов: ${sheets}${
              document.layout === 'page' ? '' : ` вместо ${String(request.families.length)}`
            }.
          </p>`
          : nothing
      }
      <div class="row">
        <a class="button" href=${url} download=${file.name}>Скачать PDF</a>
        <a class="button plain" href=${url} target="_blank">Открыть и напечатать</a>
        ${
          canShare(file)
            ? html`<button
              type="button"
              class="plain"
              @click=${() => {
                void share(file);
              }}
            >
              Поделиться файлом
            </button>`
            : nothing
        }
        ${
          hasClasses && !this.zipping
            ? html`<button
              type="button"
              class="plain"
              @click=${() => {
                void this.zip(request);
              }}
            >
              По файлу на класс (ZIP)
            </button>`
            : nothing
        }
        <span
          >Листов: ${sheets}${
            document.duplex === 'long-edge' ? ', с двух сторон, переплёт по длинному краю' : ''
          }</span
        >
      </div>
      ${this.zipping ? this.renderProgress(this.zipping) : nothing}
      <memo-preview .memo=${document}></memo-preview>
    `;
  }

  private keep(settings: MemoSettings): void {
    this.hasChanged = true;
    this.settings = settings;
    this.reset();
    // What is not kept only has to be chosen again.
    saveMemoSettings(settings).catch(() => undefined);
  }

  private async make(): Promise<void> {
    this.reset();
    const making = new AbortController();
    this.making = making;
    const request = await this.request();
    if (!request || this.making !== making) return;
    const since = Date.now();
    const progress = (done: number, total: number): void => {
      if (this.making === making) {
        this.state = { name: 'making', progress: { what: 'страниц', done, total, since } };
      }
    };
    progress(0, Math.max(1, request.families.length));
    try {
      const memo = await makeMemo(trustedScriptUrl(workerUrl), request, {
        signal: making.signal,
        onProgress: progress,
      });
      if (this.making !== making) return;
      const file = new File([memo.pdf as Uint8Array<ArrayBuffer>], fileName(request), {
        type: 'application/pdf',
      });
      this.state = { name: 'ready', request, memo, file, url: URL.createObjectURL(file) };
    } catch (error) {
      if (this.making !== making) return;
      this.state = { name: 'failed', message: describeFailure(error) };
    }
  }

  private async zip(request: MemoRequest): Promise<void> {
    const { making } = this;
    if (!making) return;
    const since = Date.now();
    const progress = (done: number, total: number): void => {
      if (this.making === making) this.zipping = { what: 'классов', done, total, since };
    };
    progress(0, classesOf(request).length);
    try {
      const zip = await makeClassFiles(trustedScriptUrl(workerUrl), request, {
        signal: making.signal,
        onProgress: progress,
      });
      if (this.making !== making) return;
      this.zipping = undefined;
      saveFile('Памятки по классам.zip', zip, 'application/zip');
    } catch (error) {
      if (this.making !== making) return;
      this.reset();
      this.state = { name: 'failed', message: describeFailure(error) };
    }
  }

  private async request(): Promise<MemoRequest | undefined> {
    if (!this.choice) return undefined;
    const { region, guide } = this.choice;
    const { large, bothSides, siblings, leftOut, ...texts } = this.settings;
    const choice = layoutChoice(texts.layout);
    const layout = choice === 'thrifty' ? 'page' : choice;
    const appUrl = (texts.appUrl ?? ownAddress()).trim();
    const families = familiesOf(this.roster, {
      siblingsTogether: siblings && (layout === 'page' || layout === 'half'),
    });
    return {
      layout,
      guide,
      region,
      usesInviteCodes: usesInviteCodes(guide),
      families: isForEveryone(layout) ? [] : families.map((family) => this.inOwnWords(family)),
      school: texts.school.trim(),
      heading: texts.heading.trim(),
      note: texts.note.trim(),
      deadline: untilDay(texts.deadline),
      contacts: region.memoContacts.filter(({ id }) => !leftOut.includes(id)),
      large: large && layout !== 'half',
      bothSides: bothSides && !isForEveryone(layout),
      savesPaper: choice === 'thrifty',
      ...(layout === 'checklist' && (await this.checklistOf(guide.id))),
      ...(appUrl !== '' && { appUrl }),
    };
  }

  private async checklistOf(guide: string): Promise<Pick<MemoRequest, 'situation' | 'done'>> {
    const { situation, withTicks } = this.checklist;
    if (!withTicks) return { situation };
    const ticks = await loadTicks(guide).catch(() => []);
    return { situation, done: ticks.map(({ step }) => step) };
  }

  private inOwnWords({ siblings, ...family }: MemoFamily): MemoFamily {
    const forWhom = this.words.get(family.childName);
    return {
      ...family,
      ...(forWhom !== undefined && { forWhom }),
      ...(siblings && { siblings: siblings.map((sibling) => this.inOwnWords(sibling)) }),
    };
  }

  /** Cancels what is being made and forgets what was. */
  private readonly reset = (): void => {
    this.making?.abort();
    this.making = undefined;
    this.zipping = undefined;
    if (this.state.name === 'ready') URL.revokeObjectURL(this.state.url);
    this.state = { name: 'idle' };
  };
}

/** «до 1 сентября»; '' for no date. */
function untilDay(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined) return '';
  const words = new Date(year, month - 1, day).toLocaleDateString('ru-RU', {
    day: 'numeric',
    month: 'long',
  });
  return `до ${words}`;
}

/** Told once there is something to judge by: after a second and a twentieth of the work. */
function timeLeft(part: number, elapsed: number): string {
  if (elapsed < 1000 || part < 0.05 || part >= 1) return '';
  const seconds = Math.ceil((elapsed / part - elapsed) / 1000);
  if (seconds < 60) return `, осталось ${String(seconds)} с`;
  return `, осталось ${String(Math.ceil(seconds / 60))} мин`;
}

function fileName(request: MemoRequest): string {
  if (request.layout === 'checklist') return `${safeFileName(request.guide.title, 'Чек-лист')}.pdf`;
  const classes = classesOf(request);
  const label = classes.length === 1 ? (classes[0] ?? '') : '';
  return `${safeFileName(`Памятки ${label}`.trim(), 'Памятки')}.pdf`;
}

/** Browsers without Web Share Level 2 have no `canShare`, or refuse files. */
function canShare(file: File): boolean {
  const { canShare: can } = navigator as Partial<Navigator>;
  return can?.call(navigator, { files: [file] }) ?? false;
}

async function share(file: File): Promise<void> {
  try {
    await navigator.share({ files: [file], title: file.name });
  } catch {
    // The person has closed the system's window; the file is still here.
  }
}

function describeFailure(error: unknown): string {
  if (error instanceof MemoError) return error.message;
  return 'Памятки не получились: не хватило памяти или страница устарела. Выберите один класс или откройте страницу заново — список надо будет вставить ещё раз.';
}

function renderWarnings(warnings: readonly MemoWarning[]): TemplateResult | typeof nothing {
  if (warnings.length === 0) return nothing;
  return html`<div class="message">
    <p>Памятки сделаны, но посмотрите:</p>
    <ul>
      ${warnings.map(({ message }) => html`<li>${message}</li>`)}
    </ul>
  </div>`;
}

customElements.define('memo-maker', MemoMaker);
