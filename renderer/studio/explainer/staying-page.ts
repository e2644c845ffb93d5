/** A picture dropped beside its field changes nothing: otherwise the browser would open it, and the form would be gone. */
import { useEffect } from 'react'

export function useStayingPage(): void {
  useEffect(() => {
    const stay = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') !== true) return
      event.preventDefault()
      const isPlace = event.target instanceof Element && event.target.closest('.picture-field') !== null
      event.dataTransfer.dropEffect = isPlace ? 'copy' : 'none'
    }
    window.addEventListener('dragover', stay)
    window.addEventListener('drop', stay)
    return () => {
      window.removeEventListener('dragover', stay)
      window.removeEventListener('drop', stay)
    }
  }, [])
}
