import { buildMemoFonts } from '../../src/build/memo-fonts';

/** Prepared once for the whole test file: subsetting takes a second. */
export const FONTS = await buildMemoFonts();
