/** What a new guide can begin as. */
export type TemplateKind = 'steps' | 'conditions' | 'troubleshooting' | 'teacher' | 'empty';

export const TEMPLATE_TITLES: Record<TemplateKind, string> = {
  steps: 'Чек-лист для семьи',
  conditions: 'Чек-лист с условиями и детьми',
  troubleshooting: 'Не получается: признак, причина, что сделать',
  teacher: 'Чек-лист для учителя',
  empty: 'Пустую памятку',
};

/**
 * A guide without mistakes, to be rewritten.
 * @param region folder of the region
 * @param today ISO date
 */
export function newGuide(kind: TemplateKind, region: string, today: string): string {
  const audience = kind === 'teacher' ? 'teacher' : 'parent';
  return `---
title: Что получится у читателя
system: Название сервиса
region: ${region}
audience: [${audience}]
minutes: 10
source: название документа школы
verified: ${today}
status: current
${kind === 'troubleshooting' ? 'kind: troubleshooting\n' : ''}---

${BODIES[kind]}`;
}

const STEPS = `## Первый раздел {#first-section}

- [ ] Откройте сайт школы {#open-site}

  Подробности стоят под шагом, с отступом в два пробела.

- [ ] Нажмите «Вход» {#press-sign-in}

> [!WARNING]
> Чего нельзя делать.
`;

const BODIES: Record<TemplateKind, string> = {
  steps: STEPS,
  teacher: STEPS,
  empty: '',
  conditions: `## Войдите сами {#sign-in}

- [ ] Установите приложение школы {#install} {if: device=android}

- [ ] Откройте сайт школы {#open-site} {if: device!=android}

> [!NOTE] {if: account=none|simple}
> Сначала подтвердите учётную запись на Госуслугах.

## Добавьте ребёнка {#add-child} {per-child}

- [ ] Введите код приглашения {#enter-code} {if: access=code} {needs: code}

  Код выдаёт классный руководитель.

- [ ] Возьмите согласие на бумаге {#consent} {if: age<14}
`,
  troubleshooting: `## Признак словами читателя {#first-symptom}

**Почему.** Причина одним предложением.

**Кто исправит.** Классный руководитель.

- [ ] Проверьте номер телефона {#check-phone}
`,
};
