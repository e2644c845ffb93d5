/**
 * Signs that part a line of an explainer, as in `Days 1–3: swelling`. With a backslash before it a sign is only itself;
 * Markdown takes the backslash away, so it is remembered in signs nobody can type. Each takes two places, as what it stands for:
 * lines and columns stay right.
 */

const marked = [':', ',', '(', '{', '：', '，', '،', '、', '（'] as const
const first = 0xe000
const filler = '\ue0ff'

/** @param text Markdown as it was written */
export const withMarks = (text: string): string =>
  text.replace(/\\(.)/gsu, (pair, sign: string) => {
    const place = (marked as readonly string[]).indexOf(sign)
    return place < 0 ? pair : String.fromCodePoint(first + place) + filler
  })

/** The words as they are shown. */
export const withoutMarks = (words: string): string =>
  words.replace(/([\ue000-\ue008])\ue0ff/g, (_, mark: string) => marked[mark.charCodeAt(0) - first] ?? '')
