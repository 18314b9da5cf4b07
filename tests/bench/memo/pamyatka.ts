import fonts from 'virtual:memo-fonts';
import { layOutMemo, writeMemoPdf, type MemoFamily } from '../../../src/memo';
import { request } from './sample';

/** Ours, from the families to the bytes. */
export function makeMemos(some: MemoFamily[], isTagged: boolean): Promise<Uint8Array> {
  return writeMemoPdf(layOutMemo(request(some), fonts), fonts, { isTagged });
}
