/** The page of an address that does not exist. */

export const title = 'Страницы нет · Памятка';
export const description = 'Такой страницы нет, или её нельзя открыть без интернета.';
export const heading = 'Такой страницы нет';
export const whatToDo =
  'Возможно, в адресе опечатка. А если интернета сейчас нет, эта страница откроется, когда он появится.';
export const allGuides = 'Ко всем памяткам';
