/** Written by `src/build/precache.ts` when the site is complete. */
declare module 'virtual:precache-manifest' {
  /**
   * `url` is relative to the scope, and `file`, what is kept under it, to `url`; without one it is
   * the file at `url`.
   */
  interface PrecacheEntry {
    url: string;
    file?: string;
    integrity: string;
  }

  /** What families need: every page of theirs with its scripts and pictures. */
  export const pages: PrecacheEntry[];
  /** What the page of guides from files needs, and nothing before. */
  export const own: PrecacheEntry[];
  /** What only the class and author pages need. */
  export const tools: PrecacheEntry[];
  /** How long one file may take, in milliseconds. */
  export const timeout: number;
}
