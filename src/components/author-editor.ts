import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { markdown } from '@codemirror/lang-markdown';
import { defaultHighlightStyle, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Problem } from '../guide';
import * as words from '../messages/ru/author';
import { editorLook } from './author-editor-look';
import type { Insert } from './author-inserts';
import { controls } from './controls';

/** The language's own colours are not made for our two themes; weight and slant are enough. */
const WEIGHTS = HighlightStyle.define(
  defaultHighlightStyle.specs
    .filter((spec) => spec['color'] === undefined)
    // An underlined heading would look as a mistake does.
    .map(({ textDecoration: _, ...spec }) => spec),
);

/**
 * The text of a guide. CodeMirror puts its styles into this element's shadow root as constructed
 * sheets, which the page's policy allows; a browser without them (Safari before 16.4) gets a plain
 * field that does the same.
 * @fires text-change - with the whole text as its detail, after each change by the author
 */
export class AuthorEditor extends LitElement {
  static override properties = { problems: { attribute: false } };

  static override styles = [controls, editorLook];

  declare problems: readonly Problem[];
  private view: EditorView | undefined;
  private field: HTMLTextAreaElement | null = null;
  private text = '';

  constructor() {
    super();
    this.problems = [];
  }

  /** The whole text, with `\n` at the ends of lines. */
  get value(): string {
    return this.view?.state.doc.toString() ?? this.field?.value ?? this.text;
  }

  /** Opens another text: undo does not lead back into the one before. */
  open(text: string): void {
    this.text = text;
    this.view?.setState(this.newState(text));
    if (this.field) this.field.value = text;
  }

  /** Puts words in at the caret and selects what the author has to replace. */
  insert(make: Insert): void {
    const { view, field } = this;
    const caret = view?.state.selection.main.head ?? field?.selectionStart ?? 0;
    const { from, text, select } = make(this.value, caret);
    const anchor = from + select[0];
    const head = from + select[1];
    if (view) {
      view.dispatch({
        changes: { from, insert: text },
        selection: { anchor, head },
        scrollIntoView: true,
        userEvent: 'input',
      });
      view.focus();
    } else if (field) {
      field.setRangeText(text, from, from);
      field.focus();
      field.setSelectionRange(anchor, head);
      this.tell();
    }
  }

  /** Brings a line into sight and the caret onto it. */
  goTo(line: number): void {
    const { view, field } = this;
    if (view) {
      const { doc } = view.state;
      const { from } = doc.line(Math.min(Math.max(line, 1), doc.lines));
      view.dispatch({
        selection: { anchor: from },
        effects: EditorView.scrollIntoView(from, { y: 'center' }),
      });
      view.focus();
    } else if (field) {
      const before = field.value.split('\n').slice(0, line - 1);
      const start = before.reduce((sum, text) => sum + text.length + 1, 0);
      field.focus();
      field.setSelectionRange(start, start);
    }
  }

  override render(): TemplateResult {
    return html`<div class="editor">
      ${
        canAdoptSheets
          ? nothing
          : html`<textarea
              aria-label=${words.guideText}
              rows="20"
              spellcheck="true"
              @input=${() => {
                this.tell();
              }}
            ></textarea>`
      }
    </div>`;
  }

  protected override firstUpdated(): void {
    const root = this.shadowRoot;
    const parent = root?.querySelector('.editor');
    if (!root || !parent) return;
    this.field = parent.querySelector('textarea');
    if (this.field) this.field.value = this.text;
    else this.view = new EditorView({ state: this.newState(this.text), parent, root });
  }

  protected override updated(changed: PropertyValues<this>): void {
    const { view } = this;
    if (!view || !changed.has('problems')) return;
    const { doc } = view.state;
    const diagnostics = this.problems.map(({ line, severity, message }): Diagnostic => {
      // While the compiler was at work lines may have gone.
      const { from, to } = doc.line(Math.min(Math.max(line, 1), doc.lines));
      return { from, to, severity, message };
    });
    view.dispatch(setDiagnostics(view.state, diagnostics));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.view?.destroy();
  }

  private newState(doc: string): EditorState {
    return EditorState.create({
      doc,
      extensions: [
        lineNumbers(),
        lintGutter(),
        history(),
        drawSelection(),
        markdown({ completeHTMLTags: false }),
        syntaxHighlighting(WEIGHTS),
        EditorView.lineWrapping,
        // Tab leaves the field, as everywhere: nobody may be caught in it.
        keymap.of([...defaultKeymap, ...historyKeymap]),
        EditorView.contentAttributes.of({
          'aria-label': words.guideText,
          // The region that scrolls needs something with a place in the tab order.
          tabindex: '0',
          lang: 'ru',
          spellcheck: 'true',
          autocapitalize: 'sentences',
        }),
        EditorView.updateListener.of(({ docChanged }) => {
          if (docChanged) this.tell();
        }),
      ],
    });
  }

  private tell(): void {
    this.dispatchEvent(new CustomEvent('text-change', { detail: this.value }));
  }
}

const canAdoptSheets = 'adoptedStyleSheets' in Document.prototype;

customElements.define('author-editor', AuthorEditor);
