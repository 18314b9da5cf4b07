import { css } from 'lit';
import { largeDialog } from './large-dialog';

/** How a dialog looks that shows what was read from a file before it is taken. */
export const previewDialog = [
  largeDialog,
  css`
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
  .encoding {
    margin-top: 1rem;
  }
  .header-line {
    width: 7rem;
  }
`,
];
