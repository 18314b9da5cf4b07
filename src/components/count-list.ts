import { css } from 'lit';

/** How counts look before what they count, and who that is. */
export const countList = css`
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
    min-width: 0;
    overflow-wrap: anywhere;
  }
  ul {
    margin: 0.5rem 0;
    padding-left: 1.2rem;
  }
  summary {
    padding-block: 0.5rem;
    color: var(--ink);
    cursor: pointer;
  }
`;
