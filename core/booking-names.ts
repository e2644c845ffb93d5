/** Which service, and which provider, somebody means who writes neither as it stands in the clinic's lists. */
import type { Clinic, Provider, Service } from './clinic.ts'
import { nearest } from './nearest.ts'

export type Meant =
  | { readonly kind: 'one'; readonly id: string }
  | { readonly kind: 'several'; readonly names: readonly string[] }
  | { readonly kind: 'none' }

const none: Meant = { kind: 'none' }
const titles = /^(dr|prof|mr|mrs|ms|miss|nurse|doctor|frau|herr|med|sister|schwester|dra|mme|m)$/

/** Lower case, without accents: `Müller` and `Muller` are the same, and so are `ß` and `ss`. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** `Müller` as `mueller`, for books that have no umlauts. */
const foldedLong = (text: string): string =>
  folded(text.normalize('NFC').replaceAll(/[äöüÄÖÜ]/g, (sign) => `${sign.normalize('NFD')[0]}e`))

const formsOf = ({ id, name }: { readonly id: string; readonly name: string }): readonly string[] => [
  ...new Set([folded(id), folded(name), foldedLong(name)]),
]

interface Entry {
  readonly id: string
  readonly name: string
}

/** The entries for which something holds; several only if their names differ. */
function among(list: readonly Entry[], holds: (form: string) => boolean): Meant {
  const found = list.filter((entry) => formsOf(entry).some(holds))
  const [first] = found
  if (first === undefined) return none
  return found.length === 1 ? { kind: 'one', id: first.id } : { kind: 'several', names: found.map(({ name }) => name) }
}

/** The first of these that says something. */
function firstOf(...tries: readonly (() => Meant)[]): Meant {
  for (const attempt of tries) {
    const meant = attempt()
    if (meant.kind !== 'none') return meant
  }
  return none
}

export function meantService(text: string, { services }: Clinic): Meant {
  const wanted = folded(text)
  if (wanted === '') return none
  return firstOf(
    () => among(services, (form) => form === wanted),
    () => among(services, (form) => form.startsWith(wanted)),
    () => among(services, (form) => form.split(' ').some((word) => word.startsWith(wanted))),
    () => longestIn(wanted, services),
    () => {
      const name = nearest(
        wanted,
        services.map((service) => folded(service.name)),
      )
      return among(services, (form) => form === name)
    },
  )
}

/** A service whose whole name stands somewhere in a longer text: `Anna M. / Lip filler, first visit`. */
export function longestIn(text: string, services: readonly Service[]): Meant {
  const padded = ` ${folded(text)} `
  const found = services
    .filter(({ name }) => padded.includes(` ${folded(name)} `))
    .sort((one, other) => other.name.length - one.name.length)
  return found[0] === undefined ? none : { kind: 'one', id: found[0].id }
}

/** A service of which the first word stands last, behind a patient's name: `Okafor blood`. Not `blood pressure`. */
export function begunBehind(text: string, { services }: Clinic): Meant {
  const last = folded(text).split(' ').at(-1) ?? ''
  if (last.length < shortestBegun) return none
  const begun = services.filter(({ name }) => {
    const [first = '', ...others] = name.trim().split(/\s+/)
    return others.length > 0 && folded(first) === last
  })
  return among(begun, () => true)
}

/** Shorter words are initials, titles and half of a name. */
const shortestBegun = 4

const withoutTitles = (text: string) => text.split(' ').filter((word) => !titles.test(word))

/** A provider whose name, or part of it, stands there in full: nothing is guessed. */
export function namedProvider(text: string, { providers }: Clinic): Meant {
  const wanted = folded(text)
  const words = withoutTitles(wanted)
  const bare = words.join(' ')
  if (wanted === '') return none
  return firstOf(
    () => among(providers, (form) => form === wanted || (bare !== '' && withoutTitles(form).join(' ') === bare)),
    () => among(providers, (form) => bare !== '' && words.every((word) => withoutTitles(form).includes(word))),
  )
}

export function meantProvider(text: string, clinic: Clinic): Meant {
  const { providers } = clinic
  const wanted = folded(text)
  const words = withoutTitles(wanted)
  const bare = words.join(' ')
  if (wanted === '') return none
  const byWords = (fits: (words: readonly string[]) => boolean) =>
    among(providers, (form) => bare !== '' && fits(withoutTitles(form)))
  return firstOf(
    () => namedProvider(text, clinic),
    () => byWords((own) => own.map((word) => word[0]).join('') === bare),
    () => byWords((own) => words.every((word) => own.some((one) => one.startsWith(word)))),
    () => nearestProvider(bare, providers),
  )
}

function nearestProvider(bare: string, providers: readonly Provider[]): Meant {
  // Two letters are near to everything.
  if (bare.length < 4 || bare.includes(' ')) return none
  const surnames = new Map(providers.map(({ id, name }) => [withoutTitles(folded(name)).at(-1) ?? '', id]))
  const id = surnames.get(nearest(bare, [...surnames.keys()]) ?? '')
  return id === undefined ? none : { kind: 'one', id }
}

export const listed = (names: readonly string[], joint = 'or'): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${joint} ${names.at(-1)}`
