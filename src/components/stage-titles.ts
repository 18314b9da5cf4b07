import type { JoinStage } from '../roster';

/** What the stages of a parent's way in are called. */
export const STAGE_TITLES: Readonly<Record<JoinStage, string>> = {
  'handed-over': 'Данные переданы',
  account: 'Учётная запись есть',
  attached: 'Ребёнок прикреплён',
  'signed-in': 'Вошёл',
  chat: 'В чате класса',
};
