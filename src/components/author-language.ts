import { html, type TemplateResult } from 'lit';

const MARKS: readonly (readonly [mark: string, meaning: string])[] = [
  ['## Название {#imya}', 'раздел; имя — латиницей, навсегда'],
  [
    '- [ ] Откройте сайт {#open-site}',
    'шаг: глагол, одно действие; подробности — ниже, с отступом в два пробела',
  ],
  ['{if: age<14}', 'только для тех, кому подходит; стоит в конце строки шага или раздела'],
  ['{per-child}', 'делается для каждого ребёнка'],
  ['{memo}', 'печатать в короткой памятке для семьи'],
  ['{was: old-name}', 'раньше шаг назывался так: галочки не пропадут'],
  [
    '> [!WARNING]',
    'заметка; бывают NOTE, TIP, IMPORTANT, WARNING, CAUTION; текст — со следующей строки, после «> »',
  ],
  ['☰ → «Раздел» → «Кнопка»', 'путь по меню'],
  ['![Что нарисовано](pictures/menu.svg)', 'рисунок отдельным абзацем'],
  ['[Госуслуги](../common/gosuslugi.md)', 'ссылка на другую памятку'],
];

/** The language of guides at a glance; `guides/README.md` tells it whole. */
export function renderLanguage(): TemplateResult {
  return html`<details class="author-help">
    <summary>Пометки</summary>
    <dl>
      ${MARKS.map(
        ([mark, meaning]) =>
          html`<dt><code>${mark}</code></dt>
            <dd>${meaning}</dd>`,
      )}
    </dl>
  </details>`;
}
