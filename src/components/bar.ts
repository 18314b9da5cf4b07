import { css } from 'lit';

/** A bar at the foot of the window, for what may wait: it covers no more than half of it. */
export const bar = css`
  .bar {
    position: fixed;
    right: 0;
    bottom: 0;
    left: 0;
    z-index: 2;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 0.5rem 1rem;
    max-height: 50vh;
    padding: 0.7rem 1rem calc(0.7rem + env(safe-area-inset-bottom));
    overflow-y: auto;
    background: var(--note-paper);
    border-top: 2px solid var(--ink);
  }
  .bar p {
    margin: 0;
  }
  .answers {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
`;

/** Keeps what the Tab key leads to from lying under the bar; without one, all is as before. */
export function makeRoomFor(shown: HTMLElement | null): void {
  document.documentElement.style.scrollPaddingBottom = shown ? `${shown.offsetHeight + 16}px` : '';
}
