import { audit, type Finding } from '../roster';
import { readArguments } from './command';
import { readList } from './read-list';

const SEVERITY_WORDS = { error: 'ошибка', warning: 'внимание', question: 'вопрос' };

/**
 * `pamyatka audit LIST [--json]`
 * @returns 0 without errors, 1 with errors
 * @throws UsageError for a list that cannot be read
 */
export async function auditCommand(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(
    args,
    { json: { type: 'boolean', default: false } },
    { least: 1, most: 1 },
  );
  const { roster } = await readList(positionals[0] ?? '');
  const { findings, notes } = audit(roster, { today: new Date() });
  for (const note of notes) process.stderr.write(`${note}\n`);
  process.stdout.write(
    values.json
      ? `${JSON.stringify(findings.map(publish), null, 1)}\n`
      : findings.map(describe).join(''),
  );
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  process.stderr.write(
    errors === 0
      ? 'Ошибок нет.\n'
      : `Ошибок: ${String(errors)}, строк: ${String(roster.rows.length)}.\n`,
  );
  return errors === 0 ? 0 : 1;
}

/** The key serves the page, where findings are resolved. */
function publish({ key: _, ...contract }: Finding): Omit<Finding, 'key'> {
  return contract;
}

function describe({ line, severity, message, steps }: Finding): string {
  const mending = steps.map((step, index) => `    ${String(index + 1)}. ${step}\n`).join('');
  return `Строка ${String(line)}, ${SEVERITY_WORDS[severity]}: ${message}\n${mending}`;
}
