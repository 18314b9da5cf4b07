import { pages as pagesManifest, tools as toolsManifest } from 'virtual:precache-manifest';
import { Precache } from './precache';

export const pages = new Precache('pages', pagesManifest);
export const tools = new Precache('tools', toolsManifest);
