/** Makes scenes fit the screen: a list that is too long goes on in another scene, and what cannot be parted is refused with the count. */
import { filmWords } from './film-words.ts'
import { asShown, withWordsParted } from './parted-words.ts'
import type { FilmSize, Scene } from './scene.ts'
import { layoutOf } from './scene-layout.ts'
import { keysIn, mapTexts, textsIn } from './scene-texts.ts'
import { withoutSoftHyphens } from './soft-hyphen.ts'
import { inSyllables, type Joints } from './syllables.ts'

/** What a title and a closing card are checked with: the longest name a brand may have, and a logo. */
const anyBrand = { name: 'Joint practice for dermatology, laser and aesthetic medicine, Dr Millers', logo: 'logo' }
/** Every film is made for screens that lie and for screens that stand; the finer one has the same layout. */
const checkedSizes: readonly FilmSize[] = ['hd', 'portrait']

export type Fit =
  | { readonly ok: true; readonly scenes: readonly Scene[] }
  /** How many characters have to go before it can be read from the last seat. */
  | { readonly ok: false; readonly why: 'length'; readonly excess: number }
  | { readonly ok: false; readonly why: 'word'; readonly word: string }

/**
 * The scene, or several of the same heading that together hold all of it. A word that is too long for its line parts
 * between syllables, where they are known.
 *
 * @param locale BCP 47; films add a few words of their own
 */
export function fitted(scene: Scene, locale: string): Fit {
  const key = `${locale} ${JSON.stringify(scene)}`
  const fit = known.get(key) ?? measured(scene, locale)
  if (known.size >= mostKnown) known.clear()
  known.set(key, fit)
  return fit
}

// A form asks about the whole film whenever somebody types, and only one scene is another one.
const known = new Map<string, Fit>()
const mostKnown = 500

function measured(scene: Scene, locale: string): Fit {
  const whole = asWritten(scene, locale)
  if (whole.ok || whole.why !== 'word') return whole
  for (const joints of ['good', 'all'] as const) {
    const fit = asWritten(inParts(scene, locale, joints), locale)
    if (fit.ok || fit.why !== 'word') return fit
  }
  // Of a word that no hyphen helps, all of it is told.
  return whole
}

function inParts(scene: Scene, locale: string, joints: Joints): Scene {
  const part = (word: string, text: string) => text.replaceAll(word, inSyllables(word, locale, joints))
  return checkedSizes.reduce(
    (parted, size) => withWordsParted(parted, (one) => layoutOf(one, anyBrand, size, locale), part),
    scene,
  )
}

function asWritten(scene: Scene, locale: string): Fit {
  const fits = fitsIn(locale)
  for (const parts of dividedWays(scene)) {
    if (!parts.every(fits)) continue
    const told = parts.map((part, at) => (at === 0 ? part : saidToGoOn(part, locale)))
    // Rather without a word than refused for it.
    return { ok: true, scenes: told.every(fits) ? told : parts }
  }
  const tooLong = (dividedWays(scene).at(-1) ?? [scene]).filter((part) => !fits(part))
  const results = tooLong.flatMap((part) => checkedSizes.map((size) => laidOut(part, size, locale)))
  const wide = results.find((result) => !result.ok && result.why === 'word')
  if (wide?.ok === false && wide.why === 'word') return { ok: false, why: 'word', word: withoutSoftHyphens(wide.word) }
  return { ok: false, why: 'length', excess: tooLong.reduce((sum, part) => sum + excessOf(part, fits), 0) }
}

/** A drawing under a heading that stood there before looks like another one, where a list is seen to go on. */
const saidToGoOn = (part: Scene, locale: string): Scene =>
  part.kind === 'timeline' || part.kind === 'chart' ? { ...part, lead: filmWords(locale).continued } : part

/** How many characters still fit into a scene; below zero, how many are too many: a list then goes on in another scene. */
export function charactersLeft(written: Scene, locale = 'en'): number {
  const fits = fitsIn(locale)
  const fit = fitted(written, locale)
  const [scene = written] = fit.ok && fit.scenes.length === 1 ? fit.scenes : []
  if (!fits(scene)) return -excessOf(scene, fits)
  const grows = (key: string) => key !== 'heading' && key !== 'lead'
  const last = keysIn(scene).findLastIndex(grows)
  const filler = `${textsIn(scene).join(' ')} `.repeat(40)
  return largest(mostLeft, (count) =>
    fits(mapTexts(scene, (text, index) => (index === last ? `${text} ${filler}`.slice(0, text.length + count) : text))),
  )
}

const mostLeft = 600
const mostMeasured = 1_200
/** A list that takes more scenes than these is a book. */
const mostParts = 8

type Fits = (scene: Scene) => boolean

/** @param locale BCP 47; films add a few words of their own */
const fitsIn =
  (locale: string): Fits =>
  (scene) =>
    isWithinLimits(scene) && checkedSizes.every((size) => laidOut(scene, size, locale).ok)

const laidOut = (scene: Scene, size: FilmSize, locale: string) =>
  layoutOf(asShown(scene, anyBrand, size, locale), anyBrand, size, locale)

/** As many entries as a scene of its kind shows. */
function isWithinLimits(scene: Scene): boolean {
  switch (scene.kind) {
    case 'timeline':
      return scene.stages.length <= 5
    case 'chart':
      return scene.regions.length <= 5
    case 'sides':
      return scene.sides.every(({ points }) => points.length <= 4)
    case 'numbers':
      return scene.numbers.length <= 3
    case 'people':
      return scene.people.length <= 4
    case 'terms':
      return scene.terms.length <= 4
    case 'title':
    case 'text':
    case 'points':
    case 'steps':
    case 'note':
    case 'callout':
    case 'checklist':
    case 'picture':
    case 'code':
    case 'closing':
      return true
  }
}

/** The scene as one, as two, as three … of the same heading, each about as long; its lead stands on the first. */
function dividedWays(scene: Scene): readonly (readonly Scene[])[] {
  const ways = (
    count: number,
    cut: (from: number, to: number, part: number, parts: number) => Scene,
  ): (readonly Scene[])[] =>
    Array.from({ length: Math.min(mostParts, count) }, (_, more) =>
      evenly(count, more + 1).map(([from, to], part) => {
        const scenePart = cut(from, to, part, more + 1)
        return part === 0 ? scenePart : withoutLead(scenePart)
      }),
    )
  switch (scene.kind) {
    case 'text':
      return ways(scene.paragraphs.length, (from, to) => ({
        ...scene,
        paragraphs: scene.paragraphs.slice(from, to),
      }))
    case 'points':
      return ways(scene.points.length, (from, to) => ({ ...scene, points: scene.points.slice(from, to) }))
    case 'steps': {
      const { first = 1, ...rest } = scene
      return ways(scene.steps.length, (from, to) => {
        const number = first + from
        return { ...rest, ...(number > 1 ? { first: number } : {}), steps: scene.steps.slice(from, to) }
      })
    }
    case 'checklist':
      return ways(scene.items.length, (from, to) => ({ ...scene, items: scene.items.slice(from, to) }))
    case 'timeline':
      return ways(scene.stages.length, (from, to) => ({ ...scene, stages: scene.stages.slice(from, to) }))
    case 'chart':
      return ways(scene.regions.length, (from, to) => ({ ...scene, regions: scene.regions.slice(from, to) }))
    case 'numbers':
      return ways(scene.numbers.length, (from, to) => ({ ...scene, numbers: scene.numbers.slice(from, to) }))
    case 'people':
      return ways(scene.people.length, (from, to) => ({ ...scene, people: scene.people.slice(from, to) }))
    case 'terms':
      return [
        [scene],
        ...ways(scene.terms.length, (from, to) => ({ ...scene, terms: scene.terms.slice(from, to) })).slice(1),
      ]
    case 'sides': {
      const [one, other] = scene.sides
      return ways(Math.max(one.points.length, other.points.length), (_, __, part, parts) => ({
        ...scene,
        sides: [portion(one, part, parts), portion(other, part, parts)],
      }))
    }
    case 'title':
    case 'note':
    case 'callout':
    case 'picture':
    case 'code':
    case 'closing':
      return [[scene]]
  }
}

type Side = Extract<Scene, { readonly kind: 'sides' }>['sides'][number]

/** A side with too few points to go on is the same in every part. */
function portion(side: Side, part: number, parts: number): Side {
  const [from, to] =
    side.points.length < parts ? [0, side.points.length] : (evenly(side.points.length, parts)[part] ?? [])
  return { ...side, points: side.points.slice(from, to) }
}

/** `count` things in `parts` rows one after another, as even as possible, the longer ones first: from and to of each. */
function evenly(count: number, parts: number): readonly (readonly [number, number])[] {
  const endOf = (part: number) => Math.ceil((count * part) / parts)
  return Array.from({ length: parts }, (_, part) => [endOf(part), endOf(part + 1)] as const)
}

function withoutLead(scene: Scene): Scene {
  if (!('lead' in scene)) return scene
  const { lead: _, ...rest } = scene
  return rest
}

/** Characters that have to go, from its longest texts first. */
function excessOf(whole: Scene, fits: Fits): number {
  const lengthOf = (one: Scene) => textsIn(one).reduce((sum, text) => sum + text.length, 0)
  // Of these nothing fits for certain, and they would take long to measure.
  const scene = mapTexts(whole, (text) => text.slice(0, mostMeasured))
  const all = lengthOf(scene)
  return lengthOf(whole) - largest(all - 1, (kept) => fits(shortened(scene, all - kept)))
}

function shortened(scene: Scene, count: number): Scene {
  const lengths = textsIn(scene).map((text) => text.length)
  for (let left = count; left > 0; ) {
    const longest = Math.max(...lengths)
    const place = lengths.indexOf(longest)
    const next = Math.max(1, ...lengths.filter((length) => length < longest))
    const cut = Math.min(left, Math.max(1, longest - next))
    if (longest <= 1) break
    lengths[place] = longest - cut
    left -= cut
  }
  return mapTexts(scene, (text, index) => text.slice(0, lengths[index]).trim() || text.slice(0, 1))
}

/** The largest number up to `most` for which something holds that holds for smaller ones. */
function largest(most: number, holds: (count: number) => boolean): number {
  let [low, high] = [0, most]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (holds(middle)) low = middle
    else high = middle - 1
  }
  return low
}
