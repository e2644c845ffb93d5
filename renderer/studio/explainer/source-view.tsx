/** The film as the text that stands in the folder, for whoever likes that better; what is wrong leads to its line. */
import { type ReactElement, useRef } from 'react'
import type { PlacedProblem } from '../../../core/explainer-contract.ts'
import { linesIn } from '../../../core/line-end.ts'

interface SourceState {
  readonly text: string
  readonly problems: readonly PlacedProblem[]
  readonly onChange: (text: string) => void
}

export function SourceView({ text, problems, onChange }: SourceState): ReactElement {
  const field = useRef<HTMLTextAreaElement>(null)
  const go = ({ line, column }: PlacedProblem) => {
    const shown = field.current
    if (shown === null) return
    // A field counts every line end as one sign.
    const lines = linesIn(text)
    const before = lines.slice(0, line - 1)
    const at = before.reduce((sum, each) => sum + each.length + 1, 0) + column - 1
    shown.focus()
    shown.setSelectionRange(at, at)
    // As many lines above it as fit in half of the field.
    shown.scrollTop = (shown.scrollHeight / lines.length) * (line - 1) - shown.clientHeight / 2
  }
  return (
    <section className="edit-source" aria-labelledby="edit-source">
      <h3 id="edit-source">Source</h3>
      <p className="note">
        Each line “## …” begins a scene. What you change here changes the form, and the other way round.
      </p>
      <textarea
        ref={field}
        className="source-field"
        dir="auto"
        spellCheck={false}
        aria-labelledby="edit-source"
        aria-invalid={problems.length > 0}
        rows={24}
        value={text}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      {problems.length > 0 && (
        <ul className="source-problems" aria-label="What is wrong">
          {problems.map((problem) => (
            <li key={`${problem.line} ${problem.column} ${problem.message}`}>
              <button type="button" className="action action-quiet" onClick={() => go(problem)}>
                {placeOf(problem)}
              </button>
              <span>{problem.message}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** Of what concerns a whole line, no column is known. */
export const placeOf = ({ line, column }: PlacedProblem): string =>
  column === 1 ? `Line ${line}` : `Line ${line}, column ${column}`
