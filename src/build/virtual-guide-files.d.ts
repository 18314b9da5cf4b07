declare module 'virtual:guide-files' {
  /** The guides folder of this build: text by path; of a picture only the path. */
  const files: Record<string, string>;
  export default files;
}
