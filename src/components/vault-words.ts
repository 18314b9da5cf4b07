import { StorageError } from '../storage/storage-error';
import { VaultError } from '../storage/vault';

/** What went wrong with keeping a list, in Russian, and what to do. */
export function wordsFor(error: unknown): string {
  if (error instanceof VaultError) return error.message;
  if (!(error instanceof StorageError)) {
    return 'Не получилось: не хватило памяти или страница устарела. Список на странице цел. Сохраните копию в файл или обновите браузер.';
  }
  if (error.fault === 'unavailable') {
    return 'Браузер запретил сайту хранить данные. Разрешите их в настройках или сохраните копию в файл.';
  }
  return error.cause instanceof Error && error.cause.name === 'QuotaExceededError'
    ? 'Не сохранилось: на диске мало места. Список на странице цел. Освободите место или сохраните копию в файл.'
    : 'Не получилось: на диске мало места или мешает другое окно Памятки. Закройте другие окна и попробуйте ещё раз. Список на странице цел, его копию можно сохранить в файл.';
}
