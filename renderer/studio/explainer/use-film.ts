/** One film being edited: its steps, what is kept until it is saved, saving, and the file that changes meanwhile. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ChangedMeanwhile, ExplainerSaved } from '../../../core/explainer-contract.ts'
import { deliver } from '../../shared/press.ts'
import { sourceAddress } from './film-address.ts'
import { draftFrom, type FilmDraft, textOf } from './film-draft.ts'
import { type FileText, fileAt, keep, type OpenedFilm } from './film-file.ts'
import { type History, useHistory } from './history.ts'

export type Saving =
  | { readonly kind: 'saved'; readonly isNew: boolean }
  | { readonly kind: 'changed' }
  | { readonly kind: 'refused'; readonly message: string }

export interface EditedFilm {
  readonly history: History<FilmDraft>
  readonly text: string
  /** The text in the folder, as far as this page knows. */
  readonly base: FileText
  readonly isChanged: boolean
  readonly isSaving: boolean
  /** What somebody else has made of the file meanwhile. */
  readonly theirs: FileText | undefined
  readonly save: () => Promise<Saving>
  /** Saves over what somebody else has written: they have been looked at. */
  readonly keepMine: () => Promise<Saving>
  readonly takeTheirs: () => void
  /** The film is gone: nothing of it is kept. */
  readonly forget: () => void
}

const keepAfterMs = 250
const unanswered = 'The hub did not answer, so it is not known whether this was saved. What you wrote is kept here.'

/** @param news changes when the hub tells of the file anew */
export function useFilm(path: string, opened: OpenedFilm, news: string): EditedFilm {
  const history = useHistory(() => opened.film)
  const [base, setBase] = useState(opened.base)
  const [theirs, setTheirs] = useState(opened.theirs)
  const [isSaving, setSaving] = useState(false)
  const { value: film, change, reset } = history
  const text = textOf(film)
  const isChanged = text !== base.text
  const newest = useRef({ film, base, isChanged, isOver: false })
  newest.current = { ...newest.current, film, base, isChanged }

  useEffect(() => {
    const store = () => {
      if (newest.current.isOver) return
      if (!isChanged) keep(path, undefined)
      // What a template or another language begins with is no work of anybody's.
      else if (film !== opened.film) keep(path, { film, base })
    }
    const timer = setTimeout(store, keepAfterMs)
    window.addEventListener('pagehide', store)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pagehide', store)
    }
  }, [path, film, base, isChanged, opened])

  // Somebody may work in the folder: what nobody has touched here follows, the rest is asked about.
  const isFirst = useRef(true)
  // Asked again when there is news.
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false
      return
    }
    let isOver = false
    const asked = newest.current.base.version
    void fileAt(path)
      .then((there) => {
        // What was read before it was saved here says nothing new.
        const isOld = newest.current.base.version !== asked
        if (isOver || isOld || there === undefined || there.version === asked) return
        if (newest.current.isChanged) return setTheirs(there)
        setBase(there)
        reset(draftFrom(there.text, newest.current.film.cards))
      })
      .catch(() => {})
    return () => {
      isOver = true
    }
  }, [path, news, reset])

  const send = useCallback(
    async (version: string | null, film = newest.current.film): Promise<Saving> => {
      const text = textOf(film)
      const isNew = newest.current.base.version === null
      setSaving(true)
      const delivered = await deliver<ExplainerSaved>(sourceAddress(path), {
        method: 'PUT',
        body: JSON.stringify({ text, version }),
      }).finally(() => setSaving(false))
      switch (delivered.kind) {
        case 'done':
          setBase({ text, version: delivered.answer.version })
          setTheirs(undefined)
          return { kind: 'saved', isNew }
        case 'unanswered':
          return { kind: 'refused', message: unanswered }
        case 'refused': {
          if (delivered.reason !== 'changed-meanwhile') return { kind: 'refused', message: delivered.message }
          const { text: other, version: now } = delivered as unknown as ChangedMeanwhile
          setTheirs({ text: other ?? '', version: now })
          return { kind: 'changed' }
        }
      }
    },
    [path],
  )

  return {
    ...{ history, text, base, isChanged, isSaving, theirs },
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
    forget: () => {
      newest.current.isOver = true
      keep(path, undefined)
    },
  }
}
