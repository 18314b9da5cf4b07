import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import {
  matchColumns,
  openRoster,
  readPastedTable,
  RosterError,
  toRoster,
  type TakenRoster,
} from '../roster';
import { controls } from './controls';

/**
 * Takes a class list in: pasted, chosen or dropped. What was pasted stays in the field
 * until the list is understood.
 * @fires roster-taken - with a TakenRoster as its detail
 */
export class ClassImport extends LitElement {
  static override properties = {
    message: { state: true },
    dragging: { state: true },
    busy: { state: true },
  };

  static override styles = [
    controls,
    css`
      .drop {
        padding: 1rem;
        border: 2px dashed var(--ink);
        border-radius: 12px;
        background: var(--sheet);
      }
      .drop.over {
        background: var(--note-paper);
      }
      textarea {
        min-height: 9rem;
        font: 0.95rem/1.4 ui-monospace, Consolas, monospace;
        white-space: pre;
        overflow: auto;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: 0.75rem;
        margin-top: 0.75rem;
      }
      .hint {
        color: var(--quiet);
        font-size: 0.95rem;
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
      summary {
        padding-block: 0.5rem;
        color: var(--ink);
        cursor: pointer;
      }
    `,
  ];

  declare private message: string;
  declare private dragging: boolean;
  declare private busy: boolean;

  constructor() {
    super();
    this.message = '';
    this.dragging = false;
    this.busy = false;
  }

  override render(): TemplateResult {
    return html`
      <div
        class="drop ${this.dragging ? 'over' : ''}"
        @dragover=${(event: DragEvent) => {
          event.preventDefault();
          this.dragging = true;
        }}
        @dragleave=${() => {
          this.dragging = false;
        }}
        @drop=${this.drop}
      >
        <label for="pasted">Скопируйте таблицу из Excel вместе с заголовками и вставьте сюда</label>
        <textarea id="pasted" spellcheck="false" autocomplete="off" wrap="off"></textarea>
        <div class="row">
          <button type="button" ?disabled=${this.busy} @click=${this.readPasted}>
            Прочитать список
          </button>
          <span>
            <input
              type="file"
              id="file"
              accept=".csv,.tsv,.txt,.xlsx,text/csv,text/plain"
              @change=${this.choose}
            /><label class="button plain" for="file">Открыть файл</label>
          </span>
        </div>
        <p class="hint">Или перетащите файл. Подойдут XLSX, CSV и текст из таблицы.</p>
      </div>
      <div role="alert">
        ${this.message === '' ? nothing : html`<p class="message">${this.message}</p>`}
      </div>
      <details>
        <summary>Какие столбцы нужны</summary>
        <p>
          Обязателен один: «ФИО ученика». Чтобы напечатать код, добавьте «Код приглашения». Для
          проверки данных: «Класс», «Дата рождения ученика», «СНИЛС ученика», «ФИО родителя», «Дата
          рождения родителя», «СНИЛС родителя», «Телефон родителя», «E-mail родителя», «Логин».
          Порядок столбцов любой.
        </p>
      </details>
    `;
  }

  private readonly readPasted = (): void => {
    const field = this.renderRoot.querySelector('textarea');
    void this.take(() => takePasted(field?.value ?? '')).then((taken) => {
      if (taken && field) field.value = '';
    });
  };

  private readonly choose = (event: Event): void => {
    const input = event.currentTarget as HTMLInputElement;
    const file = input.files?.[0];
    if (file) void this.readFile(file);
    // The same file can be chosen again after it was mended.
    input.value = '';
  };

  private readonly drop = (event: DragEvent): void => {
    event.preventDefault();
    this.dragging = false;
    const file = event.dataTransfer?.files[0];
    if (file) void this.readFile(file);
  };

  private async readFile(file: File): Promise<void> {
    await this.take(async () => openRoster(new Uint8Array(await file.arrayBuffer()), file.name));
  }

  private async take(read: () => TakenRoster | Promise<TakenRoster>): Promise<boolean> {
    this.busy = true;
    this.message = '';
    try {
      const taken = await read();
      this.dispatchEvent(new CustomEvent<TakenRoster>('roster-taken', { detail: taken }));
      return true;
    } catch (error) {
      if (!(error instanceof RosterError)) throw error;
      this.message = error.message;
      return false;
    } finally {
      this.busy = false;
    }
  }
}

function takePasted(text: string): TakenRoster {
  const table = readPastedTable(text);
  return toRoster(table, matchColumns(table));
}

customElements.define('class-import', ClassImport);
