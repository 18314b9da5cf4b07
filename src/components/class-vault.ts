import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Roster, TakenRoster } from '../roster';
import {
  acceptMissingLists,
  addList,
  deleteList,
  loadLists,
  replaceList,
  wipeLists,
  type KeptList,
} from '../storage/class-lists';
import { StorageError } from '../storage/storage-error';
import {
  canEncrypt,
  keyFor,
  MAX_SEALED_BYTES,
  newKey,
  openSealed,
  readParts,
  sealRoster,
  VaultError,
  type Bytes,
  type VaultKey,
} from '../storage/vault';
import './confirm-dialog';
import { controls } from './controls';
import { onIdle } from './idle';
import './passphrase-dialog';
import type { PassphraseUse } from './passphrase-dialog';

/** After that long without a touch the list is closed. */
const IDLE = 10 * 60_000;

const EXTENSION = '.pamyatka';

/** A list as it is kept: on this computer when it has an id, else in a file. */
interface Sealed {
  sealed: Bytes;
  list?: KeptList;
}

/** The list that is open: what it was when it was kept, and the key for keeping it again. */
interface Session extends Sealed {
  roster: Roster;
  key: VaultKey;
}

interface PassphraseQuestion {
  heading: string;
  action: string;
  fresh: boolean;
  use: PassphraseUse;
}

interface Confirmation {
  heading: string;
  text: string;
  action: string;
  confirmed: () => Promise<void>;
}

/**
 * Keeps the class list under a passphrase, on this computer or in a file, opens it again, and
 * closes it when nobody is there. Nothing is kept unasked, and nothing but ciphertext.
 * @fires roster-opened - with a TakenRoster as its detail
 * @fires roster-kept - with the Roster that has been committed, or handed over as a file
 * @fires roster-closed - the list must be dropped from memory
 */
export class ClassVault extends LitElement {
  static override properties = {
    roster: { attribute: false },
    lists: { state: true },
    missing: { state: true },
    session: { state: true },
    locked: { state: true },
    question: { state: true },
    confirmation: { state: true },
    status: { state: true },
    message: { state: true },
    busy: { state: true },
  };

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      h2 {
        font-size: 1.35rem;
        line-height: 1.2;
        margin: 2rem 0 0.5rem;
      }
      p {
        margin: 0.5rem 0;
      }
      .row,
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.5rem 0.75rem;
      }
      .row {
        margin-block: 0.75rem;
      }
      ul {
        margin: 0.5rem 0;
        padding: 0;
        list-style: none;
      }
      li {
        padding-block: 0.5rem;
        border-top: 1px solid var(--line);
      }
      .name {
        flex: 1 1 14rem;
      }
      .quiet {
        color: var(--quiet);
        font-size: 0.95rem;
      }
      .done {
        color: var(--done);
        font-weight: 600;
      }
      input[type='file'] {
        position: absolute;
        width: 1px;
        height: 1px;
        opacity: 0;
      }
      input[type='file']:focus-visible + .button {
        outline: 3px solid var(--ink);
        outline-offset: 2px;
      }
    `,
  ];

  /** The list on the page; each change of it is another object. */
  declare roster: Roster | undefined;
  declare private lists: KeptList[];
  declare private missing: number;
  declare private session: Session | undefined;
  /** What was closed for want of a touch, to be opened with the passphrase. */
  declare private locked: Sealed | undefined;
  declare private question: PassphraseQuestion | undefined;
  declare private confirmation: Confirmation | undefined;
  /** What has been done. */
  declare private status: string;
  /** What could not be done. */
  declare private message: string;
  declare private busy: boolean;
  private forgetIdle: (() => void) | undefined;

  constructor() {
    super();
    this.roster = undefined;
    this.lists = [];
    this.missing = 0;
    this.session = undefined;
    this.locked = undefined;
    this.question = undefined;
    this.confirmation = undefined;
    this.status = '';
    this.message = '';
    this.busy = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.forgetIdle = onIdle(IDLE, this.lock);
    void this.attempt(() => Promise.resolve());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.forgetIdle?.();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // What was said is of the list as it was.
    if (changed.has('roster') && this.roster !== this.session?.roster) this.status = '';
  }

  private get isKept(): boolean {
    return this.roster !== undefined && this.roster === this.session?.roster;
  }

  override render(): TemplateResult {
    return html`
      <h2>Хранение списка</h2>
      ${
        canEncrypt()
          ? this.renderVault()
          : html`<p class="message">${new VaultError('no-encryption').message}</p>`
      }
    `;
  }

  private renderVault(): TemplateResult {
    return html`
      ${this.locked ? this.renderLocked(this.locked) : nothing}
      ${this.roster ? this.renderKeeping(this.session) : nothing}
      ${this.missing > 0 ? this.renderMissing() : nothing} ${this.renderLists()}
      <div role="status">
        ${this.status === '' ? nothing : html`<p class="done">✓ ${this.status}</p>`}
      </div>
      <div role="alert">
        ${this.message === '' ? nothing : html`<p class="message">${this.message}</p>`}
      </div>
      <p class="quiet">
        Список хранится зашифрованным, открывает его только секретная фраза. Забытую фразу никто не
        восстановит. От вредоносной программы на этом компьютере шифрование не защищает.
      </p>
      ${this.renderDialogs()}
    `;
  }

  private renderLocked(locked: Sealed): TemplateResult {
    return html`<p class="message">
        <strong>Закрыто.</strong> Вас не было 10 минут, и страница закрыла список. Он сохранён: чтобы
        продолжить, впишите секретную фразу.
      </p>
      <p class="row">
        <button
          type="button"
          @click=${() => {
            this.askToOpen(locked);
          }}
        >
          Открыть снова
        </button>
      </p>`;
  }

  private renderKeeping(session: Session | undefined): TemplateResult {
    const list = session?.list;
    return html`
      ${
        this.isKept
          ? nothing
          : html`<p>
            ${
              list
                ? 'Последние изменения не сохранены.'
                : 'Список только на этой странице. Закроете её — он пропадёт.'
            }
          </p>`
      }
      <div class="row">
        ${
          list && !this.isKept
            ? html`<button
              type="button"
              ?disabled=${this.busy}
              @click=${() => this.keepChanges(list, session)}
            >
              Сохранить изменения в «${nameOf(list)}»
            </button>`
            : nothing
        }
        <button
          type="button"
          class=${list ? 'plain' : ''}
          ?disabled=${this.busy}
          @click=${this.askToKeep}
        >
          ${list ? 'Сохранить новым списком…' : 'Сохранить список на этом компьютере…'}
        </button>
        <button type="button" class="plain" ?disabled=${this.busy} @click=${this.saveFile}>
          Сохранить в файл${this.isKept ? '' : '…'}
        </button>
      </div>
    `;
  }

  private renderMissing(): TemplateResult {
    return html`<p class="message">
      Пропало сохранённых списков: ${this.missing}. Их удалил браузер или программа очистки.
      Откройте копию из файла «${EXTENSION}» или вставьте список заново.
      <button type="button" class="plain" @click=${this.acceptMissing}>Понятно</button>
    </p>`;
  }

  private renderLists(): TemplateResult {
    return html`
      ${
        this.lists.length > 0
          ? html`<ul aria-label="Сохранённые списки">
            ${this.lists.map((list) => this.renderList(list))}
          </ul>`
          : nothing
      }
      <div class="row">
        <span>
          <input type="file" id="sealed" accept=${EXTENSION} @change=${this.chooseFile} /><label
            class="button plain"
            for="sealed"
            >Открыть файл ${EXTENSION}</label
          >
        </span>
        ${
          this.lists.length > 0
            ? html`<button type="button" class="plain" @click=${this.askToWipe}>
              Стереть всё с этого компьютера
            </button>`
            : nothing
        }
      </div>
    `;
  }

  private renderList(list: KeptList): TemplateResult {
    const name = nameOf(list);
    const isOpen = this.session?.list?.id === list.id && this.roster !== undefined;
    return html`<li>
      <span class="name"
        ><strong>${name}</strong>${isOpen ? ' (открыт)' : ''}<br /><span class="quiet"
          >сохранён ${dateOf(list)}</span
        ></span
      >
      <button
        type="button"
        class="plain"
        aria-label="Открыть: ${name}"
        @click=${() => {
          this.askToOpen({ sealed: list.sealed, list });
        }}
      >
        Открыть
      </button>
      <button
        type="button"
        class="plain"
        aria-label="Сменить фразу: ${name}"
        @click=${() => {
          this.askToChange(list);
        }}
      >
        Сменить фразу
      </button>
      <button
        type="button"
        class="plain"
        aria-label="Удалить: ${name}"
        @click=${() => {
          this.askToDelete(list);
        }}
      >
        Удалить
      </button>
    </li>`;
  }

  private renderDialogs(): TemplateResult {
    const { question, confirmation } = this;
    return html`
      ${
        question
          ? html`<passphrase-dialog
            .heading=${question.heading}
            .action=${question.action}
            .fresh=${question.fresh}
            .use=${question.use}
            @dialog-closed=${() => {
              // One question may have led to the next.
              if (this.question === question) this.question = undefined;
            }}
          ></passphrase-dialog>`
          : nothing
      }
      ${
        confirmation
          ? html`<confirm-dialog
            .heading=${confirmation.heading}
            .text=${confirmation.text}
            .action=${confirmation.action}
            @confirmed=${() => this.attempt(confirmation.confirmed)}
            @dialog-closed=${() => {
              this.confirmation = undefined;
            }}
          ></confirm-dialog>`
          : nothing
      }
    `;
  }

  private readonly askToKeep = (): void => {
    const { roster } = this;
    if (!roster) return;
    this.ask('Сохранить список на этом компьютере', 'Сохранить', true, async (passphrase) => {
      const key = await newKey(passphrase);
      await this.commit(roster, key, addList);
    });
  };

  private keepChanges(list: KeptList, { key }: Session): Promise<boolean> {
    const { roster } = this;
    return this.attempt(async () => {
      if (roster) await this.commit(roster, key, (sealed) => replace(list, sealed));
    });
  }

  private async commit(
    roster: Roster,
    key: VaultKey,
    write: (sealed: Bytes) => Promise<KeptList>,
  ): Promise<void> {
    const sealed = await sealRoster(roster, key);
    const list = await write(sealed);
    // Asks the browser not to clear it out; it may refuse without a word.
    void navigator.storage?.persist?.().catch(() => false);
    this.session = { roster, key, sealed, list };
    this.locked = undefined;
    this.status = `Сохранено: «${nameOf(list)}», ${dateOf(list)}`;
    this.tell('roster-kept', roster);
  }

  private askToOpen(source: Sealed): void {
    this.ask('Открыть сохранённый список', 'Открыть', false, async (passphrase) => {
      const key = await keyFor(source.sealed, passphrase);
      const roster = await openSealed(source.sealed, key);
      this.session = { ...source, roster, key };
      this.locked = undefined;
      this.status = source.list ? `Открыт «${nameOf(source.list)}»` : 'Открыт список из файла';
      this.tell<TakenRoster>('roster-opened', { roster, notes: [] });
      this.tell('roster-kept', roster);
    });
  }

  private askToChange(list: KeptList): void {
    this.ask('Прежняя секретная фраза', 'Дальше', false, async (passphrase) => {
      const roster = await openSealed(list.sealed, passphrase);
      // The dialog of the first question closes; the second has one of its own.
      queueMicrotask(() => {
        this.askForNew(list, roster);
      });
    });
  }

  private askForNew(list: KeptList, roster: Roster): void {
    this.question = undefined;
    void this.updateComplete.then(() => {
      this.ask('Новая секретная фраза', 'Сменить', true, async (passphrase) => {
        const key = await newKey(passphrase);
        const sealed = await sealRoster(roster, key);
        const next = await replace(list, sealed);
        if (this.session?.list?.id === list.id) {
          this.session = { ...this.session, key, sealed, list: next };
        }
        this.status = `Фраза сменена: «${nameOf(list)}». Файлы, сохранённые раньше, открывает прежняя.`;
      });
    });
  }

  private readonly saveFile = (): void => {
    const { roster, session } = this;
    if (!roster) return;
    if (session && session.roster === roster) {
      void this.attempt(async () => {
        await this.handOver(session);
      });
      return;
    }
    this.ask('Сохранить список в файл', 'Сохранить', true, async (passphrase) => {
      const key = await newKey(passphrase);
      const sealed = await sealRoster(roster, key);
      const list = session?.list;
      await this.handOver({ roster, key, sealed });
      // A list that is kept here stays the one that its changes go to.
      if (!list) this.session = { roster, key, sealed };
    });
  };

  /** Gives the ciphertext to the browser as a file, once it has been decrypted and compared. */
  private async handOver({ roster, key, sealed }: Session): Promise<void> {
    const opened = await openSealed(sealed, key);
    if (JSON.stringify(opened) !== JSON.stringify(roster)) {
      throw new VaultError('passphrase-or-damage');
    }
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([sealed], { type: 'application/octet-stream' }));
    // The class's name is data, too.
    link.download = `Список ${new Date().toLocaleDateString('sv')}${EXTENSION}`;
    link.click();
    setTimeout(() => {
      URL.revokeObjectURL(link.href);
    }, 60_000);
    this.status = `Готово. Файл проверен и передан браузеру: «${link.download}» ищите в загрузках.`;
    this.tell('roster-kept', roster);
  }

  private readonly chooseFile = (event: Event): void => {
    const input = event.currentTarget as HTMLInputElement;
    const file = input.files?.[0];
    input.value = '';
    if (!file) return;
    void this.attempt(async () => {
      if (file.size > MAX_SEALED_BYTES) throw new VaultError('too-large');
      const sealed = new Uint8Array(await file.arrayBuffer());
      // What is no sealed list is told before a passphrase is asked for.
      readParts(sealed);
      this.askToOpen({ sealed });
    });
  };

  private askToDelete(list: KeptList): void {
    this.confirmation = {
      heading: `Удалить «${nameOf(list)}»?`,
      text: 'С этого компьютера он пропадёт насовсем. Файлы, которые вы сохранили, останутся.',
      action: 'Удалить',
      confirmed: async () => {
        await deleteList(list.id);
        if (this.locked?.list?.id === list.id) this.locked = undefined;
        if (this.session?.list?.id === list.id) this.session = undefined;
        this.status = `«${nameOf(list)}» удалён`;
        this.tell('roster-kept', undefined);
      },
    };
  }

  private readonly askToWipe = (): void => {
    this.confirmation = {
      heading: 'Стереть всё с этого компьютера?',
      text: 'Пропадут все сохранённые списки и список на этой странице. Файлы, которые вы сохранили сами, останутся: удалите их отдельно.',
      action: 'Стереть',
      confirmed: async () => {
        await wipeLists();
        this.close();
        this.locked = undefined;
        this.status = 'Стёрто. На этом компьютере не осталось ни одного сохранённого списка.';
      },
    };
  };

  private readonly acceptMissing = (): void => {
    void this.attempt(acceptMissingLists);
  };

  private readonly lock = (): void => {
    if (!this.roster) return;
    if (!this.isKept || !this.session) {
      this.message =
        'Вас не было 10 минут. Список не сохранён, поэтому страница оставила его открытым: сохраните его, прежде чем отойти.';
      return;
    }
    const { sealed, list } = this.session;
    this.locked = list ? { sealed, list } : { sealed };
    this.close();
  };

  /** Lets go of the list and of its key. */
  private close(): void {
    this.session = undefined;
    this.question = undefined;
    this.status = '';
    this.message = '';
    this.tell('roster-closed', undefined);
  }

  private ask(
    heading: string,
    action: string,
    fresh: boolean,
    use: (passphrase: string) => Promise<void>,
  ): void {
    const answered: PassphraseUse = async (passphrase) => {
      try {
        await use(passphrase);
        await this.refresh();
        return undefined;
      } catch (error) {
        return wordsFor(error);
      }
    };
    this.message = '';
    this.status = '';
    this.question = { heading, action, fresh, use: answered };
  }

  /** Does it and shows the lists as they are then; says what went wrong. */
  private async attempt(work: () => Promise<void>): Promise<boolean> {
    this.busy = true;
    this.message = '';
    try {
      await work();
      await this.refresh();
      return true;
    } catch (error) {
      this.message = wordsFor(error);
      return false;
    } finally {
      this.busy = false;
    }
  }

  private async refresh(): Promise<void> {
    const { lists, missing } = await loadLists();
    this.lists = lists;
    this.missing = missing;
  }

  private tell<T>(type: string, detail: T): void {
    this.dispatchEvent(new CustomEvent<T>(type, { detail }));
  }
}

/** Another window has changed or deleted the list meanwhile. */
class ConflictError extends Error {}

async function replace(list: KeptList, sealed: Bytes): Promise<KeptList> {
  const next = await replaceList(list, sealed);
  if (!next) throw new ConflictError();
  return next;
}

function wordsFor(error: unknown): string {
  if (error instanceof VaultError) return error.message;
  if (error instanceof ConflictError) {
    return 'Этот список изменён или удалён в другом окне, поэтому не перезаписан. Сохраните его новым списком.';
  }
  if (!(error instanceof StorageError)) {
    return 'Не получилось: не хватило памяти или страница устарела. Список на странице цел. Сохраните его в файл или обновите браузер.';
  }
  if (error.fault === 'unavailable') {
    return 'Браузер запретил сайту хранить данные. Разрешите их в настройках или сохраните список в файл.';
  }
  return error.cause instanceof Error && error.cause.name === 'QuotaExceededError'
    ? 'Не сохранилось: на диске мало места. Список на странице цел. Освободите место или сохраните список в файл.'
    : 'Не получилось: на диске мало места или мешает другое окно Памятки. Закройте другие окна и попробуйте ещё раз. Список на странице цел, его можно сохранить в файл.';
}

function nameOf({ id }: KeptList): string {
  return `Список ${id}`;
}

function dateOf({ at }: KeptList): string {
  return new Date(at).toLocaleString('ru', { dateStyle: 'long', timeStyle: 'short' });
}

customElements.define('class-vault', ClassVault);
