/* eslint-disable no-restricted-globals -- the entry of a worker, and nothing else */
import guideFiles from 'virtual:guide-files';
import { checkDraft, type Draft } from './check-draft';

const files = new Map(Object.entries(guideFiles));

self.addEventListener('message', ({ data }: MessageEvent<Draft>) => {
  self.postMessage(checkDraft(files, data, new Date().toISOString().slice(0, 10)));
});
