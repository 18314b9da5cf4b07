import { MemoError } from '../memo';

/** What a teacher reads when no memo was made. */
export function describeFailure(error: unknown): string {
  if (error instanceof MemoError) return error.message;
  return 'Памятки не получились: не хватило памяти или страница устарела. Выберите один класс или откройте страницу заново — список надо будет вставить ещё раз.';
}
