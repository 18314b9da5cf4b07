/** The parts of a made-up region that tests of several kinds put their own steps into. */

export const FRONT_MATTER = `---
title: Дневник
system: Дневник
region: kray
audience: [parent]
source: Инструкция
verified: 2026-11-22
status: current
---
`;

export const CONTACTS = `
contacts:
  - id: federal
    name: Поддержка
    serves: всё
    audience: [parent]
    phone: 8-800-100-70-10
    email: a@example.ru
`;

export const REGION = `
title: Край
where: в крае
route:
  parent: [dnevnik]
memo: dnevnik
contacts: [federal]
memo-contacts: [federal]
sites: ['https://example.ru/']
`;
