import type { Library } from '../../guide';
import { html } from '../../guide/html';
import { renderContacts, sharedContacts } from '../contacts';
import type { PageContent } from '../document';

/** Shown for an address that is not there, and offline for one that was never kept. */
export function renderNotFoundPage(library: Library): PageContent {
  return {
    path: '404.html',
    title: 'Страницы нет · Памятка',
    description: 'Такой страницы нет, или её нельзя открыть без интернета.',
    kind: 'not-found-page',
    isShownAnywhere: true,
    body: html`<h1>Такой страницы нет</h1>
      <p>
        Возможно, в адресе опечатка. А если интернета сейчас нет, эта страница откроется, когда он
        появится.
      </p>
      <p><a class="button" href="./">Ко всем памяткам</a></p>
      ${renderContacts(sharedContacts(library))}`,
  };
}
