import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

/**
 * Reads every guide, region file and picture below a folder.
 * @returns text by path with forward slashes: `krasnoyarsk/kiasuo.md`
 * @throws the system's error when the folder cannot be read
 */
export function readGuidesFolder(folder: string): Map<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:md|yaml|svg)$/.test(path))
    .sort();
  return new Map(
    paths.map((path) => [path.split(sep).join('/'), readFileSync(join(folder, path), 'utf8')]),
  );
}
