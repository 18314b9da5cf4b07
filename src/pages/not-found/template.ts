import type { Library } from '../../guide';
import { html } from '../../guide/html';
import * as words from '../../messages/ru/not-found';
import { renderContacts, sharedContacts } from '../contacts';
import type { PageContent } from '../document';

/** Shown for an address that is not there, and offline for one that was never kept. */
export function renderNotFoundPage(library: Library): PageContent {
  return {
    path: '404.html',
    title: words.title,
    description: words.description,
    kind: 'not-found-page',
    isShownAnywhere: true,
    body: html`<h1>${words.heading}</h1>
      <p>${words.whatToDo}</p>
      <p><a class="button" href="./">${words.allGuides}</a></p>
      ${renderContacts(sharedContacts(library))}`,
  };
}
