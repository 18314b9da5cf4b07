import { html, Html } from '../guide/html';
import { messagesOf } from '../messages/catalogues';

/** What every page shares with the build. */
export interface PageAssets {
  styles: InlineText | LinkedStyles;
  /** What runs with the first paint. */
  inlineScript?: InlineText;
  /** Path of the entry script from the site's root. */
  script: string;
  /** Paths of the scripts that the entry imports. */
  preloads: readonly string[];
}

/** For the network: a file of its own would cost a first visit one more round trip. */
export interface InlineText {
  /** Minified. */
  text: string;
  /** The policy's word for it: `sha256-…` of every character. */
  hash: string;
}

/** For the cache: kept once, not once a page. Paths from the site's root. */
export interface LinkedStyles {
  paths: readonly string[];
}

export interface PageContent {
  /** From the site's root, ending in `/` or `.html`; '' for the home page. */
  path: string;
  title: string;
  description: string;
  body: Html;
  /** Where «Помощь» leads, from the site's root; the general help page when absent. */
  help?: string;
  /** Class of `<body>`. */
  kind: string;
  /** A host shows it under addresses of any depth. */
  isShownAnywhere?: true;
  /** In which language it is, and where it lies in others; absent: in Russian alone. */
  language?: PageLanguage;
  /** It shows pictures that were made or opened on the device. */
  showsOwnPictures?: true;
}

/** Codes of ISO 639. */
export interface PageLanguage {
  current: string;
  /** Addresses of the same page from the page itself, its own included. */
  all: ReadonlyMap<string, string>;
}

/** Whose site it is, where a school has made the product its own. */
export interface School {
  name: string;
  /** `#rrggbb`, of the browser's bar. */
  colour?: string;
  logo?: { path: string; width: number; height: number };
}

/** The way from a page back to the site's root: `../../` for `krasnoyarsk/kiasuo/`. */
export function rootOf(path: string): string {
  return '../'.repeat(path.split('/').length - 1) || './';
}

/**
 * The policy of promise 1: own origin only, no script but the page's, no string that becomes code.
 * Hosts get the same as headers, with what a meta element cannot say.
 */
function contentSecurityPolicy(
  { showsOwnPictures }: PageContent,
  { styles, inlineScript }: PageAssets,
): Html {
  const directives = [
    "default-src 'none'",
    `script-src 'self'${inlineScript ? ` '${inlineScript.hash}'` : ''}`,
    // The word of `components/style-nonce.ts`.
    `style-src 'self' 'nonce-lit'${'hash' in styles ? ` '${styles.hash}'` : ''}`,
    `img-src 'self'${showsOwnPictures ? ' data: blob:' : ''}`,
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html pamyatka',
  ];
  // Its quotes need no entities between double ones, and every page has a dozen pairs.
  return new Html(directives.join('; '));
}

/** The whole HTML of a page. */
export function renderDocument(page: PageContent, assets: PageAssets, school?: School): string {
  const root = rootOf(page.path);
  const language = page.language?.current ?? 'ru';
  const words = messagesOf(language);
  return html`<!doctype html>
    <html lang="${language}" data-root="${root}">
      <head>
        <meta charset="utf-8" />
        <meta
          http-equiv="Content-Security-Policy"
          content="${contentSecurityPolicy(page, assets)}"
        />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <title>${page.title}</title>
        ${
          // For those who look for a page or share it; no use to a device that keeps it.
          'text' in assets.styles && html`<meta name="description" content="${page.description}" />`
        }${renderAlternates(page.language)}
        <meta name="referrer" content="no-referrer" />
        <meta name="format-detection" content="telephone=no" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="${school?.colour ?? '#1d4f91'}" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#141a1f" media="(prefers-color-scheme: dark)" />
        ${renderStyles(assets.styles, root)}
        <link rel="icon" href="${root}icons/icon.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="${root}icons/apple-touch-icon.png" />
        <link rel="manifest" href="${root}manifest.webmanifest" />
        ${renderScripts(page, assets)}
        </head>
      <body class="${page.kind}">
        <a class="skip" href="#page-main">${words.skipToContent}</a>
        <header class="page-head">
          <a class="brand" href="${root}">${renderLogo(school, root)} ${words.appName}</a>
          <nav aria-label="${words.mainNavigation}"><a href="${root}${page.help ?? 'help/'}">${words.help}<span>${words.helpAndContacts.slice(words.help.length)}</span></a></nav>${school && html`<p class="school-name">${school.name}</p>`}
        </header>
        <main id="page-main">${page.body}</main>
        ${assets.inlineScript && new Html(`<script>${assets.inlineScript.text}</script>`)}
        <footer class="page-foot">
          <p>
            <a href="${root}">${words.allGuides}</a> · <a href="${root}help/">${words.helpAndContacts}</a> ·
            <a href="${root}class/">${words.forTeacher}</a> ·
            <a href="${root}about/">${words.aboutApp}</a>
          </p>
        </footer>
        <app-status></app-status>
      </body>
    </html> `.source;
}

function renderAlternates(language: PageLanguage | undefined): Html {
  return html`${[...(language?.all ?? [])].map(
    ([code, href]) => html`<link rel="alternate" hreflang="${code}" href="${href}" />`,
  )}`;
}

function renderLogo(school: School | undefined, root: string): Html {
  if (!school?.logo) return MARK;
  const { path, width, height } = school.logo;
  return html`<img class="school-logo" src="${root}${path}" alt="" width="${width}" height="${height}" />`;
}

/** How far below the site's root an address that is not there may lie and still get its links right. */
const DEPTHS = [0, 1, 2, 3, 4, 5];

function renderScripts({ path, isShownAnywhere }: PageContent, assets: PageAssets): Html {
  if (isShownAnywhere) {
    return html`${DEPTHS.map(
      (depth) =>
        html`<script
          type="module"
          src="${depth === 0 ? './' : '../'.repeat(depth)}${assets.script}"
        ></script> `,
    )}`;
  }
  const root = rootOf(path);
  return html`${assets.preloads.map(
    (preload) => html`<link rel="modulepreload" href="${root}${preload}" /> `,
  )}<script type="module" src="${root}${assets.script}"></script>`;
}

function renderStyles(styles: PageAssets['styles'], root: string): Html {
  // No space between the tags and the styles: the policy's hash does not count any.
  if ('text' in styles) return new Html(`<style>${styles.text}</style>`);
  return html`${styles.paths.map((path) => html`<link rel="stylesheet" href="${root}${path}" />`)}`;
}

/** A ticked square of the notebook's grid. */
const MARK = new Html(
  '<svg class="mark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><path d="M0 6h24M0 18h24M6 0v24M18 0v24" class="mark-grid"/><path d="M6 6h12v12H6z" class="mark-box"/><path d="m8.5 12 3 3 8-10" class="mark-tick"/></svg>',
);
