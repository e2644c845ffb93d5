/** The set-up scripts are plain JavaScript with JSDoc, because they run before a compiler is installed. */
declare module '*.mjs'
