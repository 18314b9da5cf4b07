import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Guide, Region } from '../guide';
import { DraftClient, DraftError, type CheckedDraft } from '../guide/draft-client';
import workerUrl from '../guide/draft-worker?worker&url';
import * as words from '../messages/ru/author';
import * as common from '../messages/ru/common';
import { trustedScriptUrl } from '../offline/trusted-script-url';
import { loadDrafts, type KeptDraft } from '../storage/drafts';
import { DraftKeeper, type KeepingState } from './author-draft';
import './author-drafts';
import './author-editor';
import type { AuthorEditor } from './author-editor';
import './author-file';
import { insertPicture } from './author-inserts';
import { renderLanguage } from './author-language';
import './author-problems';
import './author-result';
import { newGuide, type TemplateKind } from './author-templates';
import './author-start';
import './author-tools';
import './confirm-dialog';
import { pathOfDraft, titleOfDraft } from './draft-names';
import { FileDrop } from './file-drop';
import { GuideFileError, readGuideFile } from './guide-files';
import { pictureUrls } from './picture-urls';

/** On a wide screen the text is always there, and one of the others beside it. */
const VIEWS = { text: words.viewText, checklist: words.viewChecklist, memo: words.viewSheet };

type View = keyof typeof VIEWS;

const KEEPING: Record<KeepingState, string> = {
  kept: words.draftKept,
  keeping: words.keepingDraft,
  failed: words.draftNotKept,
};

/**
 * The author's desk: text on one side, what it makes on the other. It stands in the page's own tree,
 * as the checklist does that it shows; the editor has a shadow root of its own.
 */
export class AuthorPage extends LitElement {
  static override properties = {
    regions: { type: Array },
    drafts: { state: true },
    draft: { state: true },
    checked: { state: true },
    guide: { state: true },
    keeping: { state: true },
    message: { state: true },
    isDiscarding: { state: true },
    shows: { state: true },
  };

  /** Where guides can be written for. */
  declare regions: readonly Pick<Region, 'id' | 'title'>[];
  /** Undefined until they are read. */
  declare private drafts: readonly KeptDraft[] | undefined;
  declare private draft: KeptDraft | undefined;
  declare private checked: CheckedDraft | undefined;
  /** The last that could be compiled: the preview stays while a field is half typed. */
  declare private guide: Guide | undefined;
  declare private keeping: KeepingState;
  declare private message: string;
  /** The reader is asked whether the draft goes. */
  declare private isDiscarding: boolean;
  declare private shows: View;
  private readonly client = new DraftClient(trustedScriptUrl(workerUrl));
  private readonly keeper = new DraftKeeper((state) => {
    this.keeping = state;
  });
  private readonly fileDrop = new FileDrop(this, (files) => {
    void this.take(files);
  });
  private isChecking = false;
  private pictureUrls: Record<string, string> = {};

  constructor() {
    super();
    this.regions = [];
    this.drafts = undefined;
    this.draft = undefined;
    this.checked = undefined;
    this.guide = undefined;
    this.keeping = 'kept';
    this.message = '';
    this.isDiscarding = false;
    this.shows = matchMedia('(min-width: 60rem)').matches ? 'checklist' : 'text';
  }

  protected override createRenderRoot(): HTMLElement {
    // What stands there for readers without scripts.
    this.replaceChildren();
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeunload', this.hold);
    void this.begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeunload', this.hold);
    this.client.close();
  }

  override render(): TemplateResult {
    return html`
      <div class=${this.fileDrop.isOver ? 'author-dropping' : ''}>
        <p role="alert" class=${this.message === '' ? '' : 'message'}>${this.message}</p>
        ${
          this.draft
            ? this.renderDesk(this.draft)
            : this.drafts
              ? this.renderStart()
              : html`<p>${words.openingDrafts}</p>`
        }
      </div>
    `;
  }

  private renderStart(): TemplateResult {
    return html`
      <p>
        ${words.whatIsGuide}
      </p>
      <author-start
        .regions=${this.regions}
        @new-guide=${(event: CustomEvent<{ kind: TemplateKind; region: string }>) => {
          const { kind, region } = event.detail;
          const today = new Date().toISOString().slice(0, 10);
          this.add('novaya-pamyatka.md', newGuide(kind, region, today));
        }}
        @files=${this.takeFiles}
      ></author-start>
      <author-drafts
        .drafts=${this.drafts ?? []}
        @draft-open=${(event: CustomEvent<KeptDraft>) => {
          void this.show(event.detail);
        }}
      ></author-drafts>
      ${renderLanguage()}
    `;
  }

  private renderDesk(draft: KeptDraft): TemplateResult {
    return html`
      <author-file
        .draft=${draft}
        @draft-rename=${(event: CustomEvent<string>) => {
          this.change({ name: event.detail });
        }}
        @draft-leave=${this.leave}
        @draft-discard=${() => {
          this.isDiscarding = true;
        }}
      ></author-file>
      ${
        this.isDiscarding
          ? html`<confirm-dialog
              heading=${words.removeDraftQuestion}
              .text=${words.draftGoes(titleOfDraft(draft))}
              action=${common.remove}
              @confirmed=${this.discard}
              @dialog-closed=${() => {
                this.isDiscarding = false;
              }}
            ></confirm-dialog>`
          : nothing
      }
      <div class="author-columns" data-shows=${this.shows}>
        <p class=${this.keeping === 'failed' ? 'message' : 'quiet'} role="status">
          ${KEEPING[this.keeping]}
        </p>
        <div class="author-row author-views" role="group" aria-label=${words.whatToShow}>
          ${(Object.keys(VIEWS) as View[]).map((view) => this.renderChoice(view))}
        </div>
        <section aria-label=${words.viewText}>
          <author-tools
            @insert=${(event: CustomEvent<Parameters<AuthorEditor['insert']>[0]>) => {
              this.editor?.insert(event.detail);
            }}
            @files=${this.takeFiles}
          ></author-tools>
          <author-editor
            .problems=${this.checked?.problems ?? []}
            @text-change=${(event: CustomEvent<string>) => {
              this.change({ text: event.detail });
            }}
          ></author-editor>
          <author-problems
            .problems=${this.checked?.problems ?? []}
            .elsewhere=${this.checked?.elsewhere ?? []}
            @go-to-line=${(event: CustomEvent<number>) => {
              this.editor?.goTo(event.detail);
            }}
          ></author-problems>
          ${renderLanguage()}
        </section>
        <section aria-label=${words.result}>
          <author-result
            .guide=${this.guide}
            .region=${this.checked?.region}
            .pictures=${this.pictureUrls}
            .isSheet=${this.shows === 'memo'}
          ></author-result>
        </section>
      </div>
    `;
  }

  private renderChoice(view: View): TemplateResult {
    return html`<button
      type="button"
      class="plain"
      data-view=${view}
      aria-pressed=${this.shows === view ? 'true' : 'false'}
      @click=${() => {
        this.shows = view;
      }}
    >
      ${VIEWS[view]}
    </button>`;
  }

  private get editor(): AuthorEditor | null {
    return this.querySelector('author-editor');
  }

  /** Opens the draft that a crash, an update or a closed page has left. */
  private async begin(): Promise<void> {
    try {
      this.drafts = await loadDrafts();
    } catch {
      this.drafts = [];
      this.message = words.storageUnavailable;
    }
    const [last] = this.drafts;
    if (last && !this.draft) await this.show(last);
  }

  private add(name: string, text: string): void {
    // Of several files dropped at once each needs its own.
    const id = Math.max(Date.now(), ...(this.drafts ?? []).map((draft) => draft.id + 1));
    const draft = { id, name, text, pictures: {}, changed: id };
    this.drafts = [draft, ...(this.drafts ?? [])];
    this.keeper.keep(draft);
    void this.show(draft);
  }

  private async show(draft: KeptDraft): Promise<void> {
    for (const url of Object.values(this.pictureUrls)) URL.revokeObjectURL(url);
    this.pictureUrls = pictureUrls(draft.pictures);
    this.draft = draft;
    this.checked = undefined;
    this.guide = undefined;
    this.message = '';
    await this.updateComplete;
    this.editor?.open(draft.text);
    void this.check();
  }

  private change(changed: Partial<KeptDraft>): void {
    if (!this.draft) return;
    const draft = { ...this.draft, ...changed, changed: Date.now() };
    this.draft = draft;
    this.drafts = [draft, ...(this.drafts ?? []).filter(({ id }) => id !== draft.id)];
    this.keeper.keep(draft);
    void this.check();
  }

  /** Checks until the newest text has been: what was typed meanwhile is one more round. */
  private async check(): Promise<void> {
    if (this.isChecking) return;
    this.isChecking = true;
    let checked: KeptDraft | undefined;
    while (this.draft && this.draft !== checked) {
      checked = this.draft;
      const path = pathOfDraft(checked);
      try {
        const answer = await this.client.check({
          path,
          source: checked.text,
          pictures: checked.pictures,
        });
        if (this.draft.id !== checked.id) continue;
        this.checked = answer;
        this.guide = answer.guide ?? this.guide;
      } catch (error) {
        if (!(error instanceof DraftError)) throw error;
        this.checked = {
          guide: undefined,
          region: undefined,
          elsewhere: [],
          problems: [{ file: path, line: 1, severity: 'error', message: error.message }],
        };
      }
    }
    this.isChecking = false;
  }

  private readonly takeFiles = (event: CustomEvent<readonly File[]>): void => {
    void this.take(event.detail);
  };

  private async take(files: readonly File[]): Promise<void> {
    this.message = '';
    for (const file of files) {
      try {
        const read = await readGuideFile(file);
        if (read.kind === 'guide') this.add(read.name, read.text);
        else this.addPicture(read.source, read.text);
      } catch (error) {
        this.message =
          error instanceof GuideFileError ? error.message : words.fileNotRead(file.name);
      }
    }
  }

  private addPicture(source: string, text: string): void {
    if (!this.draft) {
      throw new GuideFileError(words.pictureWithoutGuide);
    }
    const pictures = { ...this.draft.pictures, [source]: text };
    this.pictureUrls = { ...this.pictureUrls, ...pictureUrls({ [source]: text }) };
    this.change({ pictures });
    this.editor?.insert(insertPicture(source));
  }

  private readonly leave = (): void => {
    this.draft = undefined;
    this.message = '';
    this.isDiscarding = false;
  };

  private readonly discard = (): void => {
    const { draft } = this;
    if (!draft) return;
    this.keeper.remove(draft.id).then(
      () => {
        this.drafts = (this.drafts ?? []).filter(({ id }) => id !== draft.id);
        this.leave();
      },
      () => {
        this.message = words.draftNotRemoved;
      },
    );
  };

  private readonly hold = (event: BeforeUnloadEvent): void => {
    if (this.draft && this.keeping !== 'kept') event.preventDefault();
  };
}

customElements.define('author-page', AuthorPage);
