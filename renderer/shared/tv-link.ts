/** The desk's way to the TV: what it shows and how it sounds now, and the buttons that change that. */
import { useState } from 'react'
import type { z } from 'zod'
import type { TvButton, TvState, tvAnswers, tvBodies } from '../../core/tv-contract.ts'
import { useLive } from './hub.ts'
import { deliver } from './press.ts'

export type TvBody<Name extends TvButton> = z.input<(typeof tvBodies)[Name]>
export type TvAnswer<Name extends TvButton> = z.output<(typeof tvAnswers)[Name]>

export interface TvLink {
  /** Undefined until the hub has answered. */
  readonly tv: TvState | undefined
  readonly isFresh: boolean
  /** What came of the last press, in words. */
  readonly said: string | undefined
  readonly isWrong: boolean
  /** @param words what to say when it is done @returns undefined when nothing came of it */
  readonly press: <Name extends TvButton>(
    name: Name,
    body: TvBody<Name>,
    words: string,
  ) => Promise<TvAnswer<Name> | undefined>
}

export function useTv(): TvLink {
  const { data, isFresh } = useLive<TvState>('desk-tv')
  const [said, say] = useState<{ readonly text: string; readonly isWrong: boolean }>()
  return {
    tv: data,
    isFresh,
    said: said?.text,
    isWrong: said?.isWrong === true,
    press: async (name, body, words) => {
      const onRetry = () => say({ text: 'No answer yet. Trying again …', isWrong: false })
      const delivered = await deliver<TvAnswer<typeof name>>(`/api/tv/${name}`, { body: JSON.stringify(body) }, onRetry)
      switch (delivered.kind) {
        case 'done':
          say({ text: words, isWrong: false })
          return delivered.answer
        case 'refused':
          say({ text: delivered.message, isWrong: true })
          return undefined
        case 'unanswered':
          say({ text: 'Anteroom did not answer, so it is not known whether this was done.', isWrong: true })
          return undefined
      }
    },
  }
}
