import type { FindingSeverity } from '../roster';

/** What a finding's severity is called. */
export const SEVERITY_WORDS: Readonly<Record<FindingSeverity, string>> = {
  error: 'Ошибка',
  warning: 'Внимание',
  question: 'Вопрос',
};
