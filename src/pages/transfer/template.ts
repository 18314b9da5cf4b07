import { html, type Html } from '../../guide/html';

/** How ticks get to another phone; the tool itself comes when this is opened. */
export function renderTransfer(): Html {
  return html`<details class="symptom" id="page-transfer">
    <summary>Перенести галочки на другой телефон</summary>
    <p>
      Сохраните файл на одном телефоне, перешлите его себе и загрузите на другом. Галочки сложатся,
      ни одна не пропадёт.
    </p>
    <p>
      На iPhone Памятка с экрана «Домой» и Памятка в Safari хранят галочки отдельно. Добавили значок
      позже, чем начали, — перенесите галочки так же.
    </p>
    <p class="note warning" role="alert" hidden>
      Не загрузилось: нет связи. Когда она появится, откройте это снова или обновите страницу.
    </p>
    <progress-file></progress-file>
    <noscript><p>Для этого включите JavaScript.</p></noscript>
  </details>`;
}
