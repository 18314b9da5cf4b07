import { css } from 'lit';

/** How a place looks where a table is pasted or its file is chosen. */
export const tableSource = css`
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
`;
