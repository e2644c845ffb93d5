/** How chosen files come to the hub: what cannot be added is said at once, and a name in use is asked about first. */
import { useCallback, useRef, useState } from 'react'
import { freeName } from '../../core/content-path.ts'
import { type Chosen, sorted } from './dropped.ts'
import type { NameAnswer } from './questions.tsx'
import type { Uploads } from './uploads.ts'

export interface Adding {
  readonly add: (chosen: readonly Chosen[]) => void
  /** What is asked about now. */
  readonly asked: { readonly path: string; readonly more: number } | undefined
  readonly answer: (answer: NameAnswer, forAll: boolean) => void
}

interface Settings {
  readonly uploads: Uploads
  /** The paths of the content folder, as known now. */
  readonly paths: ReadonlySet<string>
  readonly onBad: (sentence: string) => void
  /** Told of a file that stays beside the one whose name it had: that is no new version of it. */
  readonly onKeptBoth: (path: string) => void
  /** Told of a file that has taken the place of another, with the way back. */
  readonly onReplaced: (path: string, undo: string | undefined) => void
}

/** So many are told one by one. */
const mostNamed = 6

export function useAdding({ uploads, paths, onBad, onKeptBoth, onReplaced }: Settings): Adding {
  const [open, setOpen] = useState<readonly Chosen[]>([])
  const known = useRef(paths)
  known.current = paths
  const isTaken = (path: string) =>
    known.current.has(path) || uploads.list().some((one) => one.path === path && one.state.kind !== 'failed')

  const add = useCallback(
    (chosen: readonly Chosen[]) => {
      const { good, bad } = sorted(chosen)
      const rest = bad.length - mostNamed
      const more = rest <= 0 ? [] : [rest === 1 ? 'One more cannot be added.' : `${rest} more cannot be added.`]
      const told = [...bad.slice(0, mostNamed), ...more]
      if (bad.length > 0) onBad(told.map((line) => (told.length === 1 ? line : `• ${line}`)).join('\n'))
      uploads.add(good.filter(({ path }) => !isTaken(path)).map((one) => ({ ...one, place: 'new' })))
      const inUse = good.filter(({ path, file }) => isTaken(path) && !uploads.list().some((one) => one.file === file))
      setOpen((before) => [...before, ...inUse])
    },
    [uploads, onBad],
  )

  const settle = ({ file, path }: Chosen, answer: NameAnswer) => {
    if (answer === 'replace') uploads.add([{ file, path, place: 'replace', onDone: onReplaced }])
    if (answer === 'keep-both') {
      uploads.add([{ file, path: freeName(path, isTaken), place: 'new', onDone: onKeptBoth }])
    }
  }
  const [first, ...others] = open
  return {
    add,
    asked: first === undefined ? undefined : { path: first.path, more: others.length },
    answer: (answer, forAll) => {
      for (const one of forAll ? open : open.slice(0, 1)) settle(one, answer)
      setOpen(forAll ? [] : others)
    },
  }
}
