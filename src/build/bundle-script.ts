import { existsSync } from 'node:fs';
import { build, type Plugin, type Rolldown } from 'vite';

/** As Vite's `build.target`. */
export type Target = string | string[] | false | undefined;

interface ScriptOptions {
  /** `iife` for what is no module. */
  format: 'iife' | 'es';
  target: Target;
  plugins?: Plugin[];
}

/**
 * Bundles a script with all that it imports, at once or later, into one minified text.
 * @throws Error when there is no such entry
 */
export async function bundleScript(
  entry: string,
  { format, target, plugins = [] }: ScriptOptions,
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
      rolldownOptions: { input: entry, output: { format, codeSplitting: false } },
    },
  });
  const [output] = (result as Rolldown.RolldownOutput).output;
  return output.code.trim();
}
