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
import { mergeProgress } from '../../src/storage/merge-progress';
import { loadAllTicks, loadTicks, setTick } from '../../src/storage/progress';
import { loadRegion, loadSituation, saveRegion, saveSituation } from '../../src/storage/settings';

const storage = {
  acceptLoss,
  acceptMissingLists,
  addList,
  checkStorage,
  deleteList,
  loadAllTicks,
  loadLists,
  loadRegion,
  loadSituation,
  loadTicks,
  mergeProgress,
  onKeptChanged,
  replaceList,
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
