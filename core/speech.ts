/** What the voice says of a call: a closed list of words, recorded once, and in which order they are said. */
import { wordsIn } from './board-words.ts'
import type { Call } from './queue-contract.ts'
import { codeDigits, codeLetters } from './ticket-code.ts'

/** Decibels that films are softer while somebody is called. */
export const duckedBy = 18

const fixed = { 'to-room': 'toRoom', 'to-desk': 'toDesk', 'to-seat': 'toSeat', 'keep-seat': 'keepSeat' } as const

/** Everything the voice can say in a language: what is spoken, by the name of its clip. @param rooms names by id */
export function vocabularyIn(language: string, rooms: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const words = wordsIn(language)
  return new Map([
    ...[...codeLetters, ...codeDigits].map((sign) => [sign, sign] as const),
    ...Object.entries(fixed).map(([name, from]) => [name, words[from]] as const),
    ...Object.entries(rooms).map(([id, name]) => [`room:${id}`, name] as const),
  ])
}

/** The clips of a call, in order: every sign of the codes, then where to. */
export function clipsOf({ code, with: others = [], room, to = 'room', retracted }: Call): readonly string[] {
  const signs = [code, ...others].flatMap((one) => [...one])
  if (retracted) return [...signs, 'keep-seat']
  switch (to) {
    case 'room':
      return [...signs, 'to-room', `room:${room}`]
    case 'desk':
      return [...signs, 'to-desk']
    case 'seat':
      return [...signs, 'to-seat']
  }
}

/** Said by itself, in one language. */
export interface Utterance {
  readonly language: string
  /** File names, in order. */
  readonly files: readonly string[]
}

/**
 * Once in each language, or twice; a language that lacks a word is left out whole: half a call misleads.
 *
 * @param voice file names by language and clip
 */
export function utterancesFor(
  call: Call,
  languages: readonly string[],
  voice: Readonly<Record<string, Readonly<Record<string, string>>>>,
): readonly Utterance[] {
  const once = languages.flatMap((language): Utterance[] => {
    const files = clipsOf(call).map((clip) => voice[language]?.[clip])
    return files.every((file) => file !== undefined) ? [{ language, files }] : []
  })
  return call.twice ? [...once, ...once] : once
}
