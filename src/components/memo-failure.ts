import { MemoError } from '../memo';
import * as words from '../messages/ru/memo';

/** What a teacher reads when no memo was made. */
export function describeFailure(error: unknown): string {
  if (error instanceof MemoError) return error.message;
  return words.memosFailed;
}
