/* eslint-disable no-restricted-globals -- the entry of a worker, and nothing else */
import guideFiles from 'virtual:guide-files';
import { checkDraft, type Draft } from './check-draft';
import { compileOwnGuide, type OwnFile } from './own-guide';

const files = new Map(Object.entries(guideFiles));

self.addEventListener('message', ({ data }: MessageEvent<Draft | OwnFile>) => {
  self.postMessage(
    'ownId' in data
      ? compileOwnGuide(files, data)
      : checkDraft(files, data, new Date().toISOString().slice(0, 10)),
  );
});
