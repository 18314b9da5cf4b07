import { KEEP_FOREVER, siteHeaders } from './headers';

/**
 * `_headers` of Netlify and Cloudflare Pages. Both ask anew for every file unless told otherwise,
 * and would send a header of two fitting rules twice; so only the hashed files get their own.
 */
export function headersFile(policy: string): string {
  const headers = Object.entries(siteHeaders(policy));
  return `/*
${headers.map(([name, value]) => `  ${name}: ${value}\n`).join('')}
/assets/*
  Cache-Control: ${KEEP_FOREVER}
`;
}
