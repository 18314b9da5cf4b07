import type { Guide, Library, Region } from './guide';

/** Guides a region shows, in the order of its routes, each once; the troubleshooting guide last. */
export function guidesOfRegion(library: Library, region: Region): Guide[] {
  const ids = new Set([
    ...Object.values(region.route).flat(),
    ...(region.help ? [region.help] : []),
  ]);
  return [...ids].flatMap((id) => library.guides.find((guide) => guide.id === id) ?? []);
}
