import {
  own as ownManifest,
  pages as pagesManifest,
  tools as toolsManifest,
} from 'virtual:precache-manifest';
import { Precache } from './precache';

export const pages = new Precache('pages', pagesManifest);
export const own = new Precache('own', ownManifest);
export const tools = new Precache('tools', toolsManifest);

export const precaches = [pages, own, tools];
