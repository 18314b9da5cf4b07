import { css } from 'lit';

/** CodeMirror in our colours; its own rules come later, so each of these is more exact. */
export const editorLook = css`
  :host {
    display: block;
  }
  .editor {
    border: 2px solid var(--ink);
    border-radius: 8px;
    overflow: hidden;
    background: var(--sheet);
  }
  .editor textarea {
    margin: 0;
    border: 0;
    font-family: ui-monospace, Consolas, monospace;
    resize: vertical;
  }
  .editor .cm-editor {
    height: min(70vh, 44rem);
    color: var(--text);
    background: var(--sheet);
  }
  /* Around all: the gutter would cover a line drawn inside. */
  .editor:focus-within {
    outline: 3px solid var(--ink);
    outline-offset: 2px;
  }
  .editor textarea,
  .editor .cm-editor.cm-focused {
    outline: none;
  }
  .editor .cm-editor .cm-scroller {
    font:
      1rem/1.5 ui-monospace,
      'Roboto Mono',
      Consolas,
      monospace;
  }
  .editor .cm-editor .cm-content {
    caret-color: var(--text);
    padding-block: 0.5rem;
  }
  .editor .cm-editor .cm-cursor {
    border-left-color: var(--text);
    border-left-width: 2px;
  }
  .editor .cm-editor .cm-selectionLayer .cm-selectionBackground {
    background: var(--line);
  }
  .editor .cm-editor .cm-gutters {
    color: var(--quiet);
    background: var(--note-paper);
    border-color: var(--line);
  }
  .editor .cm-editor .cm-tooltip {
    max-width: min(30rem, 90vw);
    color: var(--text);
    background: var(--paper);
    border: 1px solid var(--line);
    font-size: 1rem;
  }
  .editor .cm-editor .cm-gutter-lint {
    width: 1.2rem;
  }
`;
