import './style-nonce';
import { css } from 'lit';

/** Buttons, fields, links and messages as they look inside every shadow root. */
export const controls = css`
  * {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  a {
    color: var(--ink);
    text-underline-offset: 0.15em;
  }
  :focus-visible {
    outline: 3px solid var(--ink);
    outline-offset: 2px;
    border-radius: 4px;
  }
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    max-width: 100%;
    min-height: 2.9rem;
    padding: 0.3rem 1.1rem;
    font: inherit;
    font-weight: 600;
    text-decoration: none;
    color: var(--on-ink);
    background: var(--ink);
    border: 2px solid var(--ink);
    border-radius: 10px;
    cursor: pointer;
  }
  .plain {
    color: var(--ink);
    background: transparent;
  }
  button:disabled {
    opacity: 0.55;
    cursor: default;
  }
  .message {
    margin: 0.75rem 0;
    padding: 0.6rem 0.9rem;
    color: var(--warn);
    background: var(--warn-paper);
    border-left: 4px solid;
    border-radius: 0 8px 8px 0;
  }
  label {
    display: block;
  }
  select,
  textarea,
  input:not([type='checkbox'], [type='radio'], [type='file']) {
    display: block;
    width: 100%;
    min-height: 2.9rem;
    margin-top: 0.2rem;
    padding: 0.4rem 0.6rem;
    font: inherit;
    color: inherit;
    background: var(--sheet);
    border: 2px solid var(--ink);
    border-radius: 8px;
  }
  @media print {
    button,
    .button {
      display: none;
    }
  }
`;
