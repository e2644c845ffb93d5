/** What the bundled typefaces can write: anything else would be an empty box on the wall, without a word of warning. */
import type { z } from 'zod'
import { writableRuns } from './letter-table.ts'

/** First and last signs of what can be written, in order. */
const runs = runsOf(writableRuns)

function runsOf(packed: string): readonly (readonly [first: number, last: number])[] {
  let at = 0
  return packed
    .replaceAll('\n', '')
    .split(',')
    .map((run) => {
      const [gap = '', more = '0'] = run.split('+')
      const first = at + Number.parseInt(gap, 36)
      at = first + Number.parseInt(more, 36)
      return [first, at]
    })
}

// A line's end; what joins, parts or turns letters and is never seen itself.
const unseen = /[\n\u00ad\u061c\u200b-\u200f\u2060\u2066-\u2069]/

function isWritable(sign: string): boolean {
  if (unseen.test(sign)) return true
  const code = sign.codePointAt(0) ?? 0
  let [low, high] = [0, runs.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((runs[middle]?.[1] ?? 0) < code) low = middle + 1
    else high = middle
  }
  return (runs[low]?.[0] ?? Number.POSITIVE_INFINITY) <= code
}

/**
 * The first sign of a text that cannot be written, if there is one.
 *
 * @returns its index in the text, and a sentence about it
 */
export function unwritable(text: string): { readonly index: number; readonly message: string } | undefined {
  let index = 0
  for (const sign of text) {
    if (!isWritable(sign)) return { index, message: `The TV cannot write ${named(sign)} ${remedyFor(sign)}` }
    index += sign.length
  }
  return undefined
}

/** For a schema: refuses what the wall cannot write. */
export function onlyWritable(text: string, context: z.core.$RefinementCtx<string>): void {
  const found = unwritable(text)
  if (found !== undefined) context.addIssue({ code: 'custom', message: found.message })
}

function named(sign: string): string {
  const code = `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  // A control character, or half of a sign, would be a riddle itself.
  if (/[\p{C}\p{Z}]|\p{Variation_Selector}/u.test(sign)) return `the invisible sign ${code}:`
  return `"${sign}" (${code}): it would be an empty box.`
}

/** Scripts that people may well write and no language of a clinic uses (core/languages.ts). */
const otherScripts = [
  ['Armenian', /\p{Script=Armenian}/u],
  ['Burmese', /\p{Script=Myanmar}/u],
  ['Georgian', /\p{Script=Georgian}/u],
  ['Gujarati', /\p{Script=Gujarati}/u],
  ['Kannada', /\p{Script=Kannada}/u],
  ['Khmer', /\p{Script=Khmer}/u],
  ['Lao', /\p{Script=Lao}/u],
  ['Malayalam', /\p{Script=Malayalam}/u],
  ['Punjabi', /\p{Script=Gurmukhi}/u],
  ['Sinhala', /\p{Script=Sinhala}/u],
  ['Tamil', /\p{Script=Tamil}/u],
  ['Telugu', /\p{Script=Telugu}/u],
  ['Tibetan', /\p{Script=Tibetan}/u],
] as const

function remedyFor(sign: string): string {
  if (/[\p{C}\p{Z}]/u.test(sign)) return 'delete it, or type the line anew.'
  if (/\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Variation_Selector}|\u20e3/u.test(sign))
    return 'Leave the little picture out, or say it in a word.'
  const script = otherScripts.find(([, letters]) => letters.test(sign))
  if (script !== undefined) return `${script[0]} letters are not among those that come with it.`
  return 'Use ordinary letters and signs instead.'
}
