export { htaccess } from './apache';
export { caddyRules } from './caddy';
export { HASHED_FILE, siteHeaders } from './headers';
export { headersFile } from './headers-file';
export { nginxRules } from './nginx';
export { formatPolicy, hostPolicy, parsePolicy, policyOfPage, type Policy } from './policy';
