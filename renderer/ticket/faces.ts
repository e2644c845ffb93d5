/** Each face of the page: the code, the one thing to know or to do, and what can be pressed. */
import { waitWords } from '../../core/phone-words.ts'
import { clockTime } from '../shared/clinic-time.ts'
import { button, element } from './elements.ts'
import type { Face } from './face.ts'
import { feedbackForm } from './feedback-form.ts'
import type { PageContext } from './page-context.ts'
import { canVibrate } from './ring.ts'

/** One sentence that says the face, for the tab and for whoever cannot see it. */
export function sentenceOf(face: Face, { snapshot, words }: PageContext): string {
  switch (face.kind) {
    case 'trial':
      return words.works
    case 'gone':
      return words.gone
    case 'waiting':
      return waitWords(snapshot.ticket ?? {}, words)?.text ?? words.yourCode
    case 'called':
      return `${words.goTo} ${face.room}`
    case 'to-desk':
      return words.toDesk
    case 'coming':
      return words.coming
    case 'keep-seat':
      return `${words.keepSeat}. ${words.keepSeatWhy}`
    case 'held':
      return face.until === undefined ? words.held : words.heldUntil(clockTime(face.until, snapshot.zone))
    case 'inside':
      return words.inside
    case 'done':
      return words.thanks
    case 'left':
      return words.left
  }
}

/** What stands on the page, from its code down. */
export function contentOf(face: Face, context: PageContext): readonly (Node | undefined)[] {
  const { words } = context
  switch (face.kind) {
    case 'trial':
      return [heading(words.works), lead(words.worksWhy)]
    case 'gone':
      return [heading(words.gone)]
    case 'waiting':
      return [codeOf(context), waitOf(context), ringOf(context), pressesOf(context), notesOf(context)]
    case 'called':
      return [codeOf(context), lead(words.goTo), place(face.room), moreTimeOf(context)]
    case 'to-desk':
      return [codeOf(context), place(words.toDesk), lead(words.toDeskWhy)]
    case 'coming':
      return [codeOf(context), place(words.coming)]
    case 'keep-seat':
      return [codeOf(context), place(words.keepSeat), lead(words.keepSeatWhy)]
    case 'held':
      return [codeOf(context), lead(sentenceOf(face, context)), ringOf(context), pressesOf(context), notesOf(context)]
    case 'inside':
      return [codeOf(context), lead(words.inside)]
    case 'done':
      return [heading(words.thanks), feedbackForm(context), aftercareOf(context)]
    case 'left':
      return [heading(words.left), lead(words.leftWhy)]
  }
}

const heading = (text: string) => element('h1', { class: 'heading' }, text)
const lead = (text: string) => element('p', { class: 'lead' }, text)
/** Rooms have the clinic's own names, in a language of its own. */
const place = (text: string) => element('p', { class: 'place', dir: 'auto' }, text)

function codeOf({ snapshot, words }: PageContext): Node {
  const code = element('span', { class: 'code', dir: 'ltr' }, snapshot.ticket?.code ?? '')
  return element('h1', { class: 'own' }, element('span', { class: 'own-word' }, words.yourCode), ' ', code)
}

function waitOf({ snapshot, words }: PageContext): Node | undefined {
  const wait = waitWords(snapshot.ticket ?? {}, words)
  if (wait === undefined) return undefined
  const { text, clock } = wait
  const isSentence = snapshot.ticket?.shown?.kind === 'over'
  const { later, pausedUntil } = snapshot.ticket ?? {}
  return element(
    'div',
    { class: isSentence ? 'wait wait-sentence' : 'wait' },
    element('p', { class: 'wait-text' }, text),
    clock !== undefined && element('p', { class: 'wait-clock' }, element('bdi', {}, clock)),
    pausedUntil !== undefined && element('p', { class: 'small' }, words.pause(clockTime(pausedUntil, snapshot.zone))),
    later !== undefined && element('p', { class: 'small' }, words.later[later]),
  )
}

function ringOf({ words, isRingOn, onRing }: PageContext): Node {
  const limits = element('p', { class: 'small' }, words.soundLimits)
  if (!isRingOn) return element('section', { class: 'ring' }, button('ring', 'first', words.soundOn, onRing), limits)
  const on = canVibrate() ? `${words.soundIsOn} ${words.vibrates}` : words.soundIsOn
  return element('section', { class: 'ring' }, element('p', { class: 'noted' }, on), limits)
}

function moreTimeOf({ snapshot, words, isFresh, onMoreTime }: PageContext): Node {
  if (!snapshot.ticket?.moreTime)
    return off(
      button('more', 'plain', words.moreTime, () => onMoreTime(true)),
      isFresh,
    )
  return element(
    'div',
    { class: 'noted' },
    element('p', {}, words.moreTimeKnown),
    off(
      button('more', 'quiet', words.takeBack, () => onMoreTime(false)),
      isFresh,
    ),
  )
}

function pressesOf(context: PageContext): Node {
  const { words, isLeaving, isFresh, isRefused, onLeaving } = context
  const refused = isRefused && element('p', { class: 'refused', attributes: { role: 'alert' } }, words.notPossible)
  if (!isLeaving) {
    const leave = off(
      button('leave', 'plain', words.leave, () => onLeaving('ask')),
      isFresh,
    )
    return element('section', { class: 'presses' }, refused, moreTimeOf(context), leave)
  }
  return element(
    'section',
    { class: 'presses asking' },
    element('p', { attributes: { role: 'alert' } }, words.leaveAsk),
    button('leave', 'first', words.leaveNo, () => onLeaving('stay')),
    off(
      button('go', 'plain', words.leaveYes, () => onLeaving('go')),
      isFresh,
    ),
  )
}

function aftercareOf({ snapshot: { aftercare }, words }: PageContext): Node | undefined {
  if (aftercare === undefined) return undefined
  // The clinic's page does not learn from where.
  const attributes = { href: aftercare, target: '_blank', rel: 'noopener noreferrer' }
  return element('a', { class: 'aftercare', name: 'aftercare', attributes }, words.aftercare)
}

const notesOf = ({ words }: PageContext) =>
  element(
    'section',
    { class: 'notes' },
    element('p', {}, words.keepOpen),
    element('p', {}, words.order),
    element('p', {}, words.withoutPhone),
  )

function off(made: HTMLButtonElement, isFresh: boolean): HTMLButtonElement {
  made.disabled = !isFresh
  return made
}
