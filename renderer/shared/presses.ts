/** What a desk or a room does and what came of it, in words; and which of its steps can be taken back. */
import { useEffect, useRef, useState } from 'react'
import type { QueueButton } from '../../core/queue-bodies.ts'
import { useKept } from './kept.ts'
import { press, type QueueAnswer, type QueueBody } from './press.ts'

export interface Step {
  /** The revision its button answered with. */
  readonly event: number
  /** `K47 called to Room 1` */
  readonly words: string
  /** Several presses that were one for whoever pressed: they are taken back together. */
  readonly batch?: string
}

export interface Notice {
  readonly tone: 'done' | 'calm' | 'wrong' | 'sending'
  readonly text: string
  /** The step it tells of, if that can be taken back. */
  readonly event?: number
  /** What of the input the hub refused, if it is one thing: `lines.2.code`. */
  readonly field?: string
}

export interface Presses {
  readonly notice: Notice | undefined
  readonly say: (notice: Notice | undefined) => void
  /** What *Undo* takes back now. */
  readonly lastStep: Step | undefined
  /**
   * Sends a press, unless the same one is still on its way.
   *
   * @param words what happened, from the answer; the step can then be undone
   * @param batch one word for presses that belong together
   * @returns undefined when nothing came of it
   */
  readonly send: <Name extends QueueButton>(
    name: Name,
    body: QueueBody<Name>,
    words: (answer: QueueAnswer<Name>) => string,
    batch?: string,
  ) => Promise<QueueAnswer<Name> | undefined>
  /** @returns what *undo* answered */
  readonly undo: () => Promise<QueueAnswer<'undo'> | undefined>
  /** Closes the day; what was done before it cannot be taken back. */
  readonly closeDay: (anyway: boolean) => Promise<boolean>
}

const mostSteps = 20
const unanswered =
  'Anteroom did not answer, so it is not known whether this was done. The list shows it as soon as Anteroom is back.'

/** @param isDayOver when it becomes true, no step can be taken back any more */
export function usePresses(isDayOver: boolean): Presses {
  const [notice, say] = useState<Notice>()
  const [steps, setSteps] = useKept<readonly Step[]>(sessionStorage, 'anteroom-steps', [])
  const onItsWay = useRef(new Set<string>())
  /** Steps that are being made: the list may show them before they are answered. */
  const inTheMaking = useRef(new Set<Promise<unknown>>())
  const known = useRef(steps)
  known.current = steps
  const change = (of: (before: readonly Step[]) => readonly Step[]) => {
    known.current = of(known.current)
    setSteps(known.current)
  }
  useEffect(() => {
    if (isDayOver) setSteps([])
  }, [isDayOver, setSteps])

  const deliver = async <Name extends QueueButton>(name: Name, body: QueueBody<Name>, subject: string) => {
    if (onItsWay.current.has(subject)) return undefined
    onItsWay.current.add(subject)
    const onRetry = () => say({ tone: 'sending', text: 'No answer yet. Trying again …' })
    const pressed = await press(name, body, onRetry).finally(() => onItsWay.current.delete(subject))
    switch (pressed.kind) {
      case 'done':
        return pressed.answer
      case 'unanswered':
        say({ tone: 'wrong', text: unanswered })
        return undefined
      case 'refused':
        if (pressed.reason === 'cannot-undo') change(() => [])
        say({
          tone: pressed.reason === 'nobody-waiting' ? 'calm' : 'wrong',
          text: pressed.message,
          ...(pressed.field === undefined ? {} : { field: pressed.field }),
        })
        return undefined
    }
  }

  const make: Presses['send'] = async (name, body, words, batch) => {
    const answer = await deliver(name, body, `${name}${JSON.stringify(body)}`)
    if (answer === undefined) return undefined
    const { revision: event } = answer
    const step = { event, words: words(answer), ...(batch === undefined ? {} : { batch }) }
    say({ tone: 'done', text: `${step.words}.`, event })
    change((before) => [...before, step].sort((one, other) => one.event - other.event).slice(-mostSteps))
    return answer
  }

  return {
    notice,
    say,
    lastStep: steps.at(-1),
    send: (...press) => {
      const making = make(...press)
      inTheMaking.current.add(making)
      return making.finally(() => inTheMaking.current.delete(making))
    },
    undo: async () => {
      await Promise.allSettled(inTheMaking.current)
      const steps = known.current
      const last = steps.at(-1)
      if (last === undefined) {
        say({ tone: 'calm', text: 'There is nothing to undo here.' })
        return undefined
      }
      let taken: QueueAnswer<'undo'> | undefined
      for (const { event } of togetherWith(last, steps)) {
        const answer = await deliver('undo', { event }, 'undo')
        if (answer === undefined) return undefined
        change((before) => before.filter((step) => step.event !== event))
        taken = { ...answer, retracted: answer.retracted || taken?.retracted === true }
      }
      const seat = taken?.retracted ? ' The TV asks them to keep their seat.' : ''
      say({ tone: 'done', text: `Taken back: ${last.words}.${seat}` })
      return taken
    },
    closeDay: async (anyway) => {
      const answer = await deliver('close-day', anyway ? { anyway } : {}, 'close-day')
      if (answer === undefined) return false
      change(() => [])
      say({ tone: 'done', text: 'The day is closed.' })
      return true
    },
  }
}

/** A step and those that were one with it, the last first. */
const togetherWith = (last: Step, steps: readonly Step[]): readonly Step[] =>
  last.batch === undefined ? [last] : steps.filter(({ batch }) => batch === last.batch).toReversed()
