/** What somebody changed on this page and how each of it is taken back, the last first. */
import { useCallback, useMemo, useRef, useState } from 'react'
import { deliver } from '../shared/press.ts'
import type { Notice } from './changes.ts'

export interface Step {
  readonly id: string
  /** What was done: `Moved Lake`. */
  readonly words: string
}

interface KeptStep extends Step {
  /** @returns whether it was taken back */
  readonly back: () => Promise<boolean>
}

type Sent = Parameters<typeof deliver>[1]

export interface Steps {
  readonly notice: Notice | undefined
  readonly hush: () => void
  /** What *Undo* takes back now. */
  readonly last: Step | undefined
  /** Tells what happened, without a way back. */
  readonly say: (tone: Notice['tone'], text: string) => void
  /** Notes a change that is made. @param words without a full stop @param note a sentence about it */
  readonly done: (words: string, back: () => Promise<boolean>, note?: string) => void
  readonly undo: () => Promise<void>
  /** Asks the hub for a change. @returns undefined when nothing came of it; the notice says why */
  readonly send: <Answer>(path: string, how: Sent) => Promise<Answer | undefined>
}

const mostSteps = 100
const unanswered =
  'Anteroom did not answer, so it is not known whether this was done. The page shows it as soon as Anteroom is back.'
let count = 0

export function useSteps(): Steps {
  const [notice, setNotice] = useState<Notice>()
  const [steps, setSteps] = useState<readonly KeptStep[]>([])
  const newest = useRef(steps)
  newest.current = steps
  const isUndoing = useRef(false)
  const tell = useCallback((tone: Notice['tone'], text: string, undo?: string) => {
    count += 1
    setNotice({ id: count, tone, text, ...(undo === undefined ? {} : { undo }) })
  }, [])
  const send = useCallback(
    async <Answer>(path: string, how: Sent): Promise<Answer | undefined> => {
      const delivered = await deliver<Answer>(path, how)
      if (delivered.kind === 'done') return delivered.answer
      tell('wrong', delivered.kind === 'refused' ? delivered.message : unanswered)
      return undefined
    },
    [tell],
  )
  const done = useCallback(
    (words: string, back: () => Promise<boolean>, note?: string) => {
      count += 1
      const id = `step-${count}`
      setSteps((before) => [...before, { id, words, back }].slice(-mostSteps))
      tell('done', note === undefined ? `${words}.` : `${words}. ${note}`, id)
    },
    [tell],
  )
  const undo = useCallback(async () => {
    const step = newest.current.at(-1)
    if (step === undefined || isUndoing.current) return
    isUndoing.current = true
    const isBack = await step.back().finally(() => {
      isUndoing.current = false
    })
    if (!isBack) return
    setSteps((before) => before.filter(({ id }) => id !== step.id))
    tell('done', `Taken back: ${step.words}.`)
  }, [tell])
  const last = steps.at(-1)
  return useMemo(
    () => ({ notice, hush: () => setNotice(undefined), last, say: (tone, text) => tell(tone, text), done, undo, send }),
    [notice, last, tell, done, undo, send],
  )
}
