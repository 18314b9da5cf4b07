import { html, render } from 'lit';
import * as common from '../messages/ru/common';
import { loadOwnGuides } from '../storage/own-guides';

/** Lists the guides from files on the first page, each with its mark. */
export async function showOwnGuides(place: HTMLElement): Promise<void> {
  const guides = await loadOwnGuides();
  render(
    guides.map(
      ({ id, title }) =>
        html`<li>
          <a href="own/?guide=${encodeURIComponent(id)}">${title}</a>
          <p class="when">${common.unverified}</p>
        </li>`,
    ),
    place,
  );
}
