import { existsSync } from 'node:fs';
import { build, type Plugin, type Rolldown } from 'vite';

/** As Vite's `build.target`. */
export type Target = string | string[] | false | undefined;

/**
 * Bundles a script that is no module, into one minified text.
 * @throws Error when there is no such entry
 */
export async function bundleClassic(
  entry: string,
  target: Target,
  plugins: Plugin[] = [],
): Promise<string> {
  if (!existsSync(entry)) throw new Error(`There is no script «${entry}».`);
  const result = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins,
    build: {
      write: false,
      ...(target !== undefined && { target }),
      modulePreload: false,
      rolldownOptions: { input: entry, output: { format: 'iife' } },
    },
  });
  const [output] = (result as Rolldown.RolldownOutput).output;
  return output.code.trim();
}
