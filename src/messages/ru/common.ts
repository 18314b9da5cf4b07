/** Buttons and words that mean the same wherever they stand. */

export const save = 'Сохранить';
export const remove = 'Удалить';
export const keep = 'Оставить';
export const notNow = 'Не надо';
export const gotIt = 'Понятно';
export const noName = 'без имени';
export const open = 'Открыть';
export const cancel = 'Отменить';

export const unverified = 'Не проверено школой';
