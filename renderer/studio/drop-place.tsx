/** The whole page takes what is dropped on it, and shows so while something hangs over it. */
import { type ReactElement, useEffect, useState } from 'react'
import { type Chosen, filesDropped } from './dropped.ts'
import { Icon } from './icons.tsx'

interface DropPlaceState {
  readonly isOff: boolean
  readonly onDrop: (chosen: readonly Chosen[]) => void
}

export function DropPlace({ isOff, onDrop }: DropPlaceState): ReactElement | null {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return
      // Otherwise the browser would open what is dropped, and this page would be gone.
      event.preventDefault()
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = isOff ? 'none' : 'copy'
      if (!isOff) setOver(true)
    }
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false)
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(false)
      if (!isOff && event.dataTransfer !== null) void filesDropped(event.dataTransfer).then(onDrop)
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [isOff, onDrop])
  if (!isOver) return null
  return (
    <div className="drop-place" aria-hidden="true">
      <Icon name="drop" size={72} />
      <p>Drop to put it on the TV</p>
    </div>
  )
}
