import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Guide, Region } from '../guide';
import { DraftClient, DraftError, type CheckedDraft } from '../guide/draft-client';
import workerUrl from '../guide/draft-worker?worker&url';
import { trustedScriptUrl } from '../offline/trusted-script-url';
import { loadDrafts, type KeptDraft } from '../storage/drafts';
import { DraftKeeper, type KeepingState } from './author-draft';
import './author-editor';
import type { AuthorEditor } from './author-editor';
import { GuideFileError, readGuideFile } from './guide-files';
import { insertPicture } from './author-inserts';
import { renderLanguage } from './author-language';
import './guide-memo';
import './author-problems';
import { newGuide, type TemplateKind } from './author-templates';
import './author-start';
import './author-tools';
import './guide-view';
import { pictureUrls } from './picture-urls';
import { saveFile } from './save-file';

const FILE_NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*\.md$/;

const KEEPING: Record<KeepingState, string> = {
  kept: 'Черновик сохранён на этом устройстве.',
  keeping: 'Сохраняем черновик…',
  failed: 'Черновик не сохраняется на устройстве. Скачайте файл, чтобы не потерять его.',
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
    shows: { state: true },
    isDropping: { state: true },
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
  declare private shows: 'checklist' | 'memo';
  declare private isDropping: boolean;
  private readonly client = new DraftClient(trustedScriptUrl(workerUrl));
  private readonly keeper = new DraftKeeper((state) => {
    this.keeping = state;
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
    this.shows = 'checklist';
    this.isDropping = false;
  }

  protected override createRenderRoot(): HTMLElement {
    // What stands there for readers without scripts.
    this.replaceChildren();
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeunload', this.hold);
    addEventListener('dragover', this.dragOver);
    addEventListener('dragleave', this.dragLeave);
    addEventListener('drop', this.drop);
    void this.begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeunload', this.hold);
    removeEventListener('dragover', this.dragOver);
    removeEventListener('dragleave', this.dragLeave);
    removeEventListener('drop', this.drop);
    this.client.close();
  }

  override render(): TemplateResult {
    return html`
      <div class=${this.isDropping ? 'author-dropping' : ''}>
        <p role="alert" class=${this.message === '' ? '' : 'message'}>${this.message}</p>
        ${
          this.draft
            ? this.renderDesk(this.draft)
            : this.drafts
              ? this.renderStart()
              : html`<p>Открываем черновики…</p>`
        }
      </div>
    `;
  }

  private renderStart(): TemplateResult {
    return html`
      <p>
        Памятка — обычный текст с пометками. Пишете — и сразу видите чек-лист, лист для печати и ошибки.
        Написанное остаётся на этом устройстве.
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
      ${this.renderDrafts()} ${renderLanguage()}
    `;
  }

  private renderDrafts(): TemplateResult | typeof nothing {
    if (!this.drafts || this.drafts.length === 0) return nothing;
    return html`<section aria-labelledby="page-drafts">
      <h2 id="page-drafts">Черновики</h2>
      <ul>
        ${this.drafts.map(
          (draft) =>
            html`<li class="author-row">
              <button
                type="button"
                class="plain"
                @click=${() => {
                  void this.show(draft);
                }}
              >
                ${titleOf(draft)}
              </button>
              <span class="quiet">${new Date(draft.changed).toLocaleString('ru')}</span>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  private renderDesk(draft: KeptDraft): TemplateResult {
    const isNamed = FILE_NAME.test(draft.name);
    return html`
      <div class="author-row">
        <label
          >Файл
          <input
            value=${draft.name}
            .value=${draft.name}
            autocomplete="off"
            spellcheck="false"
            aria-invalid=${isNamed ? 'false' : 'true'}
            aria-describedby="page-name-help"
            @input=${(event: Event) => {
              this.change({ name: (event.currentTarget as HTMLInputElement).value.trim() });
            }}
        /></label>
        <button type="button" @click=${this.download}>Скачать .md</button>
        <a class="button plain" href="../own/?draft=${draft.id}">Добавить на это устройство</a>
        <button type="button" class="plain" @click=${this.leave}>Другая памятка</button>
        <button type="button" class="plain" @click=${this.discard}>Удалить черновик</button>
      </div>
      <p id="page-name-help" class=${isNamed ? 'quiet' : 'message'}>
        ${
          isNamed
            ? `Положите файл в папку guides/${folderOf(draft.text)}/.`
            : 'Имя файла — строчные латинские буквы, цифры и дефис, в конце .md: elzhur-vhod.md.'
        }
      </p>
      <p class=${this.keeping === 'failed' ? 'message' : 'quiet'} role="status">
        ${KEEPING[this.keeping]}
      </p>
      <div class="author-columns">
        <section aria-label="Текст">
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
        <section aria-label="Что получится">${this.renderResult()}</section>
      </div>
    `;
  }

  private renderResult(): TemplateResult {
    const { guide } = this;
    return html`
      <div class="author-row" role="group" aria-label="Что показать">
        ${this.renderChoice('checklist', 'Чек-лист')} ${this.renderChoice('memo', 'Лист для печати')}
      </div>
      ${
        guide === undefined
          ? html`<p class="quiet">
              Здесь появится памятка, когда начало файла будет заполнено без ошибок.
            </p>`
          : this.shows === 'memo'
            ? html`<guide-memo .guide=${guide} .region=${this.checked?.region}></guide-memo>`
            : html`<h2>${guide.title}</h2>
                <guide-view
                  .guide=${guide}
                  .pictures=${this.pictures(guide)}
                ></guide-view>`
      }
    `;
  }

  private renderChoice(shows: 'checklist' | 'memo', words: string): TemplateResult {
    return html`<button
      type="button"
      class="plain"
      aria-pressed=${this.shows === shows ? 'true' : 'false'}
      @click=${() => {
        this.shows = shows;
      }}
    >
      ${words}
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
      this.message =
        'Браузер не хранит данные этого сайта: черновики пропадут, когда вы закроете страницу. Скачивайте файл.';
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
      const path = pathOf(checked);
      try {
        const answer = await this.client.check({
          path,
          source: checked.text,
          pictures: Object.keys(checked.pictures),
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

  /** The draft's own pictures, else those of the site. */
  private pictures(guide: Guide): Record<string, string> {
    const { root = './' } = document.documentElement.dataset;
    const sources = JSON.stringify(guide).matchAll(/"source":"(pictures\/[a-z0-9-]+\.svg)"/g);
    return {
      ...Object.fromEntries(
        [...sources].map(([, source = '']) => [source, `${root}${guide.region}/${source}`]),
      ),
      ...this.pictureUrls,
    };
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
          error instanceof GuideFileError
            ? error.message
            : `«${file.name}» не читается. Откройте его ещё раз.`;
      }
    }
  }

  private addPicture(source: string, text: string): void {
    if (!this.draft) {
      throw new GuideFileError('Сначала откройте памятку, потом добавьте к ней рисунок.');
    }
    const pictures = { ...this.draft.pictures, [source]: text };
    this.pictureUrls = { ...this.pictureUrls, ...pictureUrls({ [source]: text }) };
    this.change({ pictures });
    this.editor?.insert(insertPicture(source));
  }

  private readonly download = (): void => {
    if (!this.draft) return;
    const name = FILE_NAME.test(this.draft.name) ? this.draft.name : 'pamyatka.md';
    saveFile(name, this.draft.text, 'text/markdown;charset=utf-8');
  };

  private readonly leave = (): void => {
    this.draft = undefined;
    this.message = '';
  };

  private readonly discard = (): void => {
    const { draft } = this;
    if (!draft || !confirm(`Удалить черновик «${titleOf(draft)}» с этого устройства?`)) return;
    this.keeper.remove(draft.id).then(
      () => {
        this.drafts = (this.drafts ?? []).filter(({ id }) => id !== draft.id);
        this.leave();
      },
      () => {
        this.message = 'Черновик не удалился. Попробуйте ещё раз.';
      },
    );
  };

  private readonly hold = (event: BeforeUnloadEvent): void => {
    if (this.draft && this.keeping !== 'kept') event.preventDefault();
  };

  private readonly dragOver = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.isDropping = true;
  };

  private readonly dragLeave = (): void => {
    this.isDropping = false;
  };

  private readonly drop = (event: DragEvent): void => {
    this.isDropping = false;
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    void this.take(files);
  };
}

function pathOf({ name, text }: KeptDraft): string {
  return `${folderOf(text)}/${FILE_NAME.test(name) ? name : 'pamyatka.md'}`;
}

/** The region's folder, as the front matter says it. */
function folderOf(text: string): string {
  return /^region:[ \t]*([a-z0-9-]+)/m.exec(text)?.[1] ?? '';
}

function titleOf({ name, text }: KeptDraft): string {
  return /^title:[ \t]*(\S.*)$/m.exec(text)?.[1] ?? name;
}

customElements.define('author-page', AuthorPage);
