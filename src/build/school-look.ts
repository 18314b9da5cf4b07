import type { Plugin } from 'vite';
import { chalkOf } from '../guide';
import { loadLibrary, type GuidesPlace } from './load-library';

const STYLESHEET = /[\\/]src[\\/]pages[\\/]family\.css$/;

const NAME_AND_LOGO =
  '.school-name{flex-basis:100%;margin:0 0 .4rem;font-size:.95rem;line-height:1.3}' +
  // A dark logo has to be seen on the blackboard too.
  '.school-logo{height:2rem;width:auto;max-width:6rem;padding:2px;border-radius:4px;background:#fff}';

/** Gives the pages' stylesheet a school's accent, and a place for its name; nothing without a school. */
export function schoolLook(place: GuidesPlace): Plugin {
  return {
    name: 'pamyatka:school-look',
    enforce: 'pre',
    transform(code, id) {
      if (!STYLESHEET.test(id)) return undefined;
      const { site } = loadLibrary(place).library;
      if (!site) return undefined;
      return `${code}${NAME_AND_LOGO}${site.accent === undefined ? '' : accentStyles(site.accent)}`;
    },
  };
}

/** Paper stays black and white. */
function accentStyles(accent: string): string {
  return (
    `@media screen{:root{--ink:${accent}}}` +
    `@media screen and (prefers-color-scheme:dark){:root{--ink:${chalkOf(accent)}}}`
  );
}
