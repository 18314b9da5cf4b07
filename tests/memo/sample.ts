import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { compileGuide, type Contact, type Guide, type Region } from '../../src/guide';
import { FIELDS, type FieldName, type Roster } from '../../src/roster/roster';
import { familiesOf, type MemoFamily, type MemoRequest } from '../../src/memo';

const SOURCE = `---
title: Электронный дневник и код приглашения
system: КИАСУО
region: krasnoyarsk
audience: [parent, pupil]
site: https://pwa.kiasuo.ru/
source: образец для проверки
verified: 2026-11-22
status: current
---

## Установите приложение {#install} {memo}

- [ ] Откройте [pwa.kiasuo.ru](https://pwa.kiasuo.ru/) в браузере Google Chrome {#open}

  Из другого браузера приложение не установить.

- [ ] Нажмите ⋮ → «Добавить на гл. экран» {#add-to-screen} {if: device=android}

## Добавьте ребёнка {#add-child} {memo} {per-child}

> [!WARNING]
> Код вводят только один раз.

- [ ] Нажмите ☰ → «Профиль пользователя» → «Приглашения» {#invitations} {if: access=code}

- [ ] Введите фамилию, имя ребёнка и код приглашения {#enter-code} {if: access=code}

- [ ] Проверьте, что открылся дневник ребёнка {#check}

## Для учителя {#for-teacher} {memo} {if: role=teacher}

- [ ] Найдите коды приглашения {#find-codes}

## Не для памятки {#not-printed}

- [ ] Прочитайте подробности {#read}
`;

export const CONTACTS: Contact[] = [
  {
    id: 'federal',
    name: 'Поддержка «Моей школы»',
    serves: 'вход через Госуслуги и «Моя школа», вся Россия',
    audience: ['parent'],
    phone: '8-800-100-70-10',
    phoneNote: 'звонок по России бесплатный',
    email: 'myschool@gosuslugi.ru',
    steps: [],
  },
  {
    id: 'tyumen',
    name: 'Портал техподдержки',
    serves: '«Электронная школа» и учёт питания в Тюменской области',
    audience: ['parent'],
    site: 'https://sd.72to.ru/',
    steps: [],
  },
];

const REGION: Region = {
  id: 'krasnoyarsk',
  title: 'Красноярский край',
  where: 'в Красноярском крае',
  route: {},
  memo: 'krasnoyarsk/kiasuo',
  contacts: CONTACTS,
  memoContacts: CONTACTS,
  sites: ['https://pwa.kiasuo.ru/'],
};

const GUIDE = compile(SOURCE);

/** The sample guide with this many steps more, each with a detail. */
export function guideWithSteps(count: number): Guide {
  const steps = Array.from(
    { length: count },
    (_, index) =>
      `- [ ] Сделайте шаг номер ${String(index + 1)} {#step-${String(index + 1)}}\n\n  Подробность шага: откройте раздел и внимательно прочитайте, что в нём написано.\n`,
  );
  return compile(`${SOURCE}\n## Много шагов {#many} {memo}\n\n${steps.join('\n')}`);
}

function compile(source: string): Guide {
  const { guide, problems } = compileGuide(source, {
    file: 'krasnoyarsk/kiasuo.md',
    regions: ['krasnoyarsk'],
    contacts: [],
  });
  if (!guide) throw new Error(problems.map(({ message }) => message).join('\n'));
  return guide;
}

export function request(changes: Partial<MemoRequest> = {}): MemoRequest {
  return {
    layout: 'page',
    guide: GUIDE,
    region: REGION,
    families: [family()],
    usesInviteCodes: true,
    school: 'МАОУ «Средняя школа № 4» г. Ишима',
    contacts: CONTACTS,
    ...changes,
  };
}

export function family(changes: Partial<MemoFamily> = {}): MemoFamily {
  return {
    line: 2,
    className: '4А',
    childName: 'Александрова Виктория Владимировна',
    parentName: 'Александрова Светлана Викторовна',
    inviteCode: 'HGKMDTWQ',
    access: 'code',
    ...changes,
  };
}

export function row(line: number, values: Partial<Record<FieldName, string>>): Roster['rows'][0] {
  const empty = Object.fromEntries(FIELDS.map((field) => [field, '']));
  return { line, values: { ...(empty as Record<FieldName, string>), ...values } };
}

/** A list of tests/fixtures, whose columns stand in the order of the fields. */
export function fixtureFamilies(name: string, encoding: string): MemoFamily[] {
  const bytes = readFileSync(resolve(import.meta.dirname, '../fixtures', name));
  const [, ...lines] = new TextDecoder(encoding).decode(bytes).trim().split(/\r?\n/);
  const rows = lines.map((line, index) => {
    const cells = line.split(';');
    return row(index + 2, Object.fromEntries(FIELDS.map((field, at) => [field, cells[at] ?? ''])));
  });
  return familiesOf({ columns: [...FIELDS], rows });
}
