/** The words of a film as captions (WebVTT), scene by scene: for players that show no picture of them, and for whoever searches them. */
import { regionName } from './anatomy.ts'
import { filmWords, signsOf } from './film-words.ts'
import { framesOf, msOf, type PlannedScene, type Scene } from './scene.ts'
import { mapTexts } from './scene-texts.ts'
import { withoutSoftHyphens } from './soft-hyphen.ts'
import type { Brand } from './theme.ts'

const longestLine = 42
const linesAtOnce = 2

interface Around {
  /** BCP 47; films add a few words of their own. */
  readonly locale?: string
  /** Its name and tagline close a film that has no last words. */
  readonly brand?: Pick<Brand, 'name' | 'tagline'>
}

/** Every text of a film, each within the time of its scene: at most two lines of 42 characters at once. */
export function captionsOf(planned: readonly PlannedScene[], around: Around = {}): string {
  let frame = 0
  const cues = planned.flatMap(({ scene, durationMs }) => {
    const from = frame
    frame += framesOf(durationMs)
    return cuesOf(saidIn(mapTexts(scene, withoutSoftHyphens), around), msOf(from), msOf(frame))
  })
  return ['WEBVTT', ...cues, ''].join('\n\n').replace(/\n\n$/, '\n')
}

/** One cue after another, each for its share of the time. */
function cuesOf(texts: readonly string[], fromMs: number, toMs: number): readonly string[] {
  const shown = shownTogether(texts)
  const whole = shown.reduce((sum, text) => sum + shareOf(text), 0)
  let told = 0
  return shown.map((text) => {
    const moment = () => timeOf(fromMs + Math.round(((toMs - fromMs) * told) / whole))
    const begins = moment()
    told += shareOf(text)
    return `${begins} --> ${moment()}\n${escaped(text)}`
  })
}

/** Eyes have to find a caption before they read it, however short it is. */
const shareOf = (text: string): number => text.length + 15

/** Texts in lines, two at once; a text that takes more than one line begins a caption of its own. */
function shownTogether(texts: readonly string[]): readonly string[] {
  const shown: string[] = []
  let isOpen = false
  for (const text of texts) {
    const lines = linesOf(text)
    const before = shown.at(-1)
    if (isOpen && before !== undefined && lines.length === 1) {
      shown.splice(-1, 1, `${before}\n${lines[0]}`)
      isOpen = false
      continue
    }
    for (let index = 0; index < lines.length; index += linesAtOnce)
      shown.push(lines.slice(index, index + linesAtOnce).join('\n'))
    isOpen = lines.length === 1
  }
  return shown
}

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/u
const unseen = /\p{Cf}/u
/** A Chinese sign takes the room of two letters. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (unseen.test(sign) ? 0 : wide.test(sign) ? 2 : 1), 0)

function linesOf(text: string): readonly string[] {
  // Where nothing is written between words, a line may end behind any sign but a mark upon the one before.
  const pieces =
    text
      .match(/[\S\u00a0]+[^\S\u00a0]*/gu)
      ?.flatMap((word) => (widthOf(word.trimEnd()) > longestLine || wide.test(word) ? signsIn(word) : [word])) ?? []
  const lines: string[] = []
  let line = ''
  for (const piece of pieces) {
    if (line !== '' && widthOf((line + piece).trimEnd()) > longestLine) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += piece
  }
  return [...lines, ...(line.trim() === '' ? [] : [line.trimEnd()])]
}

/** Signs with their marks, and with the punctuation that must not begin a line. */
const signsIn = (word: string): readonly string[] => word.match(/\P{M}[\p{M}\p{P}\s]*/gu) ?? [word]

const timeOf = (ms: number): string => {
  const digits = (value: number, count: number) => String(Math.floor(value)).padStart(count, '0')
  return `${digits(ms / 3_600_000, 2)}:${digits((ms / 60_000) % 60, 2)}:${digits((ms / 1_000) % 60, 2)}.${digits(ms % 1_000, 3)}`
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** What a scene says, thought by thought. */
function saidIn(scene: Scene, { locale = 'en', brand }: Around): readonly string[] {
  const { comma, colon } = signsOf(locale)
  const lead = 'lead' in scene && scene.lead !== undefined ? [scene.lead] : []
  switch (scene.kind) {
    case 'title':
      return present([scene.title, scene.subtitle, scene.minutes === undefined ? undefined : `${scene.minutes} min`])
    case 'text':
      return [scene.heading, ...scene.paragraphs]
    case 'points':
      return [scene.heading, ...lead, ...scene.points]
    case 'steps': {
      const { first = 1 } = scene
      return [scene.heading, ...lead, ...scene.steps.map((step, index) => `${first + index}. ${step}`)]
    }
    case 'note':
      return [scene.heading, scene.note]
    case 'callout':
      return [scene.heading, scene.text]
    case 'checklist':
      return [scene.heading, ...lead, ...scene.items]
    case 'picture':
      return [scene.heading, scene.caption ?? scene.picture.alt]
    case 'timeline':
      return [
        scene.heading,
        ...lead,
        ...scene.stages.flatMap(({ when, text, care }) => present([`${when}${colon}${text}`, care])),
      ]
    case 'chart':
      return [
        scene.heading,
        ...lead,
        ...scene.regions.map(({ region, text }) => {
          const name = regionName(region, locale)
          return name === undefined ? text : `${name}${colon}${text}`
        }),
      ]
    case 'sides': {
      const names = filmWords(locale).sides
      const sides = scene.sides.flatMap(({ label, points }, index) => [label ?? names[index] ?? '', ...points])
      return [scene.heading, ...lead, ...sides]
    }
    case 'numbers':
      return [scene.heading, ...lead, ...scene.numbers.map(({ value, label }) => `${value}${colon}${label}`)]
    case 'people':
      return [
        scene.heading,
        ...lead,
        ...scene.people.map(
          ({ name, role, says }) => present([name, role]).join(comma) + (says === undefined ? '' : colon + says),
        ),
      ]
    case 'terms':
      return [
        scene.heading,
        ...lead,
        ...(scene.until === undefined ? [] : [`${filmWords(locale).until} ${scene.until}`]),
        ...scene.terms,
      ]
    case 'code':
      return present([scene.heading, scene.text])
    case 'closing':
      return scene.closing === undefined
        ? present([brand?.name, brand?.tagline])
        : present([scene.closing, brand?.name])
  }
}

const present = (texts: readonly (string | undefined)[]): readonly string[] =>
  texts.filter((text) => text !== undefined)
