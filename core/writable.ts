/** What the typefaces of the films can write: anything else would be an empty box on the wall, without a word of warning. */

// Letters of both Fraunces and Figtree as they are bundled; measured in Chromium, sign by sign.
const others =
  /[^\n\u0020-\u007e\u00a0-\u0113\u0116-\u0127\u012a\u012b\u012e-\u0137\u0139-\u013e\u0141-\u0148\u014a-\u014d\u0150-\u0161\u0164\u0165\u016a-\u017e\u0218-\u021b\u1e9e\u2009\u2013\u2014\u2018-\u201e\u2020\u2022\u2026\u202f\u2039\u203a\u20ac\u2122\u2212]/u

/**
 * The first sign of a text that cannot be written, if there is one.
 *
 * @returns its index in the text, and a sentence about it
 */
export function unwritable(text: string): { readonly index: number; readonly message: string } | undefined {
  const found = others.exec(text)
  if (found === null) return undefined
  const message = `The films cannot write "${found[0]}": it would be an empty box on the TV. Use letters of the Latin alphabet and ordinary signs.`
  return { index: found.index, message }
}
