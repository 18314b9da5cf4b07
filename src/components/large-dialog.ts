import { css } from 'lit';
import { checkBox } from './check-box';

/** How a dialog looks that may be longer than the screen: its buttons stay in sight. */
export const largeDialog = css`
  ${checkBox}
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
