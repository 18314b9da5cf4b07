import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { guidesOfRegion, svgSize, type Library, type Site, type Translation } from '../guide';
import { renderAboutPage, type LicensedPackage } from '../pages/about/template';
import { renderAuthorPage } from '../pages/author/template';
import { renderClassPage } from '../pages/class/template';
import {
  renderDocument,
  type InlineText,
  type PageAssets,
  type PageContent,
} from '../pages/document';
import { settingsOf, translationOf, type PictureSize } from '../pages/guide/setting';
import { renderGuidePage } from '../pages/guide/template';
import { helpGuide, renderHelpPage, renderTroubleshootingPage } from '../pages/help/template';
import { renderHomePage } from '../pages/home/template';
import { renderNotFoundPage } from '../pages/not-found/template';
import { renderOwnPage } from '../pages/own/template';
import { renderRequestPage } from '../pages/request/template';
import { renderRoutePage } from '../pages/route/template';
import { bundleScript, type Target } from './bundle-script';
import { licenceTexts, readLicences } from './licences';
import { loadLibrary, type GuidesPlace } from './load-library';
import { readLogo } from './logo';
import { keptPage } from './precache';
import { schoolManifest } from './school-manifest';
import { bundleLanguage, keptList } from './translated-pages';

const VIRTUAL_LIBRARY = 'virtual:library';
const VIRTUAL_FILES = 'virtual:guide-files';

/** From the project's root. */
const EARLY_TICKS = 'src/pages/guide/early-ticks.ts';

/**
 * Compiles the guides and serves them as `virtual:library`, the one form in which the class
 * page and the command line see them; and their sources as `virtual:guide-files`, among which the
 * authors' page checks a draft.
 * @throws Error listing every problem, which stops the build
 */
export function guides(place: GuidesPlace): Plugin {
  return {
    name: 'pamyatka:guides',
    resolveId: (id) => ([VIRTUAL_LIBRARY, VIRTUAL_FILES].includes(id) ? `\0${id}` : undefined),
    load(id) {
      if (id === `\0${VIRTUAL_LIBRARY}`) return jsonModule(loadLibrary(place).library);
      if (id === `\0${VIRTUAL_FILES}`) return jsonModule(sourcesOf(loadLibrary(place).files));
      return undefined;
    },
  };
}

/** Engines read JSON faster than a literal of that size. */
function jsonModule(value: unknown): string {
  return `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});`;
}

/** Of the pictures the compiler wants to know that they are there. */
function sourcesOf(files: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries(
    [...files].map(([path, text]) => [path, path.endsWith('.svg') ? '' : text]),
  );
}

/**
 * Writes every page as a complete static HTML document, with the scripts that this build made:
 * once with its styles for the network, once without them for the service worker to keep.
 */
export function site(place: GuidesPlace): Plugin {
  let root = '';
  let target: Target;
  return {
    name: 'pamyatka:site',
    configResolved(config) {
      root = config.root;
      target = config.build.target;
    },
    async generateBundle(_options, bundle) {
      // Older than the target of the modules, since it is what remains where they do not run.
      const earlyTicks = inline(
        await bundleScript(EARLY_TICKS, { format: 'iife', target: 'es2015' }),
      );
      const { library, translations, files } = loadLibrary(place);
      const school = library.site && schoolOf(library.site, place.site ?? '');
      const packages = readLicences(root);
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source: licenceTexts(packages) });
      const pictureSize: PictureSize = (path) => {
        const size = svgSize(files.get(path) ?? '');
        if (!size) throw new Error(`${path}: у рисунка нет width и height в целых числах.`);
        return size;
      };
      for (const [path, source] of files) {
        if (path.endsWith('.svg')) this.emitFile({ type: 'asset', fileName: path, source });
      }
      if (library.site) {
        const fileName = 'manifest.webmanifest';
        const source = readFileSync(join(root, 'public', fileName), 'utf8');
        this.emitFile({ type: 'asset', fileName, source: schoolManifest(source, library.site) });
      }
      if (school?.logo) {
        this.emitFile({ type: 'asset', fileName: school.logo.path, source: school.logo.bytes });
      }
      const scriptOf = new Map<string, { path: string; code: string }>();
      for (const { language } of translations) {
        const script = await bundleLanguage(language, target);
        this.emitFile({ type: 'asset', fileName: script.path, source: script.code });
        scriptOf.set(language, script);
      }
      for (const { entry, page } of allPages(library, translations, pictureSize, packages)) {
        const { stylesheets, ...scripts } = assetsOf(bundle, entry);
        const styles = inline(stylesheets.map((path) => assetText(bundle[path])).join(''));
        const translated = scriptOf.get(page.language?.current ?? '');
        if (translated) {
          const { path, code } = translated;
          const assets = { styles, script: path, preloads: [], inlineScript: earlyTicks };
          const fileName = `${page.path}index.html`;
          const source = renderDocument(page, assets, school);
          this.emitFile({ type: 'asset', fileName, source });
          const kept = [
            { path: fileName, source },
            { path, source: code },
          ];
          this.emitFile({ type: 'asset', ...keptList(fileName, kept) });
          continue;
        }
        const emit = (fileName: string, assets: PageAssets): void => {
          this.emitFile({ type: 'asset', fileName, source: renderDocument(page, assets, school) });
        };
        const fileName = page.path.endsWith('.html') ? page.path : `${page.path}index.html`;
        emit(fileName, {
          ...scripts,
          styles,
          ...(entry === 'guide' && { inlineScript: earlyTicks }),
        });
        emit(keptPage(fileName), { ...scripts, styles: { paths: stylesheets } });
      }
    },
  };
}

function schoolOf({ name, accent, logo }: Site, folder: string) {
  return {
    name,
    ...(accent !== undefined && { colour: accent }),
    ...(logo !== undefined && { logo: readLogo(folder, logo) }),
  };
}

/** Pages with the names of their entry scripts. */
function allPages(
  library: Library,
  translations: readonly Translation[],
  pictureSize: PictureSize,
  packages: readonly LicensedPackage[],
): { entry: string; page: PageContent }[] {
  return [
    { entry: 'home', page: renderHomePage(library) },
    { entry: 'plain', page: renderHelpPage(library) },
    { entry: 'transfer', page: renderAboutPage(library, packages) },
    { entry: 'plain', page: renderNotFoundPage(library) },
    { entry: 'class', page: renderClassPage() },
    { entry: 'author', page: renderAuthorPage(library) },
    { entry: 'own', page: renderOwnPage() },
    ...library.regions.flatMap((region) => [
      { entry: 'route', page: renderRoutePage(region, library, translations) },
      ...(region.request
        ? [
            {
              entry: 'request',
              page: renderRequestPage(region, region.request, helpGuide(region, library)),
            },
          ]
        : []),
      ...settingsOf(region, library, translations, pictureSize).flatMap((setting) =>
        guidesOfRegion(library, region)
          .filter((guide) => setting.language === 'ru' || translationOf(setting, guide))
          .map((guide) => ({
            entry: 'guide',
            page:
              guide.id === region.help
                ? renderTroubleshootingPage(guide, setting)
                : renderGuidePage(guide, setting),
          })),
      ),
    ]),
  ];
}

/** The entry's script, with the scripts and stylesheets that it needs, in loading order. */
function assetsOf(
  bundle: Rolldown.OutputBundle,
  entry: string,
): Omit<PageAssets, 'styles'> & { stylesheets: string[] } {
  const preloads = new Set<string>();
  const styles = new Set<string>();
  const visit = (chunk: Rolldown.OutputChunk): void => {
    for (const imported of chunk.imports) {
      const output = bundle[imported];
      if (preloads.has(imported) || output?.type !== 'chunk') continue;
      preloads.add(imported);
      visit(output);
    }
    chunk.viteMetadata?.importedCss.forEach((css) => styles.add(css));
  };
  const chunk = Object.values(bundle).find(
    (output): output is Rolldown.OutputChunk =>
      output.type === 'chunk' && output.isEntry && output.name === entry,
  );
  if (!chunk) throw new Error(`The build has no entry «${entry}».`);
  visit(chunk);
  return { script: chunk.fileName, preloads: [...preloads], stylesheets: [...styles] };
}

function inline(text: string): InlineText {
  return { text, hash: `sha256-${createHash('sha256').update(text).digest('base64')}` };
}

function assetText(output: Rolldown.OutputBundle[string] | undefined): string {
  if (output?.type !== 'asset') return '';
  return typeof output.source === 'string'
    ? output.source.trim()
    : new TextDecoder().decode(output.source).trim();
}
