import { css } from 'lit';

/** How a box with its words looks in a form of two columns. */
export const checkBox = css`
  .wide {
    grid-column: 1 / -1;
  }
  .check {
    display: flex;
    align-items: center;
    gap: 0.6rem;
    min-height: 2.75rem;
    padding-block: 0.35rem;
    overflow-wrap: anywhere;
  }
  .check input {
    flex: none;
    width: 1.4rem;
    height: 1.4rem;
    accent-color: var(--ink);
  }
`;
