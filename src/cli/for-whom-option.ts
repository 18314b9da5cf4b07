import { UsageError } from './command';

/**
 * Names after «для» by the name in the list, from `--for-whom "Лю Вэй=Лю Вэя"`; nothing after the
 * sign leaves the name out.
 * @throws UsageError for words without the sign
 */
export function readForWhom(words: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    words.map((one) => {
      const [name = '', ...rest] = one.split('=');
      if (name.trim() === '' || rest.length === 0) {
        throw new UsageError(`--for-whom ${one}: напишите так: --for-whom "Лю Вэй=Лю Вэя".`);
      }
      return [name.trim(), rest.join('=').trim()];
    }),
  );
}
