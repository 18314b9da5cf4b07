import { html } from '../../guide/html';
import * as words from '../../messages/ru/class-list';
import type { PageContent } from '../document';

/** The teacher's page: a shell for `<class-page>`, which works only with scripts. */
export function renderClassPage(): PageContent {
  return {
    path: 'class/',
    title: words.pageTitle,
    description: words.description,
    kind: 'class-page',
    body: html`<h1>${words.heading}</h1>
      <p>${words.whatPageDoes}</p>
      <class-page
        ><p class="note warning">
          ${words.withoutScript} <a href="../">${words.allGuides}</a>.
        </p></class-page
      > `,
  };
}
