import type { FaceName } from './fonts';
import type { MemoLayout, MemoWarning } from './memo';
import type { Segment } from './path';

/** A memo laid out: every letter has its place. Units are points, y grows downwards from the top of the page. */
export interface MemoDocument {
  /** Names no person: it becomes the file's metadata. */
  title: string;
  /** As asked for, or as chosen to save paper. */
  layout: MemoLayout;
  /** How the sheets are meant to be printed; the print dialog offers it. */
  duplex: 'one-sided' | 'long-edge';
  pages: MemoPage[];
  /** Bookmarks: classes, and under them families. */
  outline: Bookmark[];
  warnings: MemoWarning[];
}

export interface MemoPage {
  width: number;
  height: number;
  /** In reading order. A layer that several pages share is drawn once in the file. */
  layers: Layer[];
}

export interface Layer {
  shared: boolean;
  blocks: Block[];
}

/**
 * What a block is to a reader who does not see it. `continued` goes on with the list item before it;
 * `artifact` is decoration, which reading aloud leaves out.
 */
export type Tag = 'h1' | 'h2' | 'paragraph' | 'item' | 'continued' | 'figure' | 'artifact';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What is placed as one: a paragraph, a list item, a picture. Only artifacts may lie under other blocks. */
export interface Block {
  tag: Tag;
  box: Box;
  marks: Mark[];
  /** What a figure says. */
  alternative?: string;
}

export type Mark = TextMark | PathMark | QrMark;

export interface TextMark {
  type: 'text';
  x: number;
  /** The baseline. */
  y: number;
  size: number;
  face: FaceName;
  text: string;
  width: number;
  /** The text goes on in the next line: after a space, or inside a word that the last hyphen divides. */
  ending?: 'space' | 'division';
}

/** Inks, all safe on a black-and-white printer. */
export type Ink = 'black' | 'grey' | 'grid' | 'margin' | 'white';

export interface PathMark {
  type: 'path';
  segments: readonly Segment[];
  ink: Ink;
  /** Filled when absent. */
  stroke?: { width: number; dash?: readonly number[] };
}

export interface QrMark {
  type: 'qr';
  x: number;
  y: number;
  /** Side of the square of modules, without the quiet zone. */
  size: number;
  text: string;
}

export interface Bookmark {
  title: string;
  page: number;
  children: Bookmark[];
}
