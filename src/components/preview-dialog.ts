import { css } from 'lit';

/** How a dialog looks that shows what was read from a file before it is taken. */
export const previewDialog = css`
  dialog {
    width: min(100vw - 1rem, 50rem);
    max-width: none;
    max-height: calc(100vh - 1rem);
    padding: 0;
    color: var(--text);
    background: var(--paper);
    border: 2px solid var(--ink);
    border-radius: 12px;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 50%);
  }
  .body {
    padding: 1rem 1rem 0;
    overflow-wrap: anywhere;
  }
  h2 {
    margin: 0 0 0.5rem;
    font-size: 1.35rem;
  }
  h3 {
    margin: 1.25rem 0 0.25rem;
    font-size: 1.1rem;
  }
  p {
    margin: 0.5rem 0;
  }
  ul {
    margin: 0.5rem 0;
    padding-left: 1.2rem;
  }
  dl {
    display: grid;
    grid-template-columns: max-content 1fr;
    gap: 0.25rem 0.75rem;
    margin: 0.5rem 0;
  }
  dt {
    font-weight: 700;
    text-align: right;
  }
  dd {
    margin: 0;
  }
  .columns {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .columns li {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
    align-items: end;
    gap: 0 1rem;
    padding-block: 0.5rem;
    border-bottom: 1px solid var(--line);
  }
  .example,
  .hint {
    color: var(--quiet);
    font-size: 0.95rem;
  }
  .check {
    display: flex;
    align-items: center;
    gap: 0.6rem;
    min-height: 2.75rem;
  }
  .check input {
    flex: none;
    width: 1.4rem;
    height: 1.4rem;
    accent-color: var(--ink);
  }
  .encoding {
    margin-top: 1rem;
  }
  .header-line {
    width: 7rem;
  }
  summary {
    padding-block: 0.5rem;
    color: var(--ink);
    cursor: pointer;
  }
  .actions {
    position: sticky;
    bottom: 0;
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
    margin: 1rem -1rem 0;
    padding: 0.75rem 1rem;
    background: var(--sheet);
    border-top: 1px solid var(--line);
  }
`;
