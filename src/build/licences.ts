import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import type { LicensedPackage } from '../pages/about/template';

const manifest = v.object({
  name: v.string(),
  version: v.optional(v.string(), ''),
  license: v.optional(v.string(), 'см. текст лицензии'),
  dependencies: v.optional(v.record(v.string(), v.string()), {}),
  devDependencies: v.optional(v.record(v.string(), v.string()), {}),
});

/** The memo's typefaces are tools of the build, and their letters are in what it makes. */
const FONTS = /^@expo-google-fonts\//;

/** The packages' own words on what a file of terms is called. */
const TERMS = /^(licen[cs]e|copying|ofl)/i;

export interface PackageTerms extends LicensedPackage {
  /** What the package's own file of terms says; '' where it has none. */
  text: string;
}

/**
 * Every package that the site may hold, with those that they need in turn, by name.
 * @param root the project's folder, with its packages installed
 * @throws Error when one is not installed
 */
export function readLicences(root: string): PackageTerms[] {
  const found = new Map<string, PackageTerms>();
  const { dependencies, devDependencies } = readManifest(root);
  const fonts = Object.keys(devDependencies).filter((name) => FONTS.test(name));
  for (const name of [...Object.keys(dependencies), ...fonts]) visit(name, root);
  return [...found.values()].sort((one, other) => (one.name < other.name ? -1 : 1));

  function visit(name: string, from: string): void {
    const folder = findPackage(name, from);
    if (found.has(folder)) return;
    const { version, license, dependencies: needs } = readManifest(folder);
    found.set(folder, { name, version, licence: license, text: readTerms(folder) });
    for (const need of Object.keys(needs)) visit(need, folder);
  }
}

/** The terms of all of them, as their licences ask to be handed on. */
export function licenceTexts(packages: readonly PackageTerms[]): string {
  return packages
    .map(({ name, version, licence, text }) => `${name} ${version}: ${licence}\n\n${text}`)
    .join(`\n${'-'.repeat(72)}\n\n`);
}

function findPackage(name: string, from: string): string {
  const folder = join(from, 'node_modules', name);
  if (existsSync(join(folder, 'package.json'))) return folder;
  if (dirname(from) === from) throw new Error(`Package «${name}» is not installed: npm install.`);
  return findPackage(name, dirname(from));
}

function readManifest(folder: string): v.InferOutput<typeof manifest> {
  const data: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return v.parse(manifest, data);
}

function readTerms(folder: string): string {
  const file = readdirSync(folder).find((name) => TERMS.test(name));
  return file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim();
}
