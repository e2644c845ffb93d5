/** One film being edited: its steps, what is kept until it is saved, and the file, which others may change or take away meanwhile. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ChangedMeanwhile, ExplainerSaved } from '../../../core/explainer-contract.ts'
import { deliver } from '../../shared/press.ts'
import { bringAllBack, deleteAll } from '../deletion.ts'
import { sourceAddress } from './film-address.ts'
import { draftFrom, type FilmDraft, textOf } from './film-draft.ts'
import { fileAt, gone, type OpenedFilm } from './film-file.ts'
import { type History, useHistory } from './history.ts'
import { type FileText, forget, keep, type Thrown } from './kept-film.ts'

export type Saving =
  | { readonly kind: 'saved'; readonly isNew: boolean; readonly version: string }
  /** Somebody else has changed the file, or taken it away: `theirs` says what stands there. */
  | { readonly kind: 'changed' | 'gone' }
  | { readonly kind: 'refused'; readonly message: string }

export interface EditedFilm {
  readonly history: History<FilmDraft>
  readonly text: string
  /** The text in the folder, as far as this page knows. */
  readonly base: FileText
  readonly isChanged: boolean
  readonly isSaving: boolean
  /** What somebody else has made of the file meanwhile; without a version when they have taken it away. */
  readonly theirs: FileText | undefined
  /** Deleted or discarded here; it can be brought back with every word. */
  readonly thrown: Thrown | undefined
  readonly save: () => Promise<Saving>
  /** Saves over what somebody else has written: they have been looked at. */
  readonly keepMine: () => Promise<Saving>
  readonly takeTheirs: () => void
  /**
   * Takes it out of the folder; what was never in it is only put aside.
   *
   * @param others its other languages, which go with it
   * @returns why not
   */
  readonly remove: (others?: readonly string[]) => Promise<string | undefined>
  /** @returns why not */
  readonly bringBack: () => Promise<string | undefined>
  /** Nothing of it is kept on this computer. */
  readonly forget: () => void
}

const keepAfterMs = 250
const unanswered = 'Anteroom did not answer, so it is not known whether this was saved. What you wrote is kept here.'

/** @param news changes when the hub tells of the file anew */
export function useFilm(path: string, opened: OpenedFilm, news: string): EditedFilm {
  const history = useHistory(() => opened.film)
  const [base, setBase] = useState(opened.base)
  const [theirs, setTheirs] = useState(opened.theirs)
  const [thrown, setThrown] = useState(opened.thrown)
  const [isSaving, setSaving] = useState(false)
  const { value: film, change, reset } = history
  const { id } = opened
  const text = textOf(film)
  const isChanged = text !== base.text
  const newest = useRef({ film, base, isChanged, thrown, isOver: false })
  newest.current = { ...newest.current, film, base, isChanged, thrown }

  const isGone = thrown !== undefined || (theirs !== undefined && theirs.version === null)
  useEffect(() => {
    const store = () => {
      if (newest.current.isOver) return
      // What is no longer in the folder stands here only.
      if (!isChanged && !isGone) forget(path, id)
      // What a template or another language begins with is no work of anybody's.
      else if (film !== opened.film || isGone)
        keep(path, { id, film, base, ...(thrown === undefined ? {} : { thrown }) })
    }
    const timer = setTimeout(store, keepAfterMs)
    window.addEventListener('pagehide', store)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pagehide', store)
    }
  }, [path, id, film, base, isChanged, isGone, thrown, opened])

  // Somebody may work in the folder: what nobody has touched here follows, the rest is asked about.
  const look = useCallback(
    async (isOver: () => boolean) => {
      const asked = newest.current.base.version
      const there = await fileAt(path)
      const { base, isChanged, thrown, film } = newest.current
      // What was read before it was saved here says nothing new.
      if (isOver() || base.version !== asked) return
      if (there === undefined) {
        if (asked !== null && thrown === undefined) setTheirs(gone)
        return
      }
      setThrown(undefined)
      if (there.version === asked) return setTheirs(undefined)
      if (isChanged) return setTheirs(there)
      setTheirs(undefined)
      setBase(there)
      reset(draftFrom(there.text, film.cards))
    },
    [path, reset],
  )
  const isFirst = useRef(true)
  // Again when there is news.
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false
      return
    }
    let isOver = false
    void look(() => isOver).catch(() => {})
    return () => {
      isOver = true
    }
  }, [look, news])

  const send = useCallback(
    async (version: string | null, film = newest.current.film): Promise<Saving> => {
      const text = textOf(film)
      const isNew = version === null
      setSaving(true)
      const delivered = await deliver<ExplainerSaved>(sourceAddress(path), {
        method: 'PUT',
        body: JSON.stringify({ text, version }),
      }).finally(() => setSaving(false))
      switch (delivered.kind) {
        case 'done':
          setBase({ text, version: delivered.answer.version })
          setTheirs(undefined)
          return { kind: 'saved', isNew, version: delivered.answer.version }
        case 'unanswered':
          return { kind: 'refused', message: unanswered }
        case 'refused': {
          if (delivered.reason !== 'changed-meanwhile') return { kind: 'refused', message: delivered.message }
          const { text: other, version: now } = delivered as unknown as ChangedMeanwhile
          setTheirs({ text: other ?? '', version: now })
          return { kind: now === null ? 'gone' : 'changed' }
        }
      }
    },
    [path],
  )

  return {
    ...{ history, text, base, isChanged, isSaving, theirs, thrown },
    save: () => send(base.version),
    keepMine: () => {
      const mine = newest.current.film
      // As a step before this one: Undo brings theirs back.
      if (theirs !== undefined && theirs.version !== null) {
        change((before) => draftFrom(theirs.text, before.cards))
        change(() => mine)
      }
      return send(theirs === undefined ? base.version : theirs.version, mine)
    },
    takeTheirs: () => {
      if (theirs === undefined) return
      // As a step: Undo brings back what was written here.
      change((before) => draftFrom(theirs.text, before.cards))
      setBase(theirs)
      setTheirs(undefined)
    },
    remove: async (others = []) => {
      if (base.version === null || theirs?.version === null) {
        setThrown({ kind: 'discarded' })
        return undefined
      }
      const deleted = await deleteAll([...others, path])
      if (deleted.kind === 'refused') return deleted.message
      setThrown({ kind: 'deleted', undos: deleted.undos })
      return undefined
    },
    bringBack: async () => {
      if (thrown?.kind !== 'deleted') {
        setThrown(undefined)
        return undefined
      }
      const trouble = await bringAllBack(thrown.undos)
      setThrown(undefined)
      newest.current = { ...newest.current, thrown: undefined }
      // Somebody else may have brought it back, or put another one in its place.
      await look(() => false).catch(() => {})
      return trouble
    },
    forget: () => {
      newest.current.isOver = true
      forget(path, id)
    },
  }
}
