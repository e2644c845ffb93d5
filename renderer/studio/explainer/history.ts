/** What somebody has written, step by step: typing in one field is one step until they pause. */
import { useCallback, useMemo, useReducer } from 'react'

export interface History<Value> {
  readonly value: Value
  /** @param mark what is changed; changes with the same mark in a row are one step */
  readonly change: (next: (before: Value) => Value, mark?: string) => void
  /** Begins anew: nothing before this comes back. */
  readonly reset: (value: Value) => void
  readonly undo: (() => void) | undefined
  readonly redo: (() => void) | undefined
}

interface Steps<Value> {
  readonly past: readonly Value[]
  readonly present: Value
  readonly future: readonly Value[]
  readonly mark: string | undefined
  readonly atMs: number
}

type Act<Value> =
  | { readonly kind: 'change'; readonly next: (before: Value) => Value; readonly mark?: string; readonly atMs: number }
  | { readonly kind: 'undo' | 'redo' }
  | { readonly kind: 'reset'; readonly value: Value }

const pauseMs = 1_500
const mostSteps = 200

export function useHistory<Value>(start: () => Value): History<Value> {
  const [steps, act] = useReducer(reduce<Value>, undefined, () => fresh(start()))
  const change = useCallback((next: (before: Value) => Value, mark?: string) => {
    act({ kind: 'change', next, atMs: performance.now(), ...(mark === undefined ? {} : { mark }) })
  }, [])
  const reset = useCallback((value: Value) => act({ kind: 'reset', value }), [])
  const { present: value, past, future } = steps
  return useMemo(
    () => ({
      value,
      change,
      reset,
      undo: past.length === 0 ? undefined : () => act({ kind: 'undo' }),
      redo: future.length === 0 ? undefined : () => act({ kind: 'redo' }),
    }),
    [value, past.length, future.length, change, reset],
  )
}

const fresh = <Value>(present: Value): Steps<Value> => ({ past: [], present, future: [], mark: undefined, atMs: 0 })

function reduce<Value>(steps: Steps<Value>, act: Act<Value>): Steps<Value> {
  const { past, present, future } = steps
  switch (act.kind) {
    case 'change': {
      const next = act.next(present)
      if (next === present) return steps
      const { mark, atMs } = act
      const isSameStep = mark !== undefined && mark === steps.mark && atMs - steps.atMs < pauseMs
      return { past: isSameStep ? past : [...past, present].slice(-mostSteps), present: next, future: [], mark, atMs }
    }
    case 'undo': {
      const before = past.at(-1)
      if (before === undefined) return steps
      return { past: past.slice(0, -1), present: before, future: [present, ...future], mark: undefined, atMs: 0 }
    }
    case 'redo': {
      const [after, ...rest] = future
      if (after === undefined) return steps
      return { past: [...past, present], present: after, future: rest, mark: undefined, atMs: 0 }
    }
    case 'reset':
      return fresh(act.value)
  }
}
