import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Bytes } from '../storage/vault';
import { trustedScriptUrl } from '../offline/trusted-script-url';
import {
  addSnapshot,
  snapshotOf,
  type ForWhom,
  type JoinStage,
  type Resolutions,
  type Roster,
  type RosterRow,
  type StageChange,
  type TakenRoster,
  type UnreadText,
} from '../roster';
import { RosterClient, type RosterAudit } from '../roster/roster-client';
import workerUrl from '../roster/roster-worker?worker&url';
import './audit-rules';
import './class-findings';
import './class-import';
import type { ClassImport } from './class-import';
import './class-joined';
import type { ClassJoined } from './class-joined';
import {
  markChosen,
  putRow,
  removeRow,
  resolveFinding,
  takeReport,
  writeNames,
  type ClassList,
} from './class-list';
import './class-progress';
import './class-roster';
import type { ClassRoster, RowChange } from './class-roster';
import './class-requests';
import './class-vault';
import type { ClassVault, ClosedList, ListOpened } from './class-vault';
import { controls } from './controls';
import type { Resolution } from './finding-item';
import { regionOf } from './guide-link';
import { History } from './history';
import './memo-maker';
import type { MemoMaker } from './memo-maker';

const IMPORT = 'новый список';

const NONE: Resolutions = {};
const NO_WORDS: ForWhom = {};

/**
 * The teacher's way: the list comes in, its mistakes are shown, memos go out. The list lives in this
 * element alone, and on the disk when the teacher asks for it. To close it, another element takes
 * this one's place: nothing of the list can stay behind in one that is not there.
 */
export class ClassPage extends LitElement {
  static override properties = {
    closed: { attribute: false },
    audit: { state: true },
    message: { state: true },
    memoRoster: { state: true },
  };

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      h2 {
        font-size: 1.35rem;
        margin: 2rem 0 0.5rem;
      }
      /* Nothing can be done with a heading: it has the focus for those who hear the page. */
      h2:focus {
        outline: none;
      }
      .number {
        color: var(--ink);
      }
      .notes {
        padding-left: 1.2rem;
        color: var(--quiet);
        font-size: 0.95rem;
        overflow-wrap: anywhere;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: 0.75rem;
        margin-top: 0.75rem;
      }
      .heard {
        position: absolute;
        width: 1px;
        height: 1px;
        margin: 0;
        overflow: hidden;
      }
      @media print {
        /* The page on paper is the sheet of what to mend; memos are a file of their own. */
        class-import,
        class-roster,
        class-requests,
        class-progress,
        audit-rules,
        memo-maker,
        .step,
        .notes,
        .row {
          display: none;
        }
      }
    `,
  ];

  /** What the element before this one has let go of. */
  declare closed: ClosedList | undefined;
  /** What is wrong with the list, or was before the last change while that is looked at. */
  declare private audit: RosterAudit | undefined;
  declare private message: string;
  /** The chosen rows: the same object until they change, so that memos made of them stay. */
  declare private memoRoster: Roster;
  private history: History<ClassList> | undefined;
  private readonly client = new RosterClient(trustedScriptUrl(workerUrl));
  private isChecking = false;

  constructor() {
    super();
    this.closed = undefined;
    this.audit = undefined;
    this.message = '';
    this.memoRoster = { columns: [], rows: [] };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('keydown', this.undoByKey);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.undoByKey);
    this.client.close();
  }

  override render(): TemplateResult {
    return html`
      <h2 class="step"><span class="number">1.</span> Список класса</h2>
      <class-vault
        .client=${this.client}
        .list=${this.history?.present}
        .closed=${this.closed}
        @list-opened=${(event: CustomEvent<ListOpened>) => this.show(event.detail)}
        @closed-done=${() => {
          this.closed = undefined;
        }}
        @list-closing=${this.finishEditing}
        @list-closed=${(event: CustomEvent<ClosedList>) => {
          this.letGo(event.detail);
        }}
      >
        <class-import
          .client=${this.client}
          .roster=${this.history?.present.roster}
          @roster-taken=${(event: CustomEvent<TakenRoster>) => this.take(event.detail)}
          @sealed-file=${(event: CustomEvent<Bytes>) => {
            this.vault?.openFile(event.detail);
          }}
        ></class-import>
      </class-vault>
      <div role="alert">
        ${this.message === '' ? nothing : html`<p class="message">${this.message}</p>`}
      </div>
      ${this.history ? this.renderList(this.history, this.audit) : this.renderEmpty()}
    `;
  }

  private renderEmpty(): TemplateResult {
    return html`<p>Здесь появятся ученики, ошибки в списке и памятки для печати.</p>`;
  }

  private renderList(history: History<ClassList>, audit: RosterAudit | undefined): TemplateResult {
    const { roster, chosen, notes } = history.present;
    const region = regionOf(roster);
    return html`
      ${this.renderHistory(history)}
      ${
        notes.length > 0
          ? html`<ul class="notes">
            ${notes.slice(0, 100).map((note) => html`<li>${note.message}</li>`)}
          </ul>`
          : nothing
      }
      <h2 class="step" id="pupils" tabindex="-1">
        <span class="number">2.</span> Ученики и проверка
      </h2>
      <class-roster
        .client=${this.client}
        .roster=${roster}
        .region=${region}
        .audit=${audit}
        .chosen=${chosen}
        @chosen-change=${(event: CustomEvent<ReadonlySet<RosterRow>>) => {
          history.replace({ ...history.present, chosen: event.detail });
          this.follow();
        }}
        @row-put=${(event: CustomEvent<RowChange>) => {
          const { old, row } = event.detail;
          this.change(putRow(history.present, old, row));
        }}
        @stage-mark=${(event: CustomEvent<JoinStage>) => {
          this.change(markChosen(history.present, event.detail));
        }}
        @row-remove=${(event: CustomEvent<RosterRow>) => {
          this.change(removeRow(history.present, event.detail));
        }}
      ></class-roster>
      <section class="joined">
        <h2>Кто вошёл</h2>
        <class-joined
          .client=${this.client}
          .rows=${roster.rows}
          .snapshots=${history.present.snapshots ?? []}
          @report-taken=${(event: CustomEvent<readonly StageChange[]>) => {
            this.change(takeReport(history.present, event.detail));
          }}
        ></class-joined>
      </section>
      ${audit ? this.renderFindings(history, audit, region) : nothing}
      <h2 class="step"><span class="number">3.</span> Памятки</h2>
      <memo-maker
        .roster=${this.memoRoster}
        .forWhom=${history.present.forWhom ?? NO_WORDS}
        @names-change=${(event: CustomEvent<ForWhom>) => {
          this.change(writeNames(history.present, event.detail));
        }}
      ></memo-maker>
    `;
  }

  private renderFindings(
    history: History<ClassList>,
    audit: RosterAudit,
    region: string,
  ): TemplateResult {
    const { roster, resolutions = NONE } = history.present;
    return html`<section class="findings">
      <h2>Что исправить</h2>
      ${
        audit.progress
          ? html`<class-progress .progress=${audit.progress}></class-progress>`
          : nothing
      }
      <class-findings
        .client=${this.client}
        .roster=${roster}
        .region=${region}
        .audit=${audit}
        .resolutions=${resolutions}
        @resolve=${(event: CustomEvent<Resolution>) => {
          const { finding, word } = event.detail;
          this.change(resolveFinding(history.present, finding, word));
        }}
      ></class-findings>
      <class-requests
        .client=${this.client}
        .audit=${audit}
        @forms-wanted=${(event: CustomEvent<ReadonlySet<RosterRow>>) => {
          history.replace({ ...history.present, chosen: event.detail });
          this.follow();
          this.offerForms();
        }}
      ></class-requests>
      <audit-rules .region=${region}></audit-rules>
    </section>`;
  }

  private renderHistory(history: History<ClassList>): TemplateResult {
    const { change } = history.present;
    const isImport = change === IMPORT;
    return html`<p class="heard" role="status">
        ${history.canUndo && !isImport ? `Сделано: ${change}` : nothing}
      </p>
      <div class="row">
      ${
        history.canUndo
          ? html`<button type="button" class="plain" @click=${this.undo}>
            ${isImport ? 'Вернуть прежний список' : `Вернуть, как было: ${change}`}
          </button>`
          : nothing
      }
      ${
        history.canRedo
          ? html`<button type="button" class="plain" @click=${this.redo}>Повторить</button>`
          : nothing
      }
    </div>`;
  }

  private async take({ roster, notes }: TakenRoster): Promise<void> {
    const { resolutions, snapshots, forWhom } = this.history?.present ?? {};
    const before = await this.past();
    await this.showOnceChecked({
      roster,
      notes,
      chosen: new Set(roster.rows),
      change: IMPORT,
      ...(resolutions && { resolutions }),
      ...(snapshots && { snapshots }),
      ...(forWhom && { forWhom }),
      ...(before && { before }),
    });
    await this.updateComplete;
    this.lookAtPupils();
  }

  /** What is found in the present list; undefined where there is none, or that could not be told. */
  private async past(): Promise<ClassList['before']> {
    if (!this.history || !this.audit) return undefined;
    return this.client.past().catch(() => undefined);
  }

  /** A list that comes in whole is shown together with what is wrong in it, if that can be told. */
  private async showOnceChecked(list: ClassList): Promise<void> {
    this.audit = await this.check(list);
    if (this.history) this.history.push(list);
    else this.history = new History(list);
    if (this.audit) this.count(this.audit);
    this.follow();
  }

  /** Notes how the class stands today. */
  private count({ summary }: RosterAudit): void {
    const list = this.history?.present;
    if (!list) return;
    const today = snapshotOf(list.roster.rows, summary, new Date());
    this.history?.replace({ ...list, snapshots: addSnapshot(list.snapshots ?? [], today) });
  }

  private async show({ list, isUndoable }: ListOpened): Promise<void> {
    // The way back from a kept list must not lead to another one: that would be kept over it.
    if (!isUndoable) this.history = undefined;
    const { unread = {}, ...read } = list;
    await this.showOnceChecked(read);
    await this.updateComplete;
    this.lookAtPupils();
    this.bringBack(unread);
  }

  private get importer(): ClassImport | null {
    return this.renderRoot.querySelector<ClassImport>('class-import');
  }

  private get joined(): ClassJoined | null {
    return this.renderRoot.querySelector<ClassJoined>('class-joined');
  }

  /** What was pasted and not read stands in its fields again, after what is there. */
  private bringBack({ list = '', report = '' }: UnreadText): void {
    const { importer, joined } = this;
    const after = (there: string, text: string): string => [there, text].filter(Boolean).join('\n');
    if (importer) importer.pasted = after(importer.pasted, list);
    if (joined) joined.pasted = after(joined.pasted, report);
  }

  private get vault(): ClassVault | null {
    return this.renderRoot.querySelector<ClassVault>('class-vault');
  }

  /** What is being typed in the form of a row, or was pasted and not read, goes with the list. */
  private readonly finishEditing = (): void => {
    this.renderRoot.querySelector<ClassRoster>('class-roster')?.finishEditing();
    const { vault, history, importer, joined } = this;
    const unread: UnreadText = {
      ...(importer?.pasted && { list: importer.pasted }),
      ...(joined?.pasted && { report: joined.pasted }),
    };
    if (history && Object.keys(unread).length > 0) {
      history.replace({ ...history.present, unread });
    }
    if (vault) vault.list = this.history?.present;
  };

  private letGo(closed: ClosedList): void {
    const fresh = new ClassPage();
    fresh.closed = closed;
    this.replaceWith(fresh);
  }

  private offerForms(): void {
    const maker = this.renderRoot.querySelector<MemoMaker>('memo-maker');
    if (!maker) return;
    maker.offer('form');
    maker.scrollIntoView();
  }

  private change(list: ClassList): void {
    this.history?.push(list);
    this.follow();
    void this.recheck();
  }

  private readonly undo = (): void => {
    this.history?.undo();
    void this.showAgain();
  };

  private readonly redo = (): void => {
    this.history?.redo();
    void this.showAgain();
  };

  private async showAgain(): Promise<void> {
    const pressed = this.shadowRoot?.activeElement;
    this.follow();
    void this.recheck();
    await this.updateComplete;
    // The last button of its kind goes with its press, and would take the focus along.
    if (pressed && !pressed.isConnected) this.lookAtPupils();
  }

  /** Leads to the list: on a phone it begins below all that it came from. */
  private lookAtPupils(): void {
    const heading = this.renderRoot.querySelector<HTMLElement>('#pupils');
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView();
  }

  /** Shows the present list. */
  private follow(): void {
    if (!this.history) return;
    const { roster, chosen } = this.history.present;
    const rows = roster.rows.filter((row) => chosen.has(row));
    const shown = this.memoRoster.rows;
    const isSame = rows.length === shown.length && rows.every((row, i) => row === shown[i]);
    if (!isSame) this.memoRoster = { columns: roster.columns, rows };
    this.requestUpdate();
  }

  /** Looks at the present list again, once more if it changed meanwhile. */
  private async recheck(): Promise<void> {
    if (this.isChecking) return;
    this.isChecking = true;
    let checked: ClassList | undefined;
    while (this.history && checked !== this.history.present) {
      checked = this.history.present;
      const audit = await this.check(checked);
      if (!audit || checked !== this.history.present) continue;
      this.audit = audit;
      this.count(audit);
      checked = this.history.present;
    }
    this.isChecking = false;
  }

  private async check({
    roster,
    resolutions = NONE,
    before,
  }: ClassList): Promise<RosterAudit | undefined> {
    try {
      this.message = '';
      return await this.client.audit(roster, { today: new Date(), resolutions, before });
    } catch {
      this.message =
        'Проверить список не получилось: не хватило памяти или страница устарела. Сам список цел.';
      return undefined;
    }
  }

  /** Ctrl+Z of the page; a field that is typed in has its own. */
  private readonly undoByKey = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.code !== 'KeyZ' || event.altKey) return;
    const [target] = event.composedPath();
    const isTyping =
      target instanceof HTMLTextAreaElement ||
      (target instanceof HTMLInputElement && target.type !== 'checkbox');
    const isOpen = target instanceof Element && target.closest('dialog') !== null;
    if (!this.history || isTyping || isOpen) return;
    event.preventDefault();
    if (event.shiftKey) this.redo();
    else this.undo();
  };
}

customElements.define('class-page', ClassPage);
