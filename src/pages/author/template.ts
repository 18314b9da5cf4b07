import type { Library } from '../../guide';
import { html } from '../../guide/html';
import type { PageContent } from '../document';

/** The authors' page: a shell for `<author-page>`, which works only with scripts. */
export function renderAuthorPage({ regions }: Library): PageContent {
  return {
    path: 'author/',
    title: 'Напишите памятку · Памятка',
    description:
      'Редактор памяток: пишите шаги в Markdown и сразу видите чек-лист, лист для печати и ошибки.',
    kind: 'author-page',
    // The picture of a draft, and the editor's own marks.
    showsOwnPictures: true,
    body: html`<h1>Напишите памятку</h1>
      <author-page
        regions="${JSON.stringify(regions.map(({ id, title }) => ({ id, title })))}"
        ><p class="note warning">
          Редактор работает только с включённым JavaScript. Памятку можно написать и в любом
          текстовом редакторе: это файл Markdown.
        </p></author-page
      > `,
  };
}
