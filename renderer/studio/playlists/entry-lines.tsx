/** The lines of a playlist that may be edited; of very many only the first, and the rest when somebody asks for them. */
import { type ReactElement, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import type { Drag } from './drag.ts'
import type { Entry } from './entry.ts'
import { EntryLine } from './entry-line.tsx'
import type { ItemOptions } from './items.ts'
import { MoreLines } from './more-lines.tsx'
import { lengthOfRound, timesAnHour } from './totals.ts'

const atFirst = 100

interface LinesState {
  readonly entries: readonly Entry[]
  readonly drag: Drag
  readonly list: RefObject<HTMLOListElement | null>
  readonly isOff: boolean
  readonly onMove: (from: number, to: number) => void
  readonly onRemove: (at: number) => void
  readonly onChange: (at: number, changes: ItemOptions, words: string) => void
  readonly onText: (at: number, text: string) => void
}

export function EntryLines({
  entries,
  drag,
  list,
  isOff,
  onMove,
  onRemove,
  onChange,
  onText,
}: LinesState): ReactElement {
  const [most, setMost] = useState(atFirst)
  const [open, setOpen] = useState<string>()
  const focusNext = useRef<number>(undefined)
  const focusLine = (at: number) => {
    const last = Math.min(entries.length, most) - 1
    list.current?.querySelector<HTMLElement>(`[data-line="${Math.max(0, Math.min(at, last))}"] .entry-main`)?.focus()
  }
  // Whenever the lines change, the keyboard stays with its line.
  useLayoutEffect(() => {
    if (focusNext.current === undefined) return
    focusLine(focusNext.current)
    focusNext.current = undefined
  }, [entries])
  const lengthMs = lengthOfRound(entries)
  return (
    <div
      className="entries-place"
      data-empty={entries.length === 0}
      data-over={drag.over !== undefined}
      {...drag.target}
    >
      {entries.length === 0 && (
        <p className="entries-empty">
          Nothing in it yet. Press <b>Add</b> beside a file, or drag it here. While it is empty, what would play
          otherwise plays.
        </p>
      )}
      <ol ref={list} className="entries" data-end={drag.over === entries.length && entries.length > 0}>
        {entries.slice(0, most).map((entry, at) => (
          <EntryLine
            key={entry.key}
            {...{ entry, at, isOff }}
            count={entries.length}
            often={entry.kind === 'text' ? 0 : timesAnHour(entry.item, lengthMs, entry.durationMs)}
            isOpen={open === entry.key}
            isDropBefore={drag.over === at}
            acts={{
              onMove: (to) => {
                if (to < 0 || to >= entries.length) return
                focusNext.current = to
                onMove(at, to)
              },
              onRemove: () => {
                focusNext.current = Math.min(at, entries.length - 2)
                onRemove(at)
              },
              onToggle: () => setOpen(open === entry.key ? undefined : entry.key),
              onFocusLine: focusLine,
              onChange: (changes, words) => onChange(at, changes, words),
              onText: (text) => onText(at, text),
              onDragStart: (event) => drag.start(event, { kind: 'line', at }),
              onDragEnd: drag.end,
            }}
          />
        ))}
      </ol>
      <MoreLines all={entries.length} most={most} onMore={setMost} />
    </div>
  )
}
