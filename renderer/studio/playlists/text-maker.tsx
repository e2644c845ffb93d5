/** A sentence for the ticker, the line of text at the foot of the screen. */
import { type ReactElement, useId, useState } from 'react'
import { longestText } from '../../../core/playlist-file.ts'

export function TextMaker({
  isOff,
  onAdd,
}: {
  readonly isOff: boolean
  readonly onAdd: (text: string) => void
}): ReactElement {
  const id = useId()
  const [text, setText] = useState('')
  const left = longestText - [...text.trim()].length
  return (
    <form
      className="text-maker"
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() === '') return
        onAdd(text.trim())
        setText('')
      }}
    >
      <p className="note">
        Sentences for the line of text below the films. A playlist of sentences is scheduled like any other, for the
        ticker.
      </p>
      <label htmlFor={id}>
        What it says <span className="path">{left < 40 ? `${left} letters left` : ''}</span>
      </label>
      <textarea
        id={id}
        dir="auto"
        rows={3}
        maxLength={longestText}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value.replaceAll(/\s+/g, ' '))}
      />
      <button type="submit" className="action action-first" disabled={isOff || text.trim() === ''}>
        Add this sentence
      </button>
    </form>
  )
}
