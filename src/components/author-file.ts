import { html, LitElement, nothing, type TemplateResult } from 'lit';
import * as words from '../messages/ru/author';
import type { KeptDraft } from '../storage/drafts';
import { fileNameOf, folderOfDraft, isFileName } from './draft-names';
import { saveFile } from './save-file';

/**
 * The draft as a file: its name, and where it can go.
 * @fires draft-rename - with the new name
 * @fires draft-leave - to the other drafts
 * @fires draft-discard - the draft is to be deleted
 */
export class AuthorFile extends LitElement {
  static override properties = { draft: { attribute: false } };

  declare draft: KeptDraft | undefined;

  constructor() {
    super();
    this.draft = undefined;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override render(): TemplateResult | typeof nothing {
    const { draft } = this;
    if (!draft) return nothing;
    const isNamed = isFileName(draft.name);
    return html`
      <div class="author-row">
        <label
          >${words.file}
          <input
            value=${draft.name}
            .value=${draft.name}
            autocomplete="off"
            spellcheck="false"
            aria-invalid=${isNamed ? 'false' : 'true'}
            aria-describedby="page-name-help"
            @input=${(event: Event) => {
              this.tell('draft-rename', (event.currentTarget as HTMLInputElement).value.trim());
            }}
        /></label>
        <div class="author-file">
        <button
          type="button"
          @click=${() => {
            saveFile(fileNameOf(draft.name), draft.text, 'text/markdown;charset=utf-8');
          }}
        >
          ${words.downloadFile}
        </button>
        <a class="button plain" href="../own/?draft=${draft.id}">${words.addHere}</a>
        <button type="button" class="plain" @click=${() => {
          this.tell('draft-leave');
        }}>
          ${words.otherGuide}
        </button>
        <button type="button" class="plain" @click=${() => {
          this.tell('draft-discard');
        }}>
          ${words.removeDraft}
        </button>
        </div>
      </div>
      <p id="page-name-help" class=${isNamed ? 'quiet' : 'message'}>
        ${
          isNamed
            ? words.placeOfFile(folderOfDraft(draft.text) || words.anyRegion, draft.name)
            : words.fileNameRule
        }
      </p>
    `;
  }

  private tell(event: string, detail?: string): void {
    this.dispatchEvent(new CustomEvent(event, { detail }));
  }
}

customElements.define('author-file', AuthorFile);
