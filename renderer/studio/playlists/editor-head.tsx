/** The head of a playlist: its name, how long it takes, its order, and what can be done with all of it. */
import { type ReactElement, type ReactNode, useId, useState } from 'react'
import { Action } from '../../shared/action.tsx'
import { Check } from '../../shared/fields.tsx'
import { Icon } from '../icons.tsx'
import type { PlaylistFile, Problem } from '../programming.ts'
import { useWorld } from '../studio-context.ts'
import { count, lengthOf } from '../words.ts'
import type { Entry } from './entry.ts'
import { lengthOfRound } from './totals.ts'

interface HeadState {
  readonly name: string
  readonly title: string
  readonly file: PlaylistFile
  readonly entries: readonly Entry[]
  /** Whether it is a file that may be edited here. */
  readonly isOwn: boolean
  readonly isSaving: boolean
  readonly problems: readonly Problem[]
  readonly durationMs: number
  readonly onTitle: (title: string) => void
  readonly onShuffle: (isOn: boolean) => void
  readonly onPreview: () => void
  readonly onCopy: () => void
  readonly onDelete: () => void
  readonly onBack: () => void
  readonly undo: ReactNode
}

export function EditorHead(state: HeadState): ReactElement {
  const { name, title, file, entries, isOwn, isSaving, problems, onTitle, onShuffle, undo } = state
  const { canPress } = useWorld()
  const items = isOwn ? entries.length : undefined
  // What a line says of itself need not stand above it as well.
  const inLines = entries.flatMap((entry) => entry.problems.map((problem) => problem.replace(/\.$/, '')))
  const told = problems.filter(({ message }) => !inLines.some((line) => message.startsWith(line)))
  const lengthMs = isOwn ? lengthOfRound(entries) : state.durationMs
  return (
    <header className="editor-head">
      <BackToLists onBack={state.onBack} />
      <div className="editor-title">
        {isOwn ? <Title key={title} title={title} isOff={!canPress} onTitle={onTitle} /> : <h2 dir="auto">{title}</h2>}
        <p className="editor-totals">
          {items !== undefined && <span>{count(items, 'item', 'items')}</span>}
          <span>
            <b>{lengthMs > 0 ? lengthOf(lengthMs) : '0:00'}</b> one round
          </span>
          {lengthMs > 0 && <span>{roundsWords(lengthMs)}</span>}
          {isOwn && <span className="saved">{isSaving ? 'Saving …' : 'Saved'}</span>}
        </p>
      </div>
      <div className="editor-tools">
        {undo}
        <Action onPress={state.onPreview}>
          <Icon name="play" />
          Preview
        </Action>
        <Action isOff={!canPress} onPress={state.onCopy}>
          <Icon name="copy" />
          Copy
        </Action>
        {isOwn && (
          <Action isOff={!canPress} onPress={state.onDelete}>
            <Icon name="delete" />
            Delete
          </Action>
        )}
      </div>
      {isOwn ? (
        <div className="editor-order">
          <Check label="Another order every day" isOn={file.shuffle === 'daily'} onChange={onShuffle} />
        </div>
      ) : (
        <p className="read-only">
          {name === 'default'
            ? 'This is the content folder itself: it plays whenever nothing else is scheduled. It cannot be changed here; a copy can.'
            : 'This playlist is a folder: it holds what lies in it. It cannot be changed here; a copy can.'}
        </p>
      )}
      {told.length > 0 && (
        <ul className="editor-problems" role="alert">
          {told.map(({ message, line }) => (
            <li key={`${line ?? ''}${message}`}>
              {line !== undefined && `Line ${line}: `}
              {message}
            </li>
          ))}
        </ul>
      )}
    </header>
  )
}

function roundsWords(lengthMs: number): string {
  const rounds = 3_600_000 / lengthMs
  if (rounds >= 1.5) return `comes round ${Math.round(rounds)} times an hour`
  return rounds >= 0.75 ? 'comes round once an hour' : 'takes more than an hour'
}

export const BackToLists = ({ onBack }: { readonly onBack: () => void }): ReactElement => (
  <Action look="quiet" onPress={onBack}>
    <Icon name="back" />
    All playlists
  </Action>
)

interface TitleState {
  readonly title: string
  readonly isOff: boolean
  readonly onTitle: (title: string) => void
}

/** The name, to be typed over; taken over when it is left. */
function Title({ title, isOff, onTitle }: TitleState): ReactElement {
  const id = useId()
  const [typed, setTyped] = useState(title)
  const settle = () => {
    const wanted = typed.trim()
    if (wanted === '') setTyped(title)
    else if (wanted !== title) onTitle(wanted)
  }
  return (
    <h2>
      <label htmlFor={id} className="unseen">
        Name of the playlist
      </label>
      <input
        id={id}
        className="title-field"
        type="text"
        dir="auto"
        maxLength={80}
        disabled={isOff}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onBlur={settle}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Enter') currentTarget.blur()
          if (key === 'Escape') setTyped(title)
        }}
      />
    </h2>
  )
}
