/** Enters what was written on paper while the hub was away: all lines or none, each problem at its line. */
import { type FormEvent, type ReactElement, useEffect, useRef, useState } from 'react'
import type { QueueSnapshot } from '../../core/queue-contract.ts'
import { Action } from '../shared/action.tsx'
import { Dialog } from '../shared/dialog.tsx'
import { useKept } from '../shared/kept.ts'
import type { Notice, Presses } from '../shared/presses.ts'
import { useDesk } from './desk-context.ts'
import { isHere } from './lanes.ts'
import { PaperLine } from './paper-line.tsx'
import { blankLine, knownLine, type PaperDraft, type PaperProblem, problemOf, readPaper } from './paper-lines.ts'

interface PaperFormState {
  readonly snapshot: QueueSnapshot
  readonly presses: Presses
  readonly onClose: () => void
}

const mostLines = 100

/** What came of the last attempt to send. */
type Said =
  | { readonly kind: 'nothing' | 'empty' }
  | { readonly kind: 'problem'; readonly problem: PaperProblem }
  /** By the hub, in the words of its notice; `places` are those of the lines that were sent. */
  | { readonly kind: 'refused'; readonly places: readonly number[] }

function problemIn(said: Said, notice: Notice | undefined): PaperProblem | undefined {
  if (said.kind === 'problem') return said.problem
  return said.kind === 'refused' && notice !== undefined ? problemOf(notice, said.places) : undefined
}

export function PaperForm({ snapshot, presses, onClose: close }: PaperFormState): ReactElement {
  const { clinic, at, canPress } = useDesk()
  const [{ drafts }, keep] = useKept<{ readonly drafts: readonly PaperDraft[] }>(sessionStorage, 'anteroom-paper', {
    drafts: [blankLine],
  })
  const [said, say] = useState<Said>({ kind: 'nothing' })
  const problem = problemIn(said, presses.notice)
  const onClose = () => {
    // What was wrong with a line says nothing to whoever sees the list again.
    if (said.kind === 'refused') presses.say(undefined)
    close()
  }
  const form = useRef<HTMLFormElement>(null)
  const here = snapshot.tickets.filter(isHere)
  const codes = [...snapshot.paperCodes, ...here.map(({ code }) => code)]

  const change = (line: number, part: Partial<PaperDraft>) => {
    const isFresh = part.code !== undefined && drafts[line]?.arrivedAt === ''
    const known = isFresh ? knownLine(part.code ?? '', here, clinic.zone) : {}
    keep(({ drafts: before }) => ({
      drafts: before.map((draft, at) => (at === line ? { ...draft, ...known, ...part } : draft)),
    }))
    say({ kind: 'nothing' })
  }
  const add = () => {
    keep(({ drafts: before }) => ({ drafts: [...before, blankLine] }))
    requestAnimationFrame(() => focusOn(form.current, drafts.length, 'code'))
  }
  const remove = (line: number) => {
    keep(({ drafts: before }) => ({ drafts: before.length === 1 ? [blankLine] : before.toSpliced(line, 1) }))
    say({ kind: 'nothing' })
    requestAnimationFrame(() => focusOn(form.current, Math.max(0, line - 1), 'code'))
  }

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!canPress) return
    say({ kind: 'nothing' })
    const read = readPaper(drafts, at, clinic)
    if (read.kind !== 'lines') return say(read)
    const answer = await presses.send('add-paper', { lines: read.lines }, ({ tickets }) =>
      tickets.length === 1 ? '1 line from paper added' : `${tickets.length} lines from paper added`,
    )
    if (answer === undefined) return say({ kind: 'refused', places: read.places })
    keep({ drafts: [blankLine] })
    close()
  }
  // Whoever cannot see the line is taken to it.
  useEffect(() => {
    if (problem !== undefined) focusOn(form.current, problem.line, problem.field)
  }, [problem?.line, problem?.field, problem?.message])

  return (
    <Dialog title="Add what happened on paper" look="wide" onClose={onClose}>
      <p>
        Nobody is called by this, and the times teach the estimates nothing. Leave <i>Ended</i> empty for somebody who
        still waits. All lines are added, or none.
      </p>
      <form ref={form} className="paper-lines" onSubmit={submit} noValidate>
        <datalist id="paper-codes">
          {codes.map((code) => (
            <option key={code} value={code} />
          ))}
        </datalist>
        <ol>
          {drafts.map((draft, line) => (
            <PaperLine
              key={line}
              draft={draft}
              line={line}
              problem={problem?.line === line ? problem : undefined}
              onChange={(part) => change(line, part)}
              onRemove={() => remove(line)}
            />
          ))}
        </ol>
        {problem === undefined && said.kind !== 'nothing' && (
          <p className="paper-problem" role="alert">
            {said.kind === 'empty' ? 'There is nothing to add yet: fill in a line.' : presses.notice?.text}
          </p>
        )}
        <div className="dialog-actions">
          <Action isOff={drafts.length >= mostLines} onPress={add}>
            Another line
          </Action>
          <span className="dialog-space" />
          <Action look="quiet" onPress={onClose}>
            Not now
          </Action>
          <button type="submit" className="action action-first" disabled={!canPress}>
            Add to the day
          </button>
        </div>
      </form>
    </Dialog>
  )
}

function focusOn(form: HTMLFormElement | null, line: number, field: keyof PaperDraft): void {
  form?.querySelector<HTMLElement>(`[name="${field}-${line}"]`)?.focus()
}
