/** One playlist being edited: every change is shown at once, saved at once, and can be taken back. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { type PlaylistDetail, type PlaylistFile, playlistAddress, useAsked } from '../programming.ts'
import type { Steps } from '../steps.ts'

export interface ListEditing {
  /** Undefined until the hub has answered. */
  readonly detail: PlaylistDetail | undefined
  /** As it is on this page; ahead of the hub while a change is on its way. */
  readonly file: PlaylistFile
  readonly problem: string | undefined
  readonly isSaving: boolean
  /** @param words what is done, without a full stop */
  readonly change: (file: PlaylistFile, words: string) => void
}

interface Saved {
  readonly before: PlaylistFile | null
}

const empty: PlaylistFile = { items: [] }

/** @param key changes whenever the hub tells of playlists or files anew */
export function useListEditing(name: string, key: unknown, steps: Steps): ListEditing {
  const [round, setRound] = useState(0)
  const { answer, problem } = useAsked<PlaylistDetail>(playlistAddress(name), `${String(key)} ${round}`)
  const [ahead, setAhead] = useState<PlaylistFile>()
  const waiting = useRef(0)
  const chain = useRef<Promise<unknown>>(Promise.resolve())
  const { send, done } = steps

  /** One after the other: two quick changes must not arrive the wrong way round. */
  const save = useCallback(
    (file: PlaylistFile): Promise<Saved | undefined> => {
      waiting.current += 1
      setAhead(file)
      const saved = chain.current.then(() =>
        send<Saved>(playlistAddress(name), { method: 'PUT', body: JSON.stringify(file) }),
      )
      chain.current = saved.finally(() => {
        waiting.current -= 1
        if (waiting.current === 0) setRound((before) => before + 1)
      })
      return saved
    },
    [name, send],
  )

  // What the hub says counts again as soon as nothing is on its way.
  useEffect(() => {
    if (answer !== undefined && waiting.current === 0) setAhead(undefined)
  }, [answer])

  // What the next change is made to.
  const newest = useRef<PlaylistFile>(empty)
  newest.current = ahead ?? answer?.file ?? empty

  const change = useCallback(
    (file: PlaylistFile, words: string) => {
      const known = newest.current
      newest.current = file
      void save(file).then((saved) => {
        if (saved === undefined) return
        const { before } = saved
        const isOwn = before !== null && sameText(before) === sameText(known)
        const back = async () => (await save(before ?? empty)) !== undefined
        done(words, back, isOwn ? undefined : 'Somebody else had changed it meanwhile: Undo brings theirs back.')
      })
    },
    [save, done],
  )
  return {
    detail: answer,
    file: newest.current,
    problem,
    isSaving: ahead !== undefined,
    change,
  }
}

/** The same for equal files, whatever order their entries were written in. */
const sameText = (file: PlaylistFile): string => JSON.stringify(sorted(file))

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  return Object.fromEntries(
    entries.sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, one]) => [key, sorted(one)]),
  )
}
