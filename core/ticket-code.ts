/** Hands out ticket codes: short to say, hard to mix up, telling nothing about service or turn. */

const letters = [...'ACDEFGHJKLMNPQRTUVWXYZ']
const digits = [...'234679']

/** At this share of the two-digit codes the third digit comes in. */
const fullShare = 0.8

// Letters that are taken for each other when spoken across a room.
const soundAlikes = ['AK', 'DPT', 'MN']
const soundOf = new Map(letters.map((letter) => [letter, soundAlikes.find((all) => all.includes(letter)) ?? letter]))

// Nobody is called up under one of these.
const offensive = /69|666|^C4/

interface Code {
  readonly text: string
  readonly likeness: string
}

/**
 * Codes with the same likeness can be mixed up: the digits in another order, a letter that sounds the same, or both.
 *
 * @param code a letter and digits, as handed out here
 */
export function likenessOf(code: string): string {
  const [letter = '', ...number] = code
  return `${soundOf.get(letter) ?? letter}${number.sort().join('')}`
}

const shortCodes = codesOf(digits.flatMap((one) => digits.map((two) => one + two)))
const longCodes = codesOf(digits.flatMap((one) => digits.flatMap((two) => digits.map((three) => one + two + three))))

function codesOf(numbers: readonly string[]): readonly Code[] {
  return letters
    .flatMap((letter) => numbers.map((number) => letter + number))
    .filter((text) => !offensive.test(text))
    .map((text) => ({ text, likeness: likenessOf(text) }))
}

/**
 * A code nobody has had today and that cannot be mixed up with those in use.
 *
 * @param given every code handed out today
 * @param active those whose patients are still here
 * @param chance from 0 to below 1: which of the possible codes it is
 * @returns undefined when there is none left
 */
export function freshCode(given: ReadonlySet<string>, active: readonly string[], chance: number): string | undefined {
  const shortGiven = [...given].filter((code) => code.length === 3).length
  const kinds = shortGiven < fullShare * shortCodes.length ? [shortCodes, longCodes] : [longCodes]
  // A patient who has gone may come back by undo: keep clear of all of today's codes for as long as that is possible.
  const clearOf = [new Set([...given, ...active].map(likenessOf)), new Set(active.map(likenessOf))]
  for (const codes of kinds) {
    for (const taken of clearOf) {
      const possible = codes.filter(({ text, likeness }) => !given.has(text) && !taken.has(likeness))
      const code = possible[Math.floor(chance * possible.length)]
      if (code !== undefined) return code.text
    }
  }
  return undefined
}
