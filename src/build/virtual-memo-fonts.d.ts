declare module 'virtual:memo-fonts' {
  const fonts: import('../memo/fonts').MemoFonts;
  export default fonts;
}
