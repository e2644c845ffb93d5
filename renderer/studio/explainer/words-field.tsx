/** A field for words: grows with them, takes what is pasted as plain text, and says what is wrong beneath itself. */
import { type ClipboardEvent, type KeyboardEvent, type ReactElement, type ReactNode, useId } from 'react'
import { useCard } from './card-context.ts'
import { linesOf } from './pasted.ts'

interface WordsState {
  readonly label: string
  readonly isLabelHidden?: boolean
  readonly isOptional?: boolean
  /** Its place in the scene, by which problems find it: `points.2`. */
  readonly at: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: ReactNode
  readonly placeholder?: string
  /** `lines`: paragraphs, with blank lines between them. */
  readonly look?: 'line' | 'lines'
  /** In place of a new line. */
  readonly onEnter?: () => void
  /** Several lines, where each has a field of its own. The first goes where the caret is. */
  readonly onLines?: (lines: readonly string[]) => void
}

export function WordsField(state: WordsState): ReactElement {
  const {
    label,
    isLabelHidden = false,
    isOptional = false,
    at,
    value,
    onChange,
    hint,
    look = 'line',
    placeholder,
    onEnter,
    onLines,
  } = state
  const id = useId()
  const { problemAt, originalAt } = useCard()
  const problem = problemAt(at)
  const original = originalAt?.(at)
  // What is not translated yet is its own original.
  const isTold = original !== undefined && original.trim() !== '' && original !== value
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const lines = linesOf(event.clipboardData)
    // A picture, or nothing: that is not for a field of words.
    if (lines.length === 0) return
    event.preventDefault()
    const [first = '', ...more] = lines
    const field = event.currentTarget
    const isSplit = onLines !== undefined && more.length > 0
    const text = isSplit ? first : lines.join(look === 'lines' ? '\n\n' : ' ')
    field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end')
    if (isSplit) onLines([field.value, ...more])
    else onChange(field.value)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (look === 'lines' || event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    onEnter?.()
  }
  const described = [
    isTold ? `${id}-original` : '',
    hint === undefined ? '' : `${id}-hint`,
    problem === undefined ? '' : `${id}-problem`,
  ]
  return (
    <div className="field words-field" data-at={at}>
      <label htmlFor={id} className={isLabelHidden ? 'unseen' : undefined}>
        {label}
        {isOptional && <span className="optional">optional</span>}
      </label>
      {isTold && (
        <p className="words-original" id={`${id}-original`} dir="auto">
          {original}
        </p>
      )}
      <textarea
        id={id}
        dir="auto"
        rows={look === 'lines' ? 3 : 1}
        data-look={look}
        value={value}
        placeholder={placeholder}
        autoComplete="off"
        aria-invalid={problem !== undefined}
        aria-describedby={described.join(' ').trim() || undefined}
        onPaste={onPaste}
        onKeyDown={onKeyDown}
        onChange={({ currentTarget }) =>
          onChange(look === 'lines' ? currentTarget.value : currentTarget.value.replace(/[\r\n]+/g, ' '))
        }
      />
      {hint !== undefined && <small id={`${id}-hint`}>{hint}</small>}
      {problem !== undefined && (
        <p className="field-problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  )
}

/** Nothing written is nothing there. */
export const orNothing = (value: string): string | undefined => (value === '' ? undefined : value)

/** @param value undefined leaves it out */
export function withMaybe<Whole extends object, Key extends keyof Whole>(
  whole: Whole,
  key: Key,
  value: Whole[Key] | undefined,
): Whole {
  const { [key]: _, ...rest } = whole
  return (value === undefined ? rest : { ...whole, [key]: value }) as Whole
}
