import * as v from 'valibot';
import { tooLittleContrast } from './accent';
import type { Problem, Site } from './guide';
import { contactSchema, toContact } from './region';
import { lineOf, problemAt, readYaml } from './yaml';

const text = v.pipe(v.string(), v.trim(), v.minLength(1));

const siteFile = v.strictObject({
  name: v.pipe(text, v.maxLength(120)),
  address: v.optional(v.pipe(text, v.url(), v.regex(/^https:\/\/[^?#]+\/$/))),
  welcome: v.optional(v.pipe(text, v.maxLength(600))),
  accent: v.optional(v.pipe(text, v.regex(/^#[0-9a-f]{6}$/i))),
  logo: v.optional(v.pipe(text, v.regex(/^[\w-]+\.(svg|png)$/))),
  contacts: v.optional(v.array(contactSchema), []),
  regions: v.optional(v.pipe(v.array(text), v.minLength(1))),
});

/** Reads `site.yaml`, what a school sets of its own; undefined, with problems, when it cannot be used. */
export function readSite(
  source: string,
  file: string,
): { site: Site | undefined; problems: Problem[] } {
  const { output, problems } = readYaml(siteFile, source, file);
  if (!output) return { site: undefined, problems };
  const { name, address, welcome, accent, logo, contacts, regions } = output;
  const contrast = accent === undefined ? undefined : tooLittleContrast(accent);
  if (contrast !== undefined) {
    problems.push(
      problemAt(
        file,
        lineOf(source, 'accent'),
        `Цвет ${accent ?? ''} слишком светлый для букв: контраст с бумагой ${contrast.toFixed(1).replace('.', ',')}, а нужно 4,5. Возьмите темнее.`,
      ),
    );
  }
  return {
    site: {
      name,
      contacts: contacts.map(toContact),
      ...(address !== undefined && { address }),
      ...(welcome !== undefined && { welcome }),
      ...(accent !== undefined && { accent }),
      ...(logo !== undefined && { logo }),
      ...(regions && { regions }),
    },
    problems,
  };
}
