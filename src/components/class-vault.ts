import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import * as words from '../messages/ru/class-keeping';
import * as common from '../messages/ru/common';
import type { RosterClient } from '../roster/roster-client';
import {
  acceptMissingLists,
  loadLists,
  wipeLists,
  type KeptList,
  type KeptLists as KeptListsOfThisComputer,
} from '../storage/class-lists';
import { onLists } from '../storage/list-changes';
import { canEncrypt, readParts, VaultError, type Bytes } from '../storage/vault';
import { saveBackup } from './backup-file';
import { ClassKeeper, sealAsFile, type OpenedList, type Source } from './class-keeper';
import type { ClassList } from './class-list';
import './closed-list';
import type { ClosedList } from './closed-list';
import { controls } from './controls';
import { watchIdle } from './idle';
import './keeping-bar';
import type { KeepingWish } from './keeping-bar';
import './kept-lists';
import { VaultDialogs, type Question } from './vault-dialogs';
import { wordsFor } from './vault-words';

const MINUTE = 60_000;
/** After that long without a touch the list is closed; the words of the page say ten minutes. */
const IDLE = 10 * MINUTE;

/** A list that the page is to show. */
export interface ListOpened {
  list: ClassList;
  /** Whether it stands in place of what was there, which can be brought back. */
  isUndoable: boolean;
}

/**
 * Keeps the list of the page under a passphrase, on this computer or in a file, opens it again, and
 * closes it when nobody is there. Nothing is kept unasked, and nothing but ciphertext. The import
 * stands in its slot, between the kept lists and the one that is open.
 * @fires list-opened - with a ListOpened as its detail
 * @fires list-closing - the list is sealed next: what is being edited must be in it
 * @fires closed-done - what the page let go of before is open again, or deleted
 * @fires list-closed - with a ClosedList as its detail: the page must let go of everything
 */
export class ClassVault extends LitElement {
  static override properties = {
    client: { attribute: false },
    list: { attribute: false },
    closed: { attribute: false },
    kept: { state: true },
    status: { state: true },
    message: { state: true },
    isIdle: { state: true },
    busy: { state: true },
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
      .done {
        color: var(--done);
        font-weight: 600;
      }
      .warning {
        position: sticky;
        top: 0;
        z-index: 1;
      }
      @media print {
        kept-lists,
        .message,
        .done {
          display: none;
        }
      }
    `,
  ];

  /** Compares a copy with the list on the page. */
  declare client: RosterClient;
  /** The list on the page; each change of it is another object. */
  declare list: ClassList | undefined;
  /** What this page had before it let go of everything. */
  declare closed: ClosedList | undefined;
  declare private kept: KeptListsOfThisComputer;
  /** What has been done. */
  declare private status: string;
  /** What could not be done. */
  declare private message: string;
  /** Whether the list is closed next, for want of a touch. */
  declare private isIdle: boolean;
  declare private busy: boolean;
  private readonly keeper = new ClassKeeper(() => {
    this.requestUpdate();
  });
  private readonly dialogs = new VaultDialogs(this);
  /** What a list that came from a file is called there. */
  private nameInFile = '';
  private ends: (() => void)[] = [];

  constructor() {
    super();
    this.list = undefined;
    this.closed = undefined;
    this.kept = { lists: [], missing: 0 };
    this.status = '';
    this.message = '';
    this.isIdle = false;
    this.busy = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeunload', this.warnOfLoss);
    document.addEventListener('visibilitychange', this.saveNow);
    this.ends = [
      () => {
        removeEventListener('beforeunload', this.warnOfLoss);
        document.removeEventListener('visibilitychange', this.saveNow);
      },
      watchIdle({
        limit: IDLE,
        notice: MINUTE,
        warn: () => {
          this.isIdle = this.list !== undefined && this.keeper.list !== undefined;
        },
        resume: () => {
          this.isIdle = false;
        },
        close: () => {
          this.isIdle = false;
          void this.close('idle');
        },
      }),
      onLists((news) => {
        if (news === 'wiped') this.letGo({ why: 'wiped' });
        else void this.refresh();
      }),
    ];
    void this.attempt(() => this.refresh());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const end of this.ends) end();
    this.keeper.forget();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('list')) this.keeper.follow(this.list);
  }

  /** Opens a sealed list that the page was given as a file. */
  openFile(bytes: Bytes): void {
    void this.attempt(async () => {
      await Promise.resolve();
      // What is no sealed list is told before a passphrase is asked for.
      readParts(bytes);
      this.askToOpen({ name: '', sealed: bytes });
    });
  }

  override render(): TemplateResult {
    const { keeper } = this;
    return html`
      ${
        this.closed
          ? html`<closed-list
              .closed=${this.closed}
              @open-again=${({ detail }: CustomEvent<Source>) => {
                this.askToOpen(detail);
              }}
            ></closed-list>`
          : nothing
      }
      <kept-lists
        .lists=${this.kept.lists}
        .missing=${this.kept.missing}
        .openId=${keeper.list?.id}
        @list-open=${({ detail }: CustomEvent<KeptList>) => {
          const { source } = this.closed ?? {};
          // What could not be written is newer than what is on the disk.
          const isWaiting = source?.isAhead === true && source.list?.id === detail.id;
          this.askToOpen(
            isWaiting ? source : { name: detail.name, sealed: detail.sealed, list: detail },
          );
        }}
        @list-delete=${({ detail }: CustomEvent<KeptList>) => {
          this.askToDelete(detail);
        }}
        @wipe=${this.askToWipe}
        @loss-read=${() => this.attempt(acceptMissingLists)}
      ></kept-lists>
      <slot></slot>
      <div role="alert">
        ${this.message === '' ? nothing : html`<p class="message">${this.message}</p>`}
        ${
          this.isIdle
            ? html`<p class="message warning">
              ${words.closesInMinute}
            </p>`
            : nothing
        }
      </div>
      <div role="status">
        ${this.status === '' ? nothing : html`<p class="done">✓ ${this.status}</p>`}
      </div>
      ${this.list ? this.renderBar() : nothing} ${this.dialogs.render()}
    `;
  }

  private renderBar(): TemplateResult {
    if (!canEncrypt())
      return html`<p class="message">${new VaultError('no-encryption').message}</p>`;
    const { keeper } = this;
    return html`<keeping-bar
      .keeping=${keeper.keeping}
      .list=${keeper.list}
      .error=${keeper.error}
      .busy=${this.busy}
      @wish=${({ detail }: CustomEvent<KeepingWish>) => {
        this.grant(detail);
      }}
    ></keeping-bar>`;
  }

  private grant(wish: KeepingWish): void {
    switch (wish) {
      case 'keep':
        this.askToKeep();
        break;
      case 'keep-beside':
        void this.attempt(() => this.keeper.keepBeside());
        break;
      case 'retry':
        void this.keeper.save();
        break;
      case 'backup':
        this.saveBackup();
        break;
      case 'change':
        this.askToChange();
        break;
      case 'close':
        void this.close('asked');
        break;
    }
  }

  private askToKeep(): void {
    this.ask({
      heading: words.keepHere,
      action: common.save,
      mode: 'new',
      name: this.nameInFile || nameFor(this.list),
      use: async ({ name, fresh }) => {
        if (this.list) await this.keeper.keep(name, fresh, this.list);
      },
    });
  }

  private askToChange(): void {
    this.ask({
      heading: words.changePassphrase,
      action: words.changeIt,
      mode: 'change',
      use: async ({ present, fresh }) => {
        if (await this.keeper.changePassphrase(present, fresh)) {
          this.status = words.passphraseChanged;
        }
      },
    });
  }

  private saveBackup(): void {
    if (this.keeper.list) {
      void this.attempt(async () => {
        this.handOver(await this.keeper.backup());
      });
      return;
    }
    this.ask({
      heading: words.downloadEncrypted,
      action: words.download,
      mode: 'new',
      name: this.nameInFile || nameFor(this.list),
      use: async ({ name, fresh }) => {
        if (this.list) this.handOver(await sealAsFile(name, fresh, this.list));
      },
    });
  }

  /** Takes a ciphertext that has been decrypted and compared. */
  private handOver(backup: Source): void {
    const fileName = saveBackup(backup);
    this.status = words.copyHandedOver(fileName);
  }

  private askToOpen(source: Source): void {
    this.ask({
      heading: source.name === '' ? words.openCopy : words.openNamed(source.name),
      action: common.open,
      mode: 'open',
      use: async ({ present }) => {
        const opened = await this.keeper.open(source, present);
        this.dialogs.afterwards(() => {
          void this.offer(source, opened);
        });
      },
    });
  }

  /** Takes an opened list; asks first where something would have to give way. */
  private async offer(source: Source, opened: OpenedList): Promise<void> {
    const { list, keeper } = this;
    const isFile = source.list === undefined;
    const isSafe = list === undefined || (!isFile && keeper.list && (await keeper.save()));
    if (isSafe) {
      this.take(source, opened);
      return;
    }
    const there = describe(list);
    const comparison = await this.client
      .compare(list.roster, opened.list.roster)
      .catch(() => undefined);
    this.dialogs.confirm({
      heading: words.takeQuestion(opened.name),
      text: isFile
        ? `${keeper.list ? words.keptOnPage(there, keeper.list.name) : words.notKeptOnPage(there)} ${words.takesCopy(describe(opened.list))}`
        : words.takesAnother(there, opened.name),
      action: words.take,
      refusal: common.notNow,
      comparison,
      confirmed: () => {
        void this.attempt(() => {
          this.take(source, opened);
          return Promise.resolve();
        });
      },
    });
  }

  private take(source: Source, opened: OpenedList): void {
    const isFile = source.list === undefined;
    opened.take();
    if (isFile) this.nameInFile = opened.name;
    this.forgetClosed();
    this.status = isFile ? words.copyTaken(opened.name) : '';
    const detail: ListOpened = { list: opened.list, isUndoable: isFile };
    this.dispatchEvent(new CustomEvent('list-opened', { detail }));
  }

  /** The page holds it: what is set here alone would come back with its next update. */
  private forgetClosed(): void {
    this.dispatchEvent(new CustomEvent('closed-done'));
  }

  private askToDelete(list: KeptList): void {
    this.dialogs.confirm({
      heading: words.removeQuestion(list.name),
      text: words.goneForGood,
      action: common.remove,
      confirmed: () => {
        void this.attempt(async () => {
          await this.keeper.delete(list);
          if (this.closed?.source?.list?.id === list.id) this.forgetClosed();
          this.status = words.removed(list.name);
        });
      },
    });
  }

  private readonly askToWipe = (): void => {
    this.dialogs.confirm({
      heading: words.wipeQuestion,
      text: words.whatWipeTakes,
      action: words.wipe,
      confirmed: () => {
        void this.attempt(async () => {
          // What is waiting to be saved must not come after the wipe.
          this.keeper.forget();
          await wipeLists();
          this.letGo({ why: 'wiped' });
        });
      },
    });
  };

  private async close(why: 'idle' | 'asked'): Promise<void> {
    if (!this.list) return;
    if (!this.keeper.list) {
      this.message = words.staysOpen;
      return;
    }
    this.dispatchEvent(new CustomEvent('list-closing'));
    await this.updateComplete;
    await this.attempt(async () => {
      const source = await this.keeper.close();
      if (source) this.letGo({ why, source });
    });
  }

  private letGo(detail: ClosedList): void {
    this.keeper.forget();
    this.dispatchEvent(new CustomEvent('list-closed', { detail }));
  }

  private ask(question: Question): void {
    this.message = '';
    this.status = '';
    this.dialogs.ask({
      ...question,
      use: async (answer) => {
        await question.use(answer);
        await this.refresh();
      },
    });
  }

  /** Does it and shows the lists as they are then; says what went wrong. */
  private async attempt(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.message = '';
    this.status = '';
    try {
      await work();
      await this.refresh();
    } catch (error) {
      this.message = wordsFor(error);
    } finally {
      this.busy = false;
    }
  }

  private async refresh(): Promise<void> {
    this.kept = await loadLists();
  }

  private readonly saveNow = (): void => {
    if (document.visibilityState === 'hidden' && this.keeper.keeping === 'waiting') {
      void this.keeper.save();
    }
  };

  private readonly warnOfLoss = (event: BeforeUnloadEvent): void => {
    const isSafe = this.list ? this.keeper.keeping === 'saved' : !this.closed?.source?.isAhead;
    if (isSafe) return;
    event.preventDefault();
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- Chrome before 119 asks only for this.
    event.returnValue = true;
  };
}

/** What to call a list: its class, where it has one alone. */
function nameFor(list: ClassList | undefined): string {
  const names = new Set(list?.roster.rows.map(({ values }) => values.className));
  const [name = ''] = names;
  return names.size === 1 ? name : '';
}

function describe(list: ClassList | undefined): string {
  return words.listOfRows(list?.roster.rows.length ?? 0);
}

customElements.define('class-vault', ClassVault);
