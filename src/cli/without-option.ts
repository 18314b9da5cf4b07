import type { Contact } from '../guide';
import { channelsOf } from '../memo';
import { UsageError } from './command';

/**
 * The contacts that stay after `--without sd.72to.ru`: each is named as it is printed.
 * @throws UsageError for one that the memo does not have
 */
export function withoutContacts(contacts: readonly Contact[], words: readonly string[]): Contact[] {
  const known = contacts.flatMap(channelsOf);
  const stranger = words.find((word) => !known.includes(word));
  if (stranger !== undefined) {
    throw new UsageError(
      `--without ${stranger}: такого контакта на памятке нет. Есть: ${known.join(', ')}.`,
    );
  }
  return contacts.filter((contact) => !channelsOf(contact).some((word) => words.includes(word)));
}
