/** Bundled for the tests: the page's `storage` is what pages and components import. */
import { onTicksChanged } from '../../src/storage/changes';
import { acceptLoss, checkStorage } from '../../src/storage/health';
import { loadAllTicks, loadTicks, mergeTicks, setTick } from '../../src/storage/progress';
import { loadRegion, loadSituation, saveRegion, saveSituation } from '../../src/storage/settings';

const storage = {
  acceptLoss,
  checkStorage,
  loadAllTicks,
  loadRegion,
  loadSituation,
  loadTicks,
  mergeTicks,
  onTicksChanged,
  saveRegion,
  saveSituation,
  setTick,
};

declare global {
  var storage: StoragePage;
}
type StoragePage = typeof storage;

globalThis.storage = storage;
