/** The package hyphen comes without types. */
declare module 'hyphen' {
  /** What is learned of a language; only the package itself looks into it. */
  export type Patterns = readonly [levels: unknown, tree: unknown]
  export default function createHyphenator(
    patterns: Patterns,
    options?: { readonly hyphenChar?: string; readonly html?: boolean },
  ): (text: string) => string
}

declare module 'hyphen/patterns/*' {
  import type { Patterns } from 'hyphen'

  const patterns: Patterns
  export default patterns
}
