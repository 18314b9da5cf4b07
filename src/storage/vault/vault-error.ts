/**
 * Why a list could not be sealed or opened. `passphrase-or-damage`: the cipher gives one answer to
 * both. `newer`: whole, but written by a later version of the site.
 */
export type VaultFault =
  'passphrase-or-damage' | 'not-a-backup' | 'newer' | 'too-large' | 'no-encryption';

const MESSAGES: Record<VaultFault, string> = {
  'passphrase-or-damage':
    'Не открылось. Либо фраза не та, либо данные повреждены: шифр не даёт их различить. Проверьте раскладку и заглавные буквы. Если фраза точно верна, возьмите другую копию файла.',
  'not-a-backup':
    'Это не файл списка Памятки. Выберите файл, имя которого кончается на «.pamyatka».',
  newer:
    'Этот список сохранила более новая версия Памятки (или его начало повреждено). Обновите страницу и откройте его ещё раз.',
  'too-large':
    'Список слишком велик, чтобы сохранить или открыть его здесь. Разделите его по классам.',
  'no-encryption':
    'Сохранить или открыть список здесь нельзя: адрес страницы начинается с http://, а шифровать браузер разрешает только страницам с https://. Откройте Памятку по адресу с https://.',
};

/** The one error of this folder, with a Russian message that says what to do. */
export class VaultError extends Error {
  override name = 'VaultError';
  readonly reason: VaultFault;

  constructor(reason: VaultFault, cause?: unknown) {
    super(MESSAGES[reason], { cause });
    this.reason = reason;
  }
}
