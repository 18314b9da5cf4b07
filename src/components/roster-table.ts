import { css } from 'lit';
import { boxes } from './check-box';

/** How the pupils look: a table, and on a phone a card for each row. */
export const rosterTable = css`
  ${boxes}
  .scroll {
    overflow-x: auto;
    margin-inline: -1rem;
    padding-inline: 1rem;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    background: var(--sheet);
  }
  th,
  td {
    padding: 0.4rem 0.6rem;
    border: 1px solid var(--line);
    text-align: left;
    vertical-align: top;
  }
  th {
    font-size: 0.95rem;
    vertical-align: middle;
  }
  td.pick {
    padding: 0;
    width: 2.75rem;
  }
  td.pick label {
    display: grid;
    place-content: center;
    min-height: 2.75rem;
  }
  .code {
    font: 700 1rem ui-monospace, Consolas, monospace;
    white-space: pre-wrap;
  }
  .none {
    color: var(--quiet);
  }
  .keys {
    color: var(--quiet);
    font-size: 0.95rem;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1rem;
    margin-bottom: 0.75rem;
  }
  .tools label {
    max-width: 100%;
  }
  .name {
    display: inline;
    min-height: 2.75rem;
    padding: 0;
    color: var(--ink);
    text-align: left;
    text-decoration: underline;
    text-underline-offset: 0.15em;
    overflow-wrap: break-word;
    background: none;
    border: 0;
  }
  .sort {
    min-height: 2.75rem;
    padding: 0;
    color: inherit;
    text-align: left;
    background: none;
    border: 0;
  }
  .snils {
    display: block;
    color: var(--quiet);
    font-size: 0.95rem;
    white-space: nowrap;
  }
  td {
    overflow-wrap: break-word;
  }
  .stages {
    display: block;
    color: var(--done);
    font-size: 0.95rem;
  }
  @media (hover: none) {
    .keys {
      display: none;
    }
  }
  @media (max-width: 40rem) {
    /* A row becomes a card: a phone has no room for six columns. */
    thead {
      display: none;
    }
    tr {
      display: grid;
      grid-template-columns: 2.75rem auto 1fr;
      padding-block: 0.4rem;
      border-bottom: 1px solid var(--line);
    }
    td {
      grid-column: 2 / -1;
      min-width: 0;
      padding: 0.1rem 0.5rem;
      border: 0;
    }
    td.pick {
      grid-column: 1;
      grid-row: 1 / span 5;
    }
    td.place {
      grid-column: auto;
      color: var(--quiet);
      font-size: 0.95rem;
    }
    /* The titles of the columns are gone. */
    td.pick + td.place::before {
      content: attr(data-title) ' ';
    }
  }
  details {
    margin: 0.2rem 0;
    font-size: 0.95rem;
  }
  summary {
    cursor: pointer;
  }
  .error summary {
    color: var(--warn);
    font-weight: 600;
  }
  ol {
    margin: 0.3rem 0;
    padding-left: 1.3rem;
  }
`;
