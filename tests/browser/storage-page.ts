/** Bundled for the tests: the page's `storage` is what pages and components import. */
import {
  acceptMissingLists,
  addList,
  deleteList,
  loadLists,
  replaceList,
  wipeLists,
} from '../../src/storage/class-lists';
import { onKeptChanged } from '../../src/storage/changes';
import { acceptLoss } from '../../src/storage/accept-loss';
import { checkStorage } from '../../src/storage/health';
import { collectProgress, mergeProgress } from '../../src/storage/merge-progress';
import { loadOwnGuides, removeOwnGuide, saveOwnGuide } from '../../src/storage/own-guides';
import { loadAllTicks, loadTicks, setTick } from '../../src/storage/progress';
import { saveSituation } from '../../src/storage/save-situation';
import { loadRegion, loadSituation, saveRegion } from '../../src/storage/settings';

const storage = {
  acceptLoss,
  acceptMissingLists,
  addList,
  checkStorage,
  collectProgress,
  deleteList,
  loadAllTicks,
  loadLists,
  loadOwnGuides,
  loadRegion,
  loadSituation,
  loadTicks,
  mergeProgress,
  onKeptChanged,
  removeOwnGuide,
  replaceList,
  saveOwnGuide,
  saveRegion,
  saveSituation,
  setTick,
  wipeLists,
};

declare global {
  var storage: StoragePage;
}
type StoragePage = typeof storage;

globalThis.storage = storage;
