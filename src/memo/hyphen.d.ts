declare module 'hyphen/ru/index.js' {
  const russian: { hyphenateSync(text: string): string };
  export default russian;
}
