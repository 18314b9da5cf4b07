/**
 * A name that no other deployment on this origin uses: several schools may be served from folders
 * of one host. At the host's root it is the bare word.
 */
export function scoped(word: string): string {
  const { root } = document.documentElement.dataset;
  const path = root === undefined ? '/' : new URL(root, location.href).pathname;
  return path === '/' ? word : `${word} ${path}`;
}
