declare module 'virtual:library' {
  /** All guides and regions of this build, typeset. */
  const library: import('../guide').Library;
  export default library;
}
