import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { DraftClient, DraftError, type CompiledOwn } from '../guide/draft-client';
import workerUrl from '../guide/draft-worker?worker&url';
import * as words from '../messages/ru/own';
import { cacheAlso } from '../offline/offline';
import { trustedScriptUrl } from '../offline/trusted-script-url';
import { loadDrafts } from '../storage/drafts';
import {
  loadOwnGuides,
  newOwnId,
  removeOwnGuide,
  saveOwnGuide,
  type OwnGuide,
} from '../storage/own-guides';
import type { Tick } from '../storage/progress';
import { FileDrop } from './file-drop';
import { GuideFileError, readGuide } from './guide-files';
import './own-guide';
import './own-list';
import './own-preview';
import { pictureUrls } from './picture-urls';

/** What came in a file, until it is answered. */
interface Offer {
  name: string;
  text: string;
  pictures: Record<string, string>;
  compiled: CompiledOwn;
}

/**
 * Guides from files: the list of them, one of them (`?guide=…`), or what is about to be added, from
 * a file or from the author's page (`?draft=…`). An address only names what this device has.
 */
export class OwnPage extends LitElement {
  static override properties = {
    guides: { state: true },
    offer: { state: true },
    open: { state: true },
    removed: { state: true },
    message: { state: true },
    isBusy: { state: true },
  };

  /** Undefined until they are read. */
  declare private guides: readonly OwnGuide[] | undefined;
  declare private offer: Offer | undefined;
  declare private open: { kept: OwnGuide; compiled: CompiledOwn } | undefined;
  /** What was removed last, for taking that back. */
  declare private removed: { kept: OwnGuide; ticks: readonly Tick[] } | undefined;
  declare private message: string;
  declare private isBusy: boolean;
  private readonly client = new DraftClient(trustedScriptUrl(workerUrl));
  private readonly fileDrop = new FileDrop(this, ([file]) => {
    void this.take(file);
  });
  /** Of the pictures that are shown. */
  private urls: Readonly<Record<string, string>> = {};

  constructor() {
    super();
    this.guides = undefined;
    this.offer = undefined;
    this.open = undefined;
    this.removed = undefined;
    this.message = '';
    this.isBusy = false;
  }

  protected override createRenderRoot(): HTMLElement {
    // What stands there for readers without scripts.
    this.replaceChildren();
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.client.close();
  }

  override render(): TemplateResult {
    return html`
      ${this.open ? nothing : html`<h1>${words.ownGuides}</h1>`}
      <p role="alert" class=${this.message === '' ? '' : 'note warning'}>${this.message}</p>
      ${
        this.open
          ? this.renderGuide(this.open)
          : this.offer
            ? this.renderOffer(this.offer)
            : this.renderList()
      }
    `;
  }

  private renderGuide({
    kept,
    compiled,
  }: {
    kept: OwnGuide;
    compiled: CompiledOwn;
  }): TemplateResult {
    return html`<own-guide
      .kept=${kept}
      .compiled=${compiled}
      .pictures=${this.urls}
      @own-remove=${() => {
        void this.removeGuide(kept);
      }}
    ></own-guide>`;
  }

  private renderOffer({ name, compiled }: Offer): TemplateResult {
    return html`<own-preview
      .name=${name}
      .compiled=${compiled}
      .pictures=${this.urls}
      .hasSameTitle=${this.namesake !== undefined}
      @own-add=${() => {
        void this.add(newOwnId());
      }}
      @own-replace=${() => {
        void this.add(this.namesake?.id ?? newOwnId());
      }}
      @own-refuse=${this.refuse}
    ></own-preview>`;
  }

  private renderList(): TemplateResult {
    if (!this.guides) return html`<p>${words.openingGuides}</p>`;
    return html`<own-list
      .guides=${this.guides}
      .isBusy=${this.isBusy}
      .isDropping=${this.fileDrop.isOver}
      .removed=${this.removed?.kept.title}
      @files=${(event: CustomEvent<readonly File[]>) => {
        void this.take(event.detail[0]);
      }}
      @own-remove=${(event: CustomEvent<OwnGuide>) => {
        void this.removeGuide(event.detail);
      }}
      @own-restore=${this.restore}
    ></own-list>`;
  }

  /** The guide that the offered one may be a newer form of. */
  private get namesake(): OwnGuide | undefined {
    const title = this.offer?.compiled.guide?.title;
    return this.guides?.find((kept) => kept.title === title);
  }

  private async begin(): Promise<void> {
    try {
      this.guides = await loadOwnGuides();
    } catch {
      this.guides = [];
      this.message = words.noRoom;
    }
    if (this.guides.length > 0) cacheAlso('CACHE_OWN');
    const query = new URLSearchParams(location.search);
    const [guide, draft] = [query.get('guide'), query.get('draft')];
    if (guide !== null) await this.show(guide);
    if (draft !== null) await this.offerDraft(Number(draft));
  }

  private async show(id: string): Promise<void> {
    const kept = this.guides?.find((guide) => guide.id === id);
    if (!kept) {
      this.message = words.noSuchGuide;
      return;
    }
    const compiled = await this.compile(kept.id, kept.text);
    if (!compiled) return;
    this.urls = pictureUrls(kept.pictures);
    this.open = { kept, compiled };
    document.title = words.pageTitle(kept.title);
  }

  private async offerDraft(id: number): Promise<void> {
    const drafts = await loadDrafts().catch(() => []);
    const draft = drafts.find((candidate) => candidate.id === id);
    if (draft) await this.consider(draft);
    else this.message = words.noSuchDraft;
  }

  private async take(file: File | undefined): Promise<void> {
    if (!file) return;
    this.message = '';
    try {
      await this.consider({ ...(await readGuide(file)), pictures: {} });
    } catch (error) {
      this.message = error instanceof GuideFileError ? error.message : words.fileNotRead(file.name);
    }
  }

  private async consider({ name, text, pictures }: Omit<Offer, 'compiled'>): Promise<void> {
    const compiled = await this.compile(newOwnId(), text);
    if (!compiled) return;
    this.urls = pictureUrls(pictures);
    this.offer = { name, text, pictures, compiled };
  }

  private async compile(ownId: string, source: string): Promise<CompiledOwn | undefined> {
    this.isBusy = true;
    try {
      return await this.client.compileOwn({ ownId, source });
    } catch (error) {
      if (!(error instanceof DraftError)) throw error;
      this.message = words.fileTooIntricate;
      return undefined;
    } finally {
      this.isBusy = false;
    }
  }

  private async add(id: string): Promise<void> {
    const { offer } = this;
    const title = offer?.compiled.guide?.title;
    if (!offer || title === undefined) return;
    const { text, pictures } = offer;
    try {
      await saveOwnGuide({ id, title, text, pictures, added: Date.now() });
      location.assign(`./?guide=${encodeURIComponent(id)}`);
    } catch {
      this.message = words.noRoom;
    }
  }

  private readonly refuse = (): void => {
    this.offer = undefined;
  };

  private async removeGuide(kept: OwnGuide): Promise<void> {
    try {
      this.removed = { kept, ticks: await removeOwnGuide(kept.id) };
      this.guides = (this.guides ?? []).filter(({ id }) => id !== kept.id);
      this.open = undefined;
      history.replaceState(null, '', './');
    } catch {
      this.message = words.notRemoved;
    }
  }

  private readonly restore = (): void => {
    const { removed } = this;
    if (!removed) return;
    saveOwnGuide(removed.kept, removed.ticks).then(
      () => {
        this.removed = undefined;
        this.guides = [removed.kept, ...(this.guides ?? [])];
      },
      () => {
        this.message = words.notBroughtBack;
      },
    );
  };
}

customElements.define('own-page', OwnPage);
