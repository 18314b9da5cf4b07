export { channelsOf } from './address';
export type {
  Block,
  Bookmark,
  Box,
  Ink,
  Layer,
  Mark,
  MemoDocument,
  MemoPage,
  PathMark,
  QrMark,
  Tag,
  TextMark,
} from './document';
export { familiesOf } from './families';
export { distinctNames, safeFileName } from './file-names';
export { withForWhom } from './for-whom';
export { genitiveOf } from './genitive';
export type { FaceName, FontFace, MemoFonts } from './fonts';
export { layOutMemo } from './lay-out-memo';
export { checkedAppUrl } from './link';
export {
  isForEveryone,
  membersOf,
  MEMO_LAYOUTS,
  MemoError,
  type MemoFamily,
  type MemoLayout,
  type MemoRequest,
  type MemoWarning,
} from './memo';
export { writeMemoPdf } from './pdf/write-memo-pdf';
export { pathData, type Segment } from './path';
export { bestMask, qrShape } from './qr';
export { sheetsOf } from './sheets';
export { SIGNS } from './signs';
