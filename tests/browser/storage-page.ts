/** Bundled for the tests: the page's `storage` is what pages and components import. */
import { onTicksChanged } from '../../src/storage/changes';
import {
  acceptMissingLists,
  addList,
  deleteList,
  loadLists,
  replaceList,
  wipeLists,
} from '../../src/storage/class-lists';
import { acceptLoss, checkStorage } from '../../src/storage/health';
import { loadAllTicks, loadTicks, mergeTicks, setTick } from '../../src/storage/progress';
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
  mergeTicks,
  onTicksChanged,
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
