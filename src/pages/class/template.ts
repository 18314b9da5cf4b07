import { html } from '../../guide/html';
import type { PageContent } from '../document';

/** The teacher's page: a shell for `<class-page>`, which works only with scripts. */
export function renderClassPage(): PageContent {
  return {
    path: 'class/',
    title: 'Памятки для класса · Памятка',
    description:
      'Вставьте список класса и напечатайте памятки с кодами приглашения. Список не покидает компьютер.',
    kind: 'class-page',
    body: html`<h1>Памятки для класса</h1>
      <p>
        Вставьте список — проверьте — напечатайте лист для каждой семьи. Список
        остаётся на этом компьютере: страница никуда его не отправляет и забывает, когда вы её закроете, — если вы
        не сохраните его под секретной фразой.
      </p>
      <class-page
        ><p class="note warning">
          Эта страница работает только с включённым JavaScript. Памятки по шагам открываются и без
          него: <a href="../">все памятки</a>.
        </p></class-page
      > `,
  };
}
