import { ASK_EACH_TIME, HASHED_FILE, KEEP_FOREVER, RARE_TYPES, siteHeaders } from './headers';

/** A snippet for a Caddyfile: `import` takes it into a site, at its root or under a path. */
export function caddyRules(policy: string, base: string): string {
  const folder = base.slice(0, -1);
  const use =
    folder === ''
      ? `#   школа.example {
#     root * /srv/pamyatka
#     import pamyatka
#   }`
      : `#   школа.example {
#     redir ${folder} ${base}
#     handle_path ${base}* {
#       root * /srv/pamyatka
#       import pamyatka
#     }
#   }`;
  return `# Памятка: написано сборкой. Меняется с каждой версией: скопируйте снова и перезагрузите Caddy.
#   cp dist-hosting/Caddyfile /etc/caddy/pamyatka.caddy && systemctl reload caddy
# В /etc/caddy/Caddyfile:
#   import /etc/caddy/pamyatka.caddy
${use}

(pamyatka) {
	header {
${Object.entries(siteHeaders(policy))
  .map(([name, value]) => `\t\t${name} "${value}"\n`)
  .join('')}	}
	@hashed {
		path_regexp ${HASHED_FILE}
		file
	}
	@others not {
		path_regexp ${HASHED_FILE}
		file
	}
	header @others Cache-Control "${ASK_EACH_TIME}"
	header @hashed Cache-Control "${KEEP_FOREVER}"
${Object.entries(RARE_TYPES)
  .map(
    ([extension, type]) =>
      `	@${extension} path *.${extension}\n	header @${extension} Content-Type ${type}\n`,
  )
  .join('')}
	@missing not file {path} {path}/index.html
	handle @missing {
		rewrite * /404.html
		file_server {
			status 404
		}
	}
	handle {
		file_server {
			precompressed br gzip
		}
	}
}
`;
}
