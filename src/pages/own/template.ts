import { html } from '../../guide/html';
import * as words from '../../messages/ru/own';
import type { PageContent } from '../document';

/** The page of guides from files: a shell for `<own-page>`, since they are on the device alone. */
export function renderOwnPage(): PageContent {
  return {
    path: 'own/',
    title: words.listTitle,
    description: words.description,
    kind: 'own-page',
    // Pictures of a guide from a file.
    showsOwnPictures: true,
    body: html`<own-page
      ><h1>${words.ownGuides}</h1>
      <p class="note warning">${words.withoutScript}</p></own-page
    > `,
  };
}
