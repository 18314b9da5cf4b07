import { ASK_EACH_TIME, HASHED_FILE, KEEP_FOREVER, RARE_TYPES, siteHeaders } from './headers';

/** `.htaccess`: lies in the published folder and works at any address, without the host's help. */
export function htaccess(policy: string): string {
  const headers = Object.entries(siteHeaders(policy));
  return `# Памятка: написано сборкой, при обновлении заменяется. Нужны mod_headers и mod_rewrite
# и разрешение «AllowOverride All»; без них сайт работает, но без этих защит.
Options -Indexes -MultiViews
DirectoryIndex index.html
AddDefaultCharset utf-8
AddCharset utf-8 .css .js .svg .txt
AddType text/javascript .js
${Object.entries(RARE_TYPES)
  .map(([extension, type]) => `AddType ${type} .${extension}`)
  .join('\n')}

<IfModule mod_headers.c>
${headers.map(([name, value]) => `  Header always set ${name} "${value}"`).join('\n')}
  Header set Cache-Control "${ASK_EACH_TIME}"
  Header set Cache-Control "${KEEP_FOREVER}" "expr=%{REQUEST_STATUS} -eq 200 && %{REQUEST_URI} =~ m#${HASHED_FILE.replace('$', String.raw`(\.br|\.gz)?$`)}#"
</IfModule>

<IfModule mod_rewrite.c>
  RewriteEngine On
  # Папка Памятки на сайте — для страницы «Такой страницы нет».
  RewriteCond %{REQUEST_URI}::$1 ^/(.*?)(.*)::\\2$
  RewriteRule ^(.*)$ - [E=PAMYATKA_BASE:%1]
</IfModule>
ErrorDocument 404 "/%{reqenv:PAMYATKA_BASE}404.html"

# Сжатые заранее файлы лежат рядом: index.html.br, index.html.gz.
<IfModule mod_headers.c>
<IfModule mod_rewrite.c>
${[
  ['br', 'br'],
  ['gzip', 'gz'],
]
  .map(
    ([coding, extension]) => `  RewriteCond %{HTTP:Accept-Encoding} \\b${coding}\\b
  RewriteCond %{REQUEST_FILENAME}index.html.${extension} -f
  RewriteRule ^(.*/)?$ $1index.html.${extension} [L]
  RewriteCond %{HTTP:Accept-Encoding} \\b${coding}\\b
  RewriteCond %{REQUEST_FILENAME}.${extension} -f
  RewriteRule ^(.+)$ $1.${extension} [L]
  RemoveType .${extension}
  RemoveLanguage .${extension}
  AddEncoding ${coding} .${extension}`,
  )
  .join('\n')}
  # Уже сжатое второй раз не сжимать.
  SetEnvIf Request_URI "\\.(br|gz)$" no-gzip no-brotli
  Header merge Vary Accept-Encoding
</IfModule>
</IfModule>
`;
}
