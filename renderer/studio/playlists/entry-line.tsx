/** One line of a playlist: what it is, how long and how often, and the ways to move it, set it and take it out. */
import type { DragEvent, KeyboardEvent, ReactElement } from 'react'
import { Icon } from '../icons.tsx'
import { lengthOf } from '../words.ts'
import type { Entry } from './entry.ts'
import { EntryOptions } from './entry-options.tsx'
import { EntryPicture } from './entry-picture.tsx'
import { type ItemOptions, isMuted, objectOf, weightOf } from './items.ts'
import { oftenWords } from './totals.ts'

export interface LineActs {
  readonly onMove: (to: number) => void
  readonly onRemove: () => void
  readonly onToggle: () => void
  readonly onFocusLine: (at: number) => void
  readonly onChange: (changes: ItemOptions, words: string) => void
  readonly onText: (text: string) => void
  readonly onDragStart: (event: DragEvent) => void
  readonly onDragEnd: () => void
}

interface LineState {
  readonly entry: Entry
  readonly at: number
  readonly count: number
  /** Times an hour. */
  readonly often: number
  readonly isOpen: boolean
  readonly isOff: boolean
  readonly isDropBefore: boolean
  readonly acts: LineActs
}

export function EntryLine({ entry, at, count, often, isOpen, isOff, isDropBefore, acts }: LineState): ReactElement {
  const { title, note, kind, problems, item } = entry
  const { seconds, atMostEvery } = objectOf(item)
  const weight = weightOf(item)
  const said = [
    ...(weight > 1 ? [`${weight}× as often`] : []),
    ...(atMostEvery === undefined ? [] : [`at most every ${atMostEvery}`]),
    ...(seconds === undefined ? [] : [`${seconds} s`]),
    ...(isMuted(item) ? ['silent'] : []),
  ]
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (event.key === 'Delete' && !isOff) acts.onRemove()
    else if (step !== 0 && event.altKey) {
      if (!isOff) acts.onMove(at + step)
    } else if (step !== 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey) acts.onFocusLine(at + step)
    else return
    event.preventDefault()
  }
  return (
    <li className="entry" data-line={at} data-drop={isDropBefore} data-open={isOpen} data-problem={problems.length > 0}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dragging is one of three ways, the others are keys and buttons */}
      <div className="entry-row" draggable={!isOff} onDragStart={acts.onDragStart} onDragEnd={acts.onDragEnd}>
        <span className="entry-grip">
          <Icon name="grip" />
        </span>
        <button
          type="button"
          className="entry-main"
          aria-expanded={isOpen}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete"
          onClick={acts.onToggle}
          onKeyDown={onKeyDown}
        >
          <EntryPicture entry={entry} />
          <span className="entry-words">
            <b dir="auto">{title}</b>
            <span className="path">{timesWords(entry, often)}</span>
            {note !== title && kind !== 'text' && <span className="path entry-note">{note}</span>}
            {said.length > 0 && (
              <span className="entry-tags">
                {said.map((tag) => (
                  <span key={tag}>{tag}</span>
                ))}
              </span>
            )}
            {problems.map((problem) => (
              <span key={problem} className="list-problem">
                {problem}
              </span>
            ))}
          </span>
        </button>
        <span className="entry-buttons">
          <LineButton
            icon="up"
            label={`Move ${title} up`}
            isOff={isOff || at === 0}
            onPress={() => acts.onMove(at - 1)}
          />
          <LineButton
            icon="down"
            label={`Move ${title} down`}
            isOff={isOff || at === count - 1}
            onPress={() => acts.onMove(at + 1)}
          />
          <LineButton icon="close" label={`Take ${title} out`} isOff={isOff} onPress={acts.onRemove} />
        </span>
      </div>
      {isOpen && <EntryOptions entry={entry} isOff={isOff} onChange={acts.onChange} onText={acts.onText} />}
    </li>
  )
}

function timesWords({ kind, durationMs, problems }: Entry, often: number): string {
  if (kind === 'text') return `${lengthOf(durationMs)} in the ticker`
  return problems.length > 0 && durationMs === 0 ? 'Does not play' : `${lengthOf(durationMs)} · ${oftenWords(often)}`
}

interface LineButtonState {
  readonly icon: 'up' | 'down' | 'close'
  readonly label: string
  readonly isOff: boolean
  readonly onPress: () => void
}

const LineButton = ({ icon, label, isOff, onPress }: LineButtonState): ReactElement => (
  <button type="button" className="icon-button" aria-label={label} title={label} disabled={isOff} onClick={onPress}>
    <Icon name={icon} />
  </button>
)
