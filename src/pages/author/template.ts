import type { Library } from '../../guide';
import { html } from '../../guide/html';
import * as words from '../../messages/ru/author';
import type { PageContent } from '../document';

/** The authors' page: a shell for `<author-page>`, which works only with scripts. */
export function renderAuthorPage({ regions }: Library): PageContent {
  return {
    path: 'author/',
    title: words.pageTitle,
    description: words.description,
    kind: 'author-page',
    // The picture of a draft, and the editor's own marks.
    showsOwnPictures: true,
    body: html`<h1>${words.heading}</h1>
      <author-page
        regions="${JSON.stringify(regions.map(({ id, title }) => ({ id, title })))}"
        ><p class="note warning">${words.withoutScript}</p></author-page
      > `,
  };
}
