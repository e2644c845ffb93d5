/** The page on a patient's phone: shows their code and their turn, and calls them. Plain, so that old phones can run it. */
import './ticket.css'
import { directionOf, languageName } from '../../core/languages.ts'
import type { PhoneButton, PhoneSnapshot } from '../../core/phone-contract.ts'
import { type PhoneLanguage, phoneLanguageOf, phoneLanguages, phoneWords } from '../../core/phone-words.ts'
import { clockTime } from '../shared/clinic-time.ts'
import { draw, element } from './elements.ts'
import { type Face, faceOf, isSummons } from './face.ts'
import { contentOf, sentenceOf } from './faces.ts'
import { fetchMissingLetters } from './letters.ts'
import type { PageContext, Rating } from './page-context.ts'
import { followTicket, sendPress } from './page-link.ts'
import { hush, isRingOn, ring, ringSorry, turnRingOn } from './ring.ts'

const page = document.getElementById('page') as HTMLElement
const told = document.getElementById('told') as HTMLElement
const chosenLanguage = 'anteroom-language'
/** Somebody may be on their way to the room already. */
const sorryMs = 60_000

let snapshot: PhoneSnapshot | undefined
let isGone = false
let isFresh = true
let isLeaving = false
let isRefused = false
let rating: Rating = { value: undefined, about: [] }
let sorryTimer = 0
let isSorry = false
let lastCall: string | undefined
let drawn = ''

followTicket({ onSnapshot: take, onGone: end, onLost: lose })

function take(next: PhoneSnapshot): void {
  const before = snapshot
  const wasCalled = before?.ticket?.state === 'called'
  snapshot = next
  isFresh = true
  if (next.ticket?.call?.retracted || (wasCalled && next.ticket?.state === 'waiting')) saySorry()
  else if (next.ticket?.state !== 'waiting') isSorry = false
  show()
}

function saySorry(): void {
  if (!isSorry) ringSorry()
  isSorry = true
  clearTimeout(sorryTimer)
  sorryTimer = window.setTimeout(() => {
    isSorry = false
    show()
  }, sorryMs)
}

function end(): void {
  isGone = true
  show()
}

function lose(): void {
  if (!isFresh) return
  isFresh = false
  show()
}

function show(): void {
  const language = languageOf()
  const words = phoneWords[language]
  if (snapshot === undefined || isGone) {
    if (isGone) drawFace({ kind: 'gone' }, language, [element('h1', { class: 'heading' }, words.gone)])
    else if (!isFresh) drawFace({ kind: 'gone' }, language, [element('p', { class: 'lead' }, words.lost)])
    return
  }
  const face = faceOf(snapshot, isSorry)
  const context = contextOf(snapshot, words)
  const key = JSON.stringify([face, snapshot.version, isFresh, isLeaving, isRefused, rating, isRingOn(), language])
  if (key !== drawn) {
    drawn = key
    drawFace(face, language, [headOf(context), ...contentOf(face, context), languagesOf(language, words.language)])
    tell(face, context)
  }
  ringFor(face, snapshot)
}

function contextOf(current: PhoneSnapshot, words: PageContext['words']): PageContext {
  return {
    ...{ snapshot: current, words, isFresh, isLeaving, isRefused, rating },
    isRingOn: isRingOn(),
    onRing: () => {
      turnRingOn()
      show()
    },
    onMoreTime: (needed) => void press('more-time', { needed }),
    onLeaving: (step) => {
      isLeaving = step === 'ask'
      if (step === 'go') void press('leaving', {})
      else show()
    },
    onRate: (next) => {
      rating = next
      show()
    },
    onSendRating: () => void press('feedback', { rating: rating.value, about: rating.about }),
  }
}

async function press(name: PhoneButton, body: object): Promise<void> {
  const answer = await sendPress(name, body)
  isRefused = answer === undefined
  if (answer === undefined) show()
  else take(answer)
}

function drawFace(face: Face, language: PhoneLanguage, children: readonly (Node | undefined)[]): void {
  const root = document.documentElement
  root.lang = language
  root.dir = directionOf(language)
  root.dataset.face = face.kind
  draw(page, ...children)
  fetchMissingLetters(page)
}

function headOf({ snapshot: current, words }: PageContext): Node | undefined {
  if (current.demo) return element('p', { class: 'ribbon' }, words.demonstration)
  if (isFresh) return undefined
  const asOf = words.asOf(clockTime(current.at, current.zone))
  return element('p', { class: 'lost', attributes: { role: 'alert' } }, `${words.lost} (${asOf})`)
}

function languagesOf(language: PhoneLanguage, label: string): Node {
  const select = element('select', { name: 'language', attributes: { 'aria-label': label } })
  for (const one of phoneLanguages) {
    const option = element('option', { attributes: { value: one, lang: one } }, languageName(one))
    option.selected = one === language
    select.append(option)
  }
  select.addEventListener('change', () => {
    sessionStorage.setItem(chosenLanguage, select.value)
    show()
  })
  return element('footer', {}, select)
}

const languageOf = () =>
  phoneLanguageOf([
    sessionStorage.getItem(chosenLanguage) ?? undefined,
    snapshot?.ticket?.language,
    ...navigator.languages,
  ])

/** Says a face once, when it comes, to whoever does not see it. */
function tell(face: Face, context: PageContext): void {
  const sentence = sentenceOf(face, context)
  const code = context.snapshot.ticket?.code
  document.title = code === undefined ? sentence : `${code} · ${sentence}`
  if (told.textContent !== sentence) told.textContent = sentence
}

function ringFor(face: Face, { ticket }: PhoneSnapshot): void {
  if (!isSummons(face)) {
    if (lastCall !== undefined) hush()
    lastCall = undefined
    return
  }
  // A recall is another call.
  const call = `${face.kind} ${ticket?.call?.at ?? ticket?.since}`
  if (call !== lastCall) ring()
  lastCall = call
}
