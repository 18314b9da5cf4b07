import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import * as words from '../messages/ru/class-list';
import type { Bytes } from '../storage/vault';
import { trustedScriptUrl } from '../offline/trusted-script-url';
import type {
  ForWhom,
  JoinStage,
  Resolutions,
  RosterRow,
  StageChange,
  TakenRoster,
  UnreadText,
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
import { ClassSession } from './class-session';
import './class-vault';
import type { ClassVault, ListOpened } from './class-vault';
import type { ClosedList } from './closed-list';
import { controls } from './controls';
import type { Resolution } from './finding-item';
import { regionOf } from './guide-link';
import './memo-maker';
import type { MemoMaker } from './memo-maker';

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
  private readonly client = new RosterClient(trustedScriptUrl(workerUrl));
  private readonly session = new ClassSession(this, this.client);

  constructor() {
    super();
    this.closed = undefined;
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
    const { list, message } = this.session;
    return html`
      <h2 class="step"><span class="number">1.</span> ${words.classList}</h2>
      <class-vault
        .client=${this.client}
        .list=${list}
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
          .roster=${list?.roster}
          @roster-taken=${(event: CustomEvent<TakenRoster>) => this.take(event.detail)}
          @sealed-file=${(event: CustomEvent<Bytes>) => {
            this.vault?.openFile(event.detail);
          }}
        ></class-import>
      </class-vault>
      <div role="alert">
        ${message === '' ? nothing : html`<p class="message">${message}</p>`}
      </div>
      ${list ? this.renderList(list) : this.renderEmpty()}
    `;
  }

  private renderEmpty(): TemplateResult {
    return html`<p>${words.listAppearsHere}</p>`;
  }

  private renderList(list: ClassList): TemplateResult {
    const { roster, chosen, notes, snapshots = [], forWhom = NO_WORDS } = list;
    const { session } = this;
    const { audit } = session;
    const region = regionOf(roster);
    return html`
      ${this.renderHistory(list)}
      ${
        notes.length > 0
          ? html`<ul class="notes">
            ${notes.slice(0, 100).map((note) => html`<li>${note.message}</li>`)}
          </ul>`
          : nothing
      }
      <h2 class="step" id="pupils" tabindex="-1">
        <span class="number">2.</span> ${words.pupilsAndChecks}
      </h2>
      <class-roster
        .client=${this.client}
        .roster=${roster}
        .region=${region}
        .audit=${audit}
        .chosen=${chosen}
        @chosen-change=${(event: CustomEvent<ReadonlySet<RosterRow>>) => {
          session.choose(event.detail);
        }}
        @row-put=${(event: CustomEvent<RowChange>) => {
          const { old, row } = event.detail;
          session.change((present) => putRow(present, old, row));
        }}
        @stage-mark=${(event: CustomEvent<JoinStage>) => {
          session.change((present) => markChosen(present, event.detail));
        }}
        @row-remove=${(event: CustomEvent<RosterRow>) => {
          session.change((present) => removeRow(present, event.detail));
        }}
      ></class-roster>
      <section class="joined">
        <h2>${words.whoSignedIn}</h2>
        <class-joined
          .client=${this.client}
          .rows=${roster.rows}
          .snapshots=${snapshots}
          @report-taken=${(event: CustomEvent<readonly StageChange[]>) => {
            session.change((present) => takeReport(present, event.detail));
          }}
        ></class-joined>
      </section>
      ${audit ? this.renderFindings(list, audit, region) : nothing}
      <h2 class="step"><span class="number">3.</span> ${words.memos}</h2>
      <memo-maker
        .roster=${session.memoRoster}
        .forWhom=${forWhom}
        @names-change=${(event: CustomEvent<ForWhom>) => {
          session.change((present) => writeNames(present, event.detail));
        }}
      ></memo-maker>
    `;
  }

  private renderFindings(
    { roster, resolutions = NONE }: ClassList,
    audit: RosterAudit,
    region: string,
  ): TemplateResult {
    const { session } = this;
    return html`<section class="findings">
      <h2>${words.whatToMend}</h2>
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
          session.change((present) => resolveFinding(present, finding, word));
        }}
      ></class-findings>
      <class-requests
        .client=${this.client}
        .audit=${audit}
        @forms-wanted=${(event: CustomEvent<ReadonlySet<RosterRow>>) => {
          session.choose(event.detail);
          this.offerForms();
        }}
      ></class-requests>
      <audit-rules .region=${region}></audit-rules>
    </section>`;
  }

  private renderHistory({ change }: ClassList): TemplateResult {
    const { canUndo, canRedo, isImported } = this.session;
    return html`<p class="heard" role="status">
        ${canUndo && !isImported ? words.done(change) : nothing}
      </p>
      <div class="row">
      ${
        canUndo
          ? html`<button type="button" class="plain" @click=${this.undo}>
            ${isImported ? words.undoImport : words.undo(change)}
          </button>`
          : nothing
      }
      ${
        canRedo
          ? html`<button type="button" class="plain" @click=${this.redo}>${words.redo}</button>`
          : nothing
      }
    </div>`;
  }

  private async take(taken: TakenRoster): Promise<void> {
    await this.session.take(taken);
    await this.updateComplete;
    this.lookAtPupils();
  }

  private async show({ list, isUndoable }: ListOpened): Promise<void> {
    const { unread = {}, ...read } = list;
    await this.session.open(read, isUndoable);
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
    const { vault, session, importer, joined } = this;
    const unread: UnreadText = {
      ...(importer?.pasted && { list: importer.pasted }),
      ...(joined?.pasted && { report: joined.pasted }),
    };
    if (Object.keys(unread).length > 0) session.note({ unread });
    if (vault) vault.list = session.list;
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

  private readonly undo = (): void => {
    void this.goThrough(() => {
      this.session.undo();
    });
  };

  private readonly redo = (): void => {
    void this.goThrough(() => {
      this.session.redo();
    });
  };

  private async goThrough(step: () => void): Promise<void> {
    const pressed = this.shadowRoot?.activeElement;
    step();
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

  /** Ctrl+Z of the page; a field that is typed in has its own. */
  private readonly undoByKey = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.code !== 'KeyZ' || event.altKey) return;
    const [target] = event.composedPath();
    const isTyping =
      target instanceof HTMLTextAreaElement ||
      (target instanceof HTMLInputElement && target.type !== 'checkbox');
    const isOpen = target instanceof Element && target.closest('dialog') !== null;
    if (!this.session.list || isTyping || isOpen) return;
    event.preventDefault();
    if (event.shiftKey) this.redo();
    else this.undo();
  };
}

customElements.define('class-page', ClassPage);
