import { failure, ok, type Finding } from './finding';
import { typeOf, type Answer } from './host';
import { isEmergencyWorker, keptFilesOf, type KeptFile } from './kept-files';

/** Whether `sw.js` is there, can be installed, and keeps something. */
export function checkWorker(answer: Answer | undefined): {
  findings: Finding[];
  files: KeptFile[];
} {
  const nothing = (message: string, advice: string) => ({
    findings: [failure('worker', message, advice)],
    files: [],
  });
  if (answer?.status !== 200) {
    return nothing(
      `sw.js не отдаётся (${answer?.status ?? 'нет ответа'}): без интернета Памятка работать не будет.`,
      'Загрузите sw.js в ту же папку, что и index.html; он лежит в dist/.',
    );
  }
  const type = typeOf(answer);
  if (!/^(text|application)\/javascript$/.test(type)) {
    return nothing(
      `sw.js приходит с типом «${type}», браузер его не установит.`,
      'Отдавайте файлы .js с Content-Type: text/javascript.',
    );
  }
  const text = answer.body.toString();
  const files = keptFilesOf(text);
  if (files.length > 0) {
    return { findings: [ok('worker', `sw.js на месте и хранит файлов: ${files.length}.`)], files };
  }
  return isEmergencyWorker(text)
    ? nothing(
        'Стоит аварийный sw.js: он убирает Памятку из памяти телефонов, без интернета она не работает.',
        'Когда неисправность устранена, опубликуйте обычную сборку.',
      )
    : nothing('sw.js — не от Памятки.', 'Загрузите sw.js из dist/ последним из всех файлов.');
}
