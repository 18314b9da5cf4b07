import { css } from 'lit';

/** Boxes and rounds to choose by, drawn like the ones at the steps of a guide. */
export const boxes = css`
  input[type='checkbox'],
  input[type='radio'] {
    appearance: none;
    flex: none;
    display: grid;
    place-content: center;
    width: 1.5rem;
    height: 1.5rem;
    margin: 0;
    background: var(--sheet);
    border: 2px solid var(--ink);
    border-radius: 3px;
    cursor: pointer;
  }
  input[type='radio'] {
    border-radius: 50%;
  }
  input[type='checkbox']:checked {
    border-color: var(--done);
  }
  input[type='checkbox']:checked::before {
    content: '';
    width: 0.5rem;
    height: 0.9rem;
    margin-top: -0.25rem;
    border: solid var(--done);
    border-width: 0 3px 3px 0;
    transform: rotate(42deg);
  }
  /* A border is seen in forced colours too, where a background is not. */
  input[type='radio']:checked::before {
    content: '';
    border: 0.375rem solid var(--ink);
    border-radius: 50%;
  }
`;

/** How a box with its words looks in a form of two columns. */
export const checkBox = css`
  ${boxes}
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
`;
