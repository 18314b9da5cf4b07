/** What the editor inserts and a new guide begins with: samples to be rewritten. */

// author-inserts
export const buttonStep = 'Нажмите «Кнопка»';
export const sectionTitle = 'Название раздела';
export const warningText = 'Чего нельзя делать.';
export const pictureDescription = 'Что нарисовано';
export const menuTrail = '☰ → «Раздел» → «Кнопка»';
export const menuTrailStart = 'Раздел';

// author-language
export const sectionSample = '## Название {#imya}';
export const sectionMeaning = 'раздел; имя — латиницей, навсегда';
export const stepSample = '- [ ] Откройте сайт {#open-site}';
export const stepMeaning =
  'шаг: глагол, одно действие; подробности — ниже, с отступом в два пробела';
export const ifMeaning = 'только для тех, кому подходит; стоит в конце строки шага или раздела';
export const perChildMeaning = 'делается для каждого ребёнка';
export const memoMeaning = 'печатать в короткой памятке для семьи';
export const formerIdMeaning = 'раньше шаг назывался так: галочки не пропадут';
export const noteMeaning =
  'заметка; бывают NOTE, TIP, IMPORTANT, WARNING, CAUTION; текст — со следующей строки, после «> »';
export const menuTrailMeaning = 'путь по меню';
export const pictureSample = '![Что нарисовано](pictures/menu.svg)';
export const pictureMeaning = 'рисунок отдельным абзацем';
export const linkSample = '[Госуслуги](../common/gosuslugi.md)';
export const linkMeaning = 'ссылка на другую памятку';
export const marks = 'Пометки';

// author-templates
export const kindSteps = 'Чек-лист для семьи';
export const kindConditions = 'Чек-лист с условиями и детьми';
export const kindTroubleshooting = 'Не получается: признак, причина, что сделать';
export const kindTeacher = 'Чек-лист для учителя';
export const kindEmpty = 'Пустую памятку';

export const titleSample = 'Что получится у читателя';
export const systemSample = 'Название сервиса';
export const sourceSample = 'название документа школы';
export const stepsBody = `## Первый раздел {#first-section}

- [ ] Откройте сайт школы {#open-site}

  Подробности стоят под шагом, с отступом в два пробела.

- [ ] Нажмите «Вход» {#press-sign-in}

> [!WARNING]
> Чего нельзя делать.
`;
export const conditionsBody = `## Войдите сами {#sign-in}

- [ ] Установите приложение школы {#install} {if: device=android}

- [ ] Откройте сайт школы {#open-site} {if: device!=android}

> [!NOTE] {if: account=none|simple}
> Сначала подтвердите учётную запись на Госуслугах.

## Добавьте ребёнка {#add-child} {per-child}

- [ ] Введите код приглашения {#enter-code} {if: access=code} {needs: code}

  Код выдаёт классный руководитель.

- [ ] Возьмите согласие на бумаге {#consent} {if: age<14}
`;
export const troubleshootingBody = `## Признак словами читателя {#first-symptom}

**Почему.** Причина одним предложением.

**Кто исправит.** Классный руководитель.

- [ ] Проверьте номер телефона {#check-phone}
`;
