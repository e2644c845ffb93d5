/** What the studio does and what came of it, in words; and how the last of it can be taken back. */
import { useCallback, useMemo, useState } from 'react'
import type { z } from 'zod'
import type { Asset } from '../../core/asset.ts'
import type { contentAnswers, contentBodies } from '../../core/content-contract.ts'
import { deliver } from '../shared/press.ts'
import { bringAllBack, deleteAll } from './deletion.ts'
import { titleOfAsset } from './words.ts'

type Button = keyof typeof contentBodies & keyof typeof contentAnswers
type Body<Name extends Button> = z.input<(typeof contentBodies)[Name]>
type Answer<Name extends Button> = z.output<(typeof contentAnswers)[Name]>

export interface Notice {
  /** Two notices in the same words are two notices. */
  readonly id: number
  readonly tone: 'done' | 'wrong'
  readonly text: string
  /** What brings back what it tells of. */
  readonly undo?: string
}

export interface Changes {
  readonly notice: Notice | undefined
  readonly say: (tone: Notice['tone'], text: string, undo?: string) => void
  readonly hush: () => void
  /** @returns undefined when nothing came of it; the notice says why */
  readonly press: <Name extends Button>(
    name: Name,
    body: Body<Name>,
    words?: string,
  ) => Promise<Answer<Name> | undefined>
  readonly remove: (asset: Asset) => Promise<boolean>
  /** A film in all its languages, which come back together. @param films not none */
  readonly removeAll: (films: readonly Asset[]) => Promise<void>
  readonly undo: (id: string) => Promise<boolean>
  readonly replaceBy: (path: string, by: Asset) => Promise<void>
}

const unanswered =
  'Anteroom did not answer, so it is not known whether this was done. The page shows it as soon as Anteroom is back.'
let notices = 0
const takeBacks = new Map<string, () => Promise<void>>()

/** What is taken back otherwise than out of the trash. @returns what `undo` knows it by */
export function takenBackBy(act: () => Promise<void>): string {
  const id = `own-${takeBacks.size + 1}`
  takeBacks.set(id, act)
  return id
}

export function useChanges(): Changes {
  const [notice, setNotice] = useState<Notice>()
  const say = useCallback((tone: Notice['tone'], text: string, undo?: string) => {
    notices += 1
    setNotice({ id: notices, tone, text, ...(undo === undefined ? {} : { undo }) })
  }, [])
  return useMemo(() => {
    const sent = async <Answer>(path: string, how: Parameters<typeof deliver>[1]): Promise<Answer | undefined> => {
      const delivered = await deliver<Answer>(path, how)
      if (delivered.kind === 'done') return delivered.answer
      say('wrong', delivered.kind === 'refused' ? delivered.message : unanswered)
      return undefined
    }
    const press: Changes['press'] = async (name, body, words) => {
      const answer = await sent<Answer<typeof name>>(`/api/content/${name}`, { body: JSON.stringify(body) })
      if (answer !== undefined && words !== undefined) say('done', words)
      return answer
    }
    return {
      notice,
      say,
      hush: () => setNotice(undefined),
      press,
      remove: async (asset) => {
        const address = `/api/content/${asset.path.split('/').map(encodeURIComponent).join('/')}`
        const answer = await sent<{ readonly undo: string }>(address, { method: 'DELETE' })
        if (answer !== undefined) say('done', `Deleted: ${titleOfAsset(asset)}.`, answer.undo)
        return answer !== undefined
      },
      removeAll: async (films) => {
        const deleted = await deleteAll(films.map(({ path }) => path))
        if (deleted.kind === 'refused') return say('wrong', deleted.message)
        const [first] = films
        const words = `${first === undefined ? '' : titleOfAsset(first)}, in all its languages.`
        const back = async () => {
          const trouble = await bringAllBack(deleted.undos)
          if (trouble === undefined) say('done', `Brought back: ${words}`)
          else say('wrong', trouble)
        }
        say('done', `Deleted: ${words}`, takenBackBy(back))
      },
      undo: async (id) => {
        const own = takeBacks.get(id)
        if (own !== undefined) {
          await own()
          return true
        }
        const answer = await press('undo', { undo: id })
        if (answer !== undefined) say('done', `Brought back: ${answer.path}.`)
        return answer !== undefined
      },
      replaceBy: async (path, by) => {
        const answer = await press('replace', { path, by: by.path })
        if (answer !== undefined) say('done', `${titleOfAsset(by)} has taken the place of ${path}.`, answer.undo)
      },
    }
  }, [notice, say])
}
