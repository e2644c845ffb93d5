/** The page's own copy of every row: changed at once, saved when somebody says so, and given back as it was. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { isSame, loadAll, loadRow, type RowName, rowNames, rowWords, type Saved, saveRow, type Values } from './rows.ts'

const askAgainMs = 2_000

export type Notice =
  | { readonly kind: 'sending' }
  /** What was changed by it. */
  | { readonly kind: 'saved' | 'taken-back'; readonly rows: readonly RowName[] }
  /** The hub, or this page, said why not. */
  | { readonly kind: 'refused'; readonly message: string }
  /** Somebody else saved this row meanwhile. */
  | { readonly kind: 'changed'; readonly row: RowName }
  | { readonly kind: 'unanswered' }

export interface Draft {
  readonly values: Values
  readonly saved: Values
  /** Rows that differ from what the hub has. */
  readonly dirty: readonly RowName[]
  readonly notice: Notice | undefined
  readonly canUndo: boolean
  readonly change: <Name extends RowName>(name: Name, value: Values[Name]) => void
  /** @param more changed in the same press @returns whether everything is saved */
  readonly save: (more?: Partial<Values>) => Promise<boolean>
  readonly refuse: (message: string) => void
  readonly discard: () => void
  readonly undo: () => Promise<void>
  /** After `changed`: takes over what the other one has saved, or keeps what is on this page. */
  readonly takeTheirs: (row: RowName) => Promise<void>
  readonly keepMine: (row: RowName) => Promise<void>
}

export type DraftState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'absent' }
  | (Draft & { readonly kind: 'here' })

export function useDraft(): DraftState {
  const [saved, setSaved] = useState<Saved>()
  const [values, setValues] = useState<Values>()
  const [isAbsent, setAbsent] = useState(false)
  const [notice, setNotice] = useState<Notice>()
  const [before, setBefore] = useState<Partial<Values>>()
  const isSending = useRef(false)
  const ask = useCallback(async () => {
    const all = await loadAll().catch(() => undefined)
    setAbsent(all === undefined)
    if (all === undefined) return false
    setSaved(all)
    setValues(all.values)
    return true
  }, [])
  useEffect(() => {
    let timer = 0
    let isOver = false
    const tryOnce = async () => {
      if (!(await ask()) && !isOver) timer = window.setTimeout(() => void tryOnce(), askAgainMs)
    }
    void tryOnce()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [ask])
  const dirty =
    saved === undefined || values === undefined
      ? []
      : rowNames.filter((name) => !isSame(values[name], saved.values[name]))
  useLeaveGuard(dirty.length > 0)
  if (saved === undefined || values === undefined) return { kind: isAbsent ? 'absent' : 'connecting' }

  /** Saves rows one after another; one that names an entry which comes only with another row is tried again after it. */
  const send = async (wanted: Values, names: readonly RowName[], etags: Saved['etags']): Promise<Notice> => {
    let current: Saved = { values: saved.values, etags }
    let left = names
    let refused: Notice | undefined
    while (left.length > 0) {
      const later: RowName[] = []
      for (const name of left) {
        const sent = await saveRow(name, wanted[name], current.etags[name])
        if (sent.kind === 'unanswered') return { kind: 'unanswered' }
        if (sent.kind === 'refused' && sent.reason === 'changed-meanwhile') return { kind: 'changed', row: name }
        if (sent.kind === 'refused') {
          refused = { kind: 'refused', message: sent.message }
          if (sent.reason !== 'dangling' && sent.reason !== 'contradiction') return refused
          later.push(name)
          continue
        }
        current = {
          values: { ...current.values, [name]: wanted[name] },
          etags: { ...current.etags, [name]: sent.etag ?? '*' },
        }
        setSaved(current)
      }
      if (later.length === left.length) return refused ?? { kind: 'unanswered' }
      left = later
    }
    return { kind: 'saved', rows: names }
  }

  const saveAll = async (wanted: Values, etags: Saved['etags'], done: 'saved' | 'taken-back'): Promise<boolean> => {
    const names = rowNames.filter((name) => !isSame(wanted[name], saved.values[name]))
    if (names.length === 0) return true
    if (isSending.current) return false
    isSending.current = true
    setNotice({ kind: 'sending' })
    const old = Object.fromEntries(names.map((name) => [name, saved.values[name]])) as Partial<Values>
    const came = await send(wanted, names, etags).finally(() => {
      isSending.current = false
    })
    setNotice(came.kind === 'saved' ? { ...came, kind: done } : came)
    if (came.kind === 'saved') setBefore(done === 'saved' ? old : undefined)
    return came.kind === 'saved'
  }

  return {
    kind: 'here',
    values,
    saved: saved.values,
    dirty,
    notice,
    canUndo: notice?.kind === 'saved' && before !== undefined && dirty.length === 0,
    change: (name, value) => {
      setNotice(undefined)
      setValues((all) => (all === undefined ? all : { ...all, [name]: value }))
    },
    save: async (more = {}) => {
      const isSaved = await saveAll({ ...values, ...more }, saved.etags, 'saved')
      if (isSaved) setValues((all) => (all === undefined ? all : { ...all, ...more }))
      return isSaved
    },
    refuse: (message) => setNotice({ kind: 'refused', message }),
    discard: () => {
      setValues(saved.values)
      setNotice(undefined)
    },
    undo: async () => {
      if (before === undefined) return
      const wanted = { ...saved.values, ...before }
      if (await saveAll(wanted, saved.etags, 'taken-back')) setValues(wanted)
    },
    takeTheirs: async (row) => {
      const theirs = await loadRow(row).catch(() => undefined)
      if (theirs === undefined) return setNotice({ kind: 'unanswered' })
      setSaved({
        values: { ...saved.values, [row]: theirs.value },
        etags: { ...saved.etags, [row]: theirs.etag },
      })
      setValues({ ...values, [row]: theirs.value })
      setNotice(undefined)
    },
    keepMine: async (row) => {
      await saveAll(values, { ...saved.etags, [row]: '*' }, 'saved')
    },
  }
}

/** The browser asks before a page with unsaved changes is closed. */
function useLeaveGuard(isDirty: boolean): void {
  useEffect(() => {
    if (!isDirty) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isDirty])
}

export const namesOf = (rows: readonly RowName[]): string => rows.map((row) => rowWords[row]).join(', ')
