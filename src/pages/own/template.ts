import { html } from '../../guide/html';
import type { PageContent } from '../document';

/** The page of guides from files: a shell for `<own-page>`, since they are on the device alone. */
export function renderOwnPage(): PageContent {
  return {
    path: 'own/',
    title: 'Памятки из файлов · Памятка',
    description: 'Памятки, которые вы добавили на это устройство из файла. Школа их не проверяла.',
    kind: 'own-page',
    // Pictures of a guide from a file.
    showsOwnPictures: true,
    body: html`<own-page
      ><h1>Памятки из файлов</h1>
      <p class="note warning">
        Чтобы открыть памятку из файла, включите JavaScript. Файл .md можно прочесть и в любом
        текстовом редакторе.
      </p></own-page
    > `,
  };
}
