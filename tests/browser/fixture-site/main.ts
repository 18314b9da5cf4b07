/** Script of every page of the fixture: says on `<html>` what the app would say in words. */
import {
  applyUpdate,
  cacheAlso,
  onOfflineState,
  registerServiceWorker,
} from '../../../src/offline/offline';

const { documentElement } = document;
onOfflineState((state) => {
  documentElement.dataset['offline'] = state;
});
if (documentElement.dataset['tools'] !== undefined) cacheAlso('CACHE_TOOLS');
void registerServiceWorker(new URL(documentElement.dataset['root'] ?? './', location.href));

on('update', applyUpdate);
on('later', () => {
  void import('./later').then(({ version }) => {
    documentElement.dataset['later'] = version;
  });
});

function on(id: string, action: () => void): void {
  document.getElementById(id)?.addEventListener('click', action);
}
