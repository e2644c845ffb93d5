/** Dragging lines within the list, and things from the library into it; the keys and buttons do the same. */
import { type DragEvent, type RefObject, useRef, useState } from 'react'
import type { PlaylistItem } from '../programming.ts'

export type Dragged =
  | { readonly kind: 'line'; readonly at: number }
  | { readonly kind: 'new'; readonly item: PlaylistItem; readonly title: string }

export interface Drag {
  /** Before which line it would land. */
  readonly over: number | undefined
  readonly start: (event: DragEvent, dragged: Dragged) => void
  readonly end: () => void
  /** For the list that is dropped on. */
  readonly target: {
    readonly onDragOver: (event: DragEvent) => void
    readonly onDragLeave: (event: DragEvent) => void
    readonly onDrop: (event: DragEvent) => void
  }
}

/** @param list its children are the lines @param onDrop `to` counts before anything is moved */
export function useDrag(list: RefObject<HTMLElement | null>, onDrop: (dragged: Dragged, to: number) => void): Drag {
  const [over, setOver] = useState<number>()
  const dragged = useRef<Dragged>(undefined)
  const placeOf = (y: number): number => {
    const lines = [...(list.current?.querySelectorAll<HTMLElement>('[data-line]') ?? [])]
    const before = lines.findIndex((line) => {
      const { top, height } = line.getBoundingClientRect()
      return y < top + height / 2
    })
    return before < 0 ? lines.length : before
  }
  const end = () => {
    dragged.current = undefined
    setOver(undefined)
  }
  return {
    over,
    start: (event, what) => {
      dragged.current = what
      event.dataTransfer.effectAllowed = what.kind === 'line' ? 'move' : 'copy'
      // Firefox drags nothing that carries nothing.
      event.dataTransfer.setData('text/plain', what.kind === 'line' ? `line ${what.at}` : what.title)
    },
    end,
    target: {
      onDragOver: (event) => {
        // Files from elsewhere are for the page Content.
        if (dragged.current === undefined) return
        event.preventDefault()
        event.dataTransfer.dropEffect = dragged.current.kind === 'line' ? 'move' : 'copy'
        setOver(placeOf(event.clientY))
      },
      onDragLeave: ({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(undefined)
      },
      onDrop: (event) => {
        const what = dragged.current
        if (what === undefined) return
        event.preventDefault()
        end()
        onDrop(what, placeOf(event.clientY))
      },
    },
  }
}
