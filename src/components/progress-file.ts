import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import * as common from '../messages/ru/common';
import * as words from '../messages/ru/transfer';
import { collectProgress, mergeProgress } from '../storage/merge-progress';
import {
  LARGEST_FILE,
  readProgressFile,
  writeProgressFile,
  type Progress,
  type ProgressFileProblem,
} from '../storage/progress-file';
import { controls } from './controls';
import { saveFile } from './save-file';

const FILE_TYPE = 'application/json';

const REASONS: Record<ProgressFileProblem, string> = {
  foreign: words.notOurFile,
  damaged: words.fileDamaged,
  newer: words.fileTooNew,
  'too-long': words.fileTooBig,
};

/**
 * Saves all ticks to a file, and adds those of a file to the ones that are here.
 * @fires children-change - when a file was taken in
 */
export class ProgressFile extends LitElement {
  static override properties = {
    hasChildren: { state: true },
    offered: { state: true },
    message: { state: true },
    news: { state: true },
  };

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        padding-bottom: 1rem;
      }
      form,
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.5rem 0.75rem;
      }
      form {
        margin-bottom: 1rem;
      }
      .choice {
        display: flex;
        flex: 1 0 100%;
        gap: 0.6rem;
        align-items: flex-start;
      }
      .choice input {
        flex: none;
        width: 1.5rem;
        height: 1.5rem;
        margin: 0.1rem 0 0;
        accent-color: var(--ink);
      }
      .file {
        position: relative;
      }
      .file input {
        position: absolute;
        inset: 0;
        width: 100%;
        opacity: 0;
        cursor: pointer;
      }
      .file:focus-within {
        outline: 3px solid var(--ink);
        outline-offset: 2px;
      }
      p {
        margin: 0.5rem 0;
      }
      .card {
        margin-top: 0.75rem;
        padding: 0.8rem 1rem;
        border: 2px dashed var(--ink);
        border-radius: 12px;
        background: var(--sheet);
      }
      .quiet {
        color: var(--quiet);
        font-size: 0.95rem;
      }
    `,
  ];

  declare private hasChildren: boolean;
  /** What a chosen file holds, until it is answered. */
  declare private offered: Progress | undefined;
  declare private message: string;
  declare private news: string;

  constructor() {
    super();
    this.hasChildren = false;
    this.offered = undefined;
    this.message = '';
    this.news = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('children-change', this.lookForChildren);
    this.lookForChildren();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('children-change', this.lookForChildren);
  }

  private readonly lookForChildren = (): void => {
    // What was just told stays: this is called after a file was taken in, too.
    collectProgress().then(
      ({ children }) => {
        this.hasChildren = children.length > 0;
      },
      () => {
        this.message = words.nothingChanged;
      },
    );
  };

  override render(): TemplateResult {
    return html`
      <form @submit=${this.save}>
        ${
          this.hasChildren
            ? html`<label class="choice">
                <input type="checkbox" name="children" />
                <span
                  >${words.withChildren}
                  <span class="quiet"
                    >${words.codeIsPassword}</span
                  ></span
                >
              </label>`
            : nothing
        }
        <button type="submit" class="plain">${words.saveFile}</button>
      </form>
      <label class="button plain file"
        >${words.loadFile}<input
          type="file"
          accept=".json,${FILE_TYPE}"
          @change=${this.read}
      /></label>
      ${this.offered ? this.renderOffer(this.offered) : nothing}
      <div role="alert">
        ${this.message === '' ? nothing : html`<p class="message">${this.message}</p>`}
      </div>
      <p role="status">${this.news}</p>
    `;
  }

  private renderOffer(progress: Progress): TemplateResult {
    const { ticks, children } = progress;
    const names = children.map(({ name, className }) => name || className).filter(Boolean);
    return html`<div class="card">
      <p>
        ${
          names.length > 0
            ? words.addTicksAndChildren(ticks.length, names.join(', '))
            : words.addTicks(ticks.length)
        }
      </p>
      <div class="row">
        <button type="button" @click=${() => this.merge(progress)}>${words.add}</button>
        <button type="button" class="plain" @click=${this.dismiss}>${common.notNow}</button>
      </div>
    </div>`;
  }

  private readonly save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    await this.attempt(async () => {
      const text = writeProgressFile(await collectProgress(), form.has('children'));
      saveFile(words.fileName, text, FILE_TYPE);
      this.news = words.fileSaved;
    });
  };

  private readonly read = async (event: Event): Promise<void> => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (!file) return;
    this.offered = undefined;
    await this.attempt(async () => {
      // A film chosen by mistake must not fill the memory.
      const found =
        file.size > LARGEST_FILE
          ? ({ ok: false, reason: 'too-long' } as const)
          : readProgressFile(await file.text());
      if (found.ok) this.offered = found.progress;
      else this.message = REASONS[found.reason];
    });
    // The same file may be chosen again.
    input.value = '';
  };

  private async merge(progress: Progress): Promise<void> {
    await this.attempt(async () => {
      await mergeProgress(progress);
      this.offered = undefined;
      this.news = words.ticksAdded;
      this.dispatchEvent(new CustomEvent('children-change', { bubbles: true, composed: true }));
    });
  }

  private readonly dismiss = (): void => {
    this.offered = undefined;
  };

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.message = '';
    this.news = '';
    try {
      await work();
    } catch {
      this.message = words.nothingChanged;
    }
  }
}

customElements.define('progress-file', ProgressFile);
