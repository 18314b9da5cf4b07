import type { Plugin } from 'vite';

/** Vite's helper around every `import()`, 600 bytes on each page. */
const HELPER = '\0vite/preload-helper.js';

/**
 * Leaves `import()` as it is: the helper would load stylesheets and preloads of the imported
 * script, and ours have none.
 */
export function plainImports(): Plugin {
  return {
    name: 'pamyatka:plain-imports',
    enforce: 'pre',
    load: {
      filter: { id: /vite\/preload-helper\.js$/ },
      handler: (id) =>
        id === HELPER ? 'export const __vitePreload = (load) => load();' : undefined,
    },
  };
}
