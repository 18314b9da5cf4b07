import type { Site } from '../guide';

/** The web app manifest with a school's name and colour, so that it is told from others on a phone. */
export function schoolManifest(source: string, site: Site): string {
  const manifest = JSON.parse(source) as Record<string, unknown>;
  return `${JSON.stringify(
    {
      ...manifest,
      name: `Памятка: ${site.name}`,
      ...(site.accent !== undefined && { theme_color: site.accent }),
    },
    null,
    2,
  )}\n`;
}
