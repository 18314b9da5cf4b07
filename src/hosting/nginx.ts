import { ASK_EACH_TIME, HASHED_FILE, KEEP_FOREVER, RARE_TYPES, siteHeaders } from './headers';

/**
 * What an nginx `server` includes. nginx drops the headers of a level where a deeper one adds any,
 * so each `location` repeats them.
 * @param base path of the site on its host, from slash to slash
 */
export function nginxRules(policy: string, base: string): string {
  const headers = (cache: string, indent: string): string =>
    Object.entries({ ...siteHeaders(policy), 'Cache-Control': cache })
      .map(([name, value]) => `${indent}add_header ${name} "${value}" always;\n`)
      .join('');
  return `# Памятка: написано сборкой. Меняется с каждой версией: скопируйте снова и перезагрузите nginx.
#   cp dist-hosting/nginx.conf /etc/nginx/snippets/pamyatka.conf && nginx -t && nginx -s reload
# В server { … } вашего сайта, где root ведёт ${base === '/' ? 'в папку Памятки' : `в папку, в которой лежит ${base}`}:
#   include snippets/pamyatka.conf;

${withoutSlash(base)}location ${base} {
  index index.html;
  charset utf-8;
  absolute_redirect off;
  error_page 404 ${base}404.html;
  # Сжатые заранее файлы лежат рядом: index.html.gz, index.html.br.
  gzip_static on;
  gzip_vary on;
  # Для brotli поставьте модуль (в Debian — libnginx-mod-http-brotli-static) и уберите решётку:
  # brotli_static on;
${headers(ASK_EACH_TIME, '  ')}
  location ~ "${HASHED_FILE}" {
${headers(KEEP_FOREVER, '    ')}  }
${Object.entries(RARE_TYPES)
  .map(
    ([extension, type]) => `
  location ~ "\\.${extension}$" {
    types { }
    default_type ${type};
${headers(ASK_EACH_TIME, '    ')}  }
`,
  )
  .join('')}}
`;
}

/** nginx' own redirect would name the scheme and port that it sees behind a proxy. */
function withoutSlash(base: string): string {
  if (base === '/') return '';
  return `location = ${base.slice(0, -1)} {
  absolute_redirect off;
  return 301 ${base};
}

`;
}
