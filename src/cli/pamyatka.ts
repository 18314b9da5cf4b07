import { auditCommand } from './audit-command';
import { checkCommand } from './check-command';
import { UsageError } from './command';
import { guidesCommand } from './guides-command';
import { MEMO_LAYOUTS } from '../memo';
import { memoCommand } from './memo-command';
import { newCommand } from './new-command';

const USAGE = `Памятка: листы для родителей и проверка списка класса.

  pamyatka memo СПИСОК -o ФАЙЛ.pdf [--layout ${MEMO_LAYOUTS.join('|')}]
                [--guide РЕГИОН/ПАМЯТКА] [--school НАЗВАНИЕ] [--app-url АДРЕС]
                [--heading ТЕКСТ] [--note ТЕКСТ] [--deadline ТЕКСТ] [--without КОНТАКТ]…
                [--only incomplete] [--large] [--siblings] [--for-whom ИМЯ=КОГО]…
                [--save-paper] [--both-sides]
      Делает PDF с памятками для семей из списка (CSV или XLSX).
      --heading, --note     свой заголовок; заметка для родителей
      --deadline "до 1 сентября"  срок
      --without sd.72to.ru  не печатать этот контакт
      --large       крупный шрифт
      --siblings    дети одного родителя — на одном листе
      --for-whom "Лю Вэй=Лю Вэя"  как написать имя после «для»; пусто — без имени
      --save-paper  самый плотный вид, который ещё легко читать
      --both-sides  для печати с двух сторон: оборот — той же семьи

  pamyatka memo СПИСОК… -o ПАПКА [--by-class] [те же слова]
      Файл PDF на каждый класс: из многих списков или, с --by-class, из одного.

  pamyatka memo -o ФАЙЛ.pdf --layout checklist --guide РЕГИОН/ПАМЯТКА
                [--if УСЛОВИЕ]… [--done ШАГ,ШАГ] [--large]
      Печатает памятку чек-листом, список не нужен. Условия — как в памятках:
      --if "age<14" --if device=android. --done отмечает сделанные шаги.

  pamyatka audit СПИСОК [--json]
      Находит в списке ошибки, из-за которых родитель не сможет войти.
      Код выхода: 0 — ошибок нет, 1 — есть, 2 — список не прочитан.

  pamyatka guides [ПАПКА]
      Проверяет памятки или папку школы. Код выхода: 0 — всё верно, 1 — есть ошибки.

  pamyatka new ПАПКА
      Заводит папку школы: название, цвет, логотип, свой регион и памятка.
      Собирать с ней: PAMYATKA_SITE=ПАПКА npm run build (и npm ci — для команды).

  pamyatka check АДРЕС [--json]
      Проверяет опубликованный сайт: HTTPS, заголовки, сжатие, все файлы.
      Код выхода: 0 — ошибок нет, 1 — есть, 2 — сайт не отвечает.
`;

const COMMANDS: Record<string, (args: string[]) => number | Promise<number>> = {
  memo: memoCommand,
  audit: auditCommand,
  guides: guidesCommand,
  check: checkCommand,
  new: newCommand,
};

async function main([name = '', ...args]: string[]): Promise<number> {
  if (['', 'help', '--help', '-h'].includes(name)) {
    process.stdout.write(USAGE);
    return name === '' ? 2 : 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    process.stderr.write(`Нет такой команды: «${name}».\n\n${USAGE}`);
    return 2;
  }
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(USAGE);
    return 0;
  }
  try {
    return await command(args);
  } catch (error) {
    // 1 would say that the list or the guides have errors.
    process.stderr.write(
      error instanceof UsageError
        ? `${error.message}\n`
        : `Внутренняя ошибка, расскажите о ней авторам:\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    return 2;
  }
}

// Who reads only the beginning («| head») has closed the pipe: no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await main(process.argv.slice(2));
