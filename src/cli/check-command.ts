import { checkSite } from './check/check-site';
import { failure, type Finding } from './check/finding';
import { HostError } from './check/host';
import { readArguments, UsageError } from './command';

const SIGNS = { ok: '✓', warning: '!', error: '✗' };

/** Node's words for a certificate that no browser would take. */
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/;

/**
 * `pamyatka check URL [--json]`: whether a published site is right.
 * @returns 0, or 1 when something does not work; warnings alone are no failure
 * @throws UsageError when the address is none or nobody answers there
 */
export async function checkCommand(args: string[]): Promise<number> {
  const { positionals, values } = readArguments(
    args,
    { json: { type: 'boolean', default: false } },
    { least: 1, most: 1 },
  );
  const base = addressOf(positionals[0] ?? '');
  const findings = await findingsOf(base);
  if (values.json) process.stdout.write(`${JSON.stringify(findings, null, 2)}\n`);
  else for (const finding of findings) process.stdout.write(describe(finding));
  const count = (severity: Finding['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length;
  process.stderr.write(
    `${base} — в порядке: ${count('ok')}, предупреждений: ${count('warning')}, ошибок: ${count('error')}.\n`,
  );
  return count('error') > 0 ? 1 : 0;
}

/** People copy the address of a page, or leave the scheme and the slash out. */
function addressOf(text: string): string {
  try {
    const url = new URL(/^https?:\/\//.test(text) ? text : `https://${text}`);
    url.search = '';
    url.hash = '';
    url.pathname = url.pathname.replace(/[^/]*\.html$/, '').replace(/\/*$/, '/');
    return url.href;
  } catch {
    throw new UsageError(`«${text}» — не адрес сайта. Нужен вид https://школа.example/pamyatka/`);
  }
}

async function findingsOf(base: string): Promise<Finding[]> {
  try {
    return await checkSite(base);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    if (CERTIFICATE.test(error.code)) {
      return [
        failure(
          'https',
          `Сертификат HTTPS не годится (${error.code}): браузеры сайт не откроют.`,
          'Получите действующий сертификат на это имя; на сервере нужна вся цепочка, не только последний файл.',
        ),
      ];
    }
    throw new UsageError(
      `${base} не отвечает (${error.code}). Проверьте адрес и соединение, затем повторите.`,
    );
  }
}

function describe({ severity, message, advice }: Finding): string {
  return `${SIGNS[severity]} ${message}\n${advice === undefined ? '' : `    → ${advice}\n`}`;
}
