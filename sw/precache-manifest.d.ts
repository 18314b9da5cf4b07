/** Written by `src/build/precache.ts` when the site is complete. */
declare module 'virtual:precache-manifest' {
  import type { PrecacheEntry } from 'workbox-precaching';

  /** What families need: every page of theirs with its scripts and pictures. */
  export const pages: PrecacheEntry[];
  /** What only the class and author pages need. */
  export const tools: PrecacheEntry[];
  /** How long one file may take, in milliseconds. */
  export const timeout: number;
}
