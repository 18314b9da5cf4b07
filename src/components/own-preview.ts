import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { CompiledOwn } from '../guide/draft-client';
import './guide-view';
import { renderSaid } from './own-words';
import './unverified-frame';

/** More nobody reads one by one. */
const SHOWN_PROBLEMS = 10;

/**
 * Shows what came in a file, and asks whether it is to be kept.
 * @fires own-add - keep it
 * @fires own-replace - keep it in the place of the guide of that title
 * @fires own-refuse - leave all as it is
 */
export class OwnPreview extends LitElement {
  static override properties = {
    name: { attribute: false },
    compiled: { attribute: false },
    pictures: { attribute: false },
    hasSameTitle: { attribute: false },
  };

  /** Of the file. */
  declare name: string;
  declare compiled: CompiledOwn | undefined;
  declare pictures: Readonly<Record<string, string>>;
  /** A guide of this title is kept already. */
  declare hasSameTitle: boolean;

  constructor() {
    super();
    this.name = '';
    this.compiled = undefined;
    this.pictures = {};
    this.hasSameTitle = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override firstUpdated(): void {
    this.querySelector('h2')?.focus();
  }

  override render(): TemplateResult | typeof nothing {
    const { compiled } = this;
    if (!compiled) return nothing;
    const { guide } = compiled;
    if (!guide) return this.renderProblems(compiled);
    return html`<h2 tabindex="-1">Добавить эту памятку?</h2>
      <p>
        Файл «${this.name}». Добавляйте, только если знаете, кто его прислал. Памятка останется на этом
        устройстве, её можно удалить.
      </p>
      ${
        this.hasSameTitle
          ? html`<p>
              Памятка с таким названием уже добавлена. Если это её новый вид, замените: галочки
              останутся.
            </p>`
          : nothing
      }
      <p class="actions">
        ${this.hasSameTitle ? this.button('own-replace', 'Заменить') : nothing}
        ${this.button('own-add', this.hasSameTitle ? 'Добавить отдельно' : 'Добавить', this.hasSameTitle)}
        ${this.button('own-refuse', 'Не добавлять', true)}
      </p>
      <unverified-frame>
        <h2>${guide.title}</h2>
        ${renderSaid(compiled)}
        <guide-view .guide=${guide} .pictures=${this.pictures} .isForeign=${true}></guide-view>
      </unverified-frame>`;
  }

  private renderProblems({ problems }: CompiledOwn): TemplateResult {
    const more = problems.length - SHOWN_PROBLEMS;
    return html`<h2 tabindex="-1">Файл «${this.name}» не открылся как памятка</h2>
      <p>
        Перешлите этот список тому, кто прислал файл. Написали его сами — исправьте
        <a href="../author/">в редакторе памяток</a>.
      </p>
      <ul>
        ${problems
          .slice(0, SHOWN_PROBLEMS)
          .map(({ line, message }) => html`<li>Строка ${line}. ${message}</li>`)}
      </ul>
      ${more > 0 ? html`<p>И ещё ошибок: ${more}.</p>` : nothing}
      <p class="actions">${this.button('own-refuse', 'Понятно', true)}</p>`;
  }

  private button(event: string, words: string, isPlain = false): TemplateResult {
    return html`<button
      type="button"
      class=${isPlain ? 'plain' : ''}
      @click=${() => this.dispatchEvent(new CustomEvent(event))}
    >
      ${words}
    </button>`;
  }
}

customElements.define('own-preview', OwnPreview);
