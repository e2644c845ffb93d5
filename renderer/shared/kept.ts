/** State that outlives a reload: in this tab for what is half done, in this browser for what somebody has chosen. */
import { useCallback, useRef, useState } from 'react'
import { type Keeping, usePractice } from './practice-context.ts'

type Change<Value> = Value | ((before: Value) => Value)

/**
 * Like `useState`, but kept from the moment it is set, also when its component is gone by then.
 *
 * @param start also when what was kept cannot be read any more
 */
export function useKept<Value extends object>(
  storage: Storage,
  name: string,
  start: Value,
): [Value, (change: Change<Value>) => void] {
  // What somebody practises stays apart.
  const place = usePractice()?.keeping ?? storage
  const [value, show] = useState<Value>(() => read(place, name) ?? start)
  const newest = useRef(value)
  const change = useCallback(
    (next: Change<Value>) => {
      newest.current = typeof next === 'function' ? next(newest.current) : next
      place.setItem(name, JSON.stringify(newest.current))
      show(newest.current)
    },
    [place, name],
  )
  return [value, change]
}

function read<Value>(storage: Keeping, name: string): Value | undefined {
  try {
    return JSON.parse(storage.getItem(name) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}
