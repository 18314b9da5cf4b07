import type { KeptDraft } from '../storage/drafts';

/** `kiasuo.md`; `kiasuo.tg.md` is its translation. */
const FILE_NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z]{2,3})?\.md$/;

type Named = Pick<KeptDraft, 'name' | 'text'>;

/** Whether a guide's file can be called so. */
export function isFileName(name: string): boolean {
  return FILE_NAME.test(name);
}

/** Where the draft would lie in the guides folder: `krasnoyarsk/kiasuo.md`. */
export function pathOfDraft({ name, text }: Named): string {
  return `${folderOfDraft(text)}/${fileNameOf(name)}`;
}

/** What a saved file is called. */
export function fileNameOf(name: string): string {
  return isFileName(name) ? name : 'pamyatka.md';
}

/** The region's folder, as the front matter says it; '' where it does not. */
export function folderOfDraft(text: string): string {
  return /^region:[ \t]*([a-z0-9-]+)/m.exec(text)?.[1] ?? '';
}

/** How a draft is called in a list. */
export function titleOfDraft({ name, text }: Named): string {
  return /^title:[ \t]*(\S.*)$/m.exec(text)?.[1] ?? name;
}
