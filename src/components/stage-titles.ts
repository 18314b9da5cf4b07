import * as words from '../messages/ru/class-joined';
import type { JoinStage } from '../roster';

/** What the stages of a parent's way in are called. */
export const STAGE_TITLES: Readonly<Record<JoinStage, string>> = {
  'handed-over': words.stageHandedOver,
  account: words.stageAccount,
  attached: words.stageAttached,
  'signed-in': words.stageSignedIn,
  chat: words.stageChat,
};
