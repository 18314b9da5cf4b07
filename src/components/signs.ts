/** Outlines, on a grid of 24, of what has to be pressed to install; each is drawn for this project. */
export const SIGNS = {
  /** Safari's «Поделиться»: a box with an arrow out of it. */
  share: 'M12 15V3m-4 4 4-4 4 4M8 10H5v11h14V10h-3',
  /** «На экран „Домой“»: a plus in a square. */
  add: 'M4 4h16v16H4zM12 8v8M8 12h8',
  /** Android's menu: three dots. */
  menu: 'M12 5h.01M12 12h.01M12 19h.01',
  /** In the address bar of a computer: a screen with an arrow into it. */
  install: 'M12 4v8m-3-3 3 3 3-3M8 5H3v12h18V5h-5M8 21h8',
} as const;
