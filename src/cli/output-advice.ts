const ADVICE: Record<string, string> = {
  EACCES: 'Нет прав на запись в эту папку.',
  EBUSY: 'Он открыт в другой программе: закройте его.',
  EEXIST: 'Это файл, а для многих файлов нужна папка.',
  EISDIR: 'Это папка: назовите файл.',
  ENAMETOOLONG: 'Имя слишком длинное.',
  ENOENT: 'Такой папки нет, или ссылка никуда не ведёт.',
  ENOSPC: 'На диске нет места.',
  ENOTDIR: 'Такой папки нет.',
  EPERM: 'Нет прав, или он открыт в другой программе.',
  EPIPE: 'Его перестали читать.',
  EROFS: 'Этот диск только для чтения.',
};

/** Why a file or a folder cannot be written, in Russian, as far as the system's error tells. */
export function adviceOn(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return ADVICE[code] ?? 'Проверьте папку и имя.';
}
