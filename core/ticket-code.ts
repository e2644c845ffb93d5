/** Hands out ticket codes: short to say, hard to mix up, telling nothing about service or turn. */

export const codeLetters: readonly string[] = [...'ACDEFGHJKLMNPQRTUVWXYZ']
export const codeDigits: readonly string[] = [...'234679']

/** None takes more room on a screen. @param inUse codes: one with a third digit means that there are more of them */
export const widestCode = (inUse: readonly string[]): string =>
  inUse.some(({ length }) => length > 3) ? 'W444' : 'W44'

/** At this share of the two-digit codes the third digit comes in. */
const fullShare = 0.8

// Letters that are taken for each other when spoken across a room.
const soundAlikes = ['AK', 'DPT', 'MN']
const soundOf = new Map(
  codeLetters.map((letter) => [letter, soundAlikes.find((all) => all.includes(letter)) ?? letter]),
)

// Nobody is called up under one of these.
const offensive = /69|666|^C4/

/**
 * Codes with the same likeness can be mixed up: the digits in another order, a letter that sounds the same, or both.
 *
 * @param code a letter and digits, as handed out here
 */
export const likenessOf = (code: string): string => likenesses.get(code) ?? reckonedLikeness(code)

function reckonedLikeness(code: string): string {
  const [letter = '', ...number] = code
  return `${soundOf.get(letter) ?? letter}${number.sort().join('')}`
}

const shortCodes = codesOf(codeDigits.flatMap((one) => codeDigits.map((two) => one + two)))
const longCodes = codesOf(
  codeDigits.flatMap((one) => codeDigits.flatMap((two) => codeDigits.map((three) => one + two + three))),
)

const likenesses = new Map([...shortCodes, ...longCodes].map((code) => [code, reckonedLikeness(code)]))

function codesOf(numbers: readonly string[]): readonly string[] {
  return codeLetters
    .flatMap((letter) => numbers.map((number) => letter + number))
    .filter((code) => !offensive.test(code))
}

/**
 * A code nobody has had today and that cannot be mixed up with those in use.
 *
 * @param given every code handed out today
 * @param active those whose patients are still here
 * @param chance from 0 to below 1: where among all codes the first possible one is looked for
 * @returns undefined when there is none left
 */
export function freshCode(given: ReadonlySet<string>, active: readonly string[], chance: number): string | undefined {
  let shortGiven = 0
  for (const code of given) if (code.length === 3) shortGiven += 1
  const kinds = shortGiven < fullShare * shortCodes.length ? [shortCodes, longCodes] : [longCodes]
  const inUse = new Set(active.map(likenessOf))
  // A patient who has gone may come back by undo: keep clear of all of today's codes for as long as that is possible.
  const ofToday = new Set(inUse)
  for (const code of given) ofToday.add(likenessOf(code))
  for (const codes of kinds) {
    for (const taken of [ofToday, inUse]) {
      const start = Math.floor(chance * codes.length)
      for (let step = 0; step < codes.length; step += 1) {
        const code = codes[(start + step) % codes.length] ?? ''
        if (!given.has(code) && !taken.has(likenessOf(code))) return code
      }
    }
  }
  return undefined
}
