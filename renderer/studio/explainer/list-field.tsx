/** Entries one below the other, each with its fields: added, moved and removed by buttons and keys. */
import { type ReactElement, type ReactNode, useEffect, useRef } from 'react'
import { Icon } from '../icons.tsx'
import { useCard } from './card-context.ts'
import { WordsField } from './words-field.tsx'
import { isBlank } from './written-scene.ts'

interface ListState<Entry> {
  /** What they are: `Points`. */
  readonly label: string
  /** What one is: `point`. */
  readonly one: string
  readonly at: string
  readonly entries: readonly Entry[]
  readonly empty: Entry
  readonly least: number
  readonly most: number
  readonly onChange: (entries: readonly Entry[]) => void
  readonly children: (
    entry: Entry,
    place: number,
    change: (entry: Entry) => void,
    tools: EntryTools<Entry>,
  ) => ReactNode
}

export interface EntryTools<Entry> {
  /** Begins another one below. */
  readonly onEnter: () => void
  /** Puts several in its place, and in the empty ones below it. */
  readonly onMany: (entries: readonly Entry[]) => void
}

type Wanted = { readonly place: number; readonly what: 'field' | 'up' | 'down' }

export function ListField<Entry>(state: ListState<Entry>): ReactElement {
  const { label, one, at, entries, empty, least, most, onChange, children } = state
  const list = useRef<HTMLOListElement>(null)
  const wanted = useRef<Wanted>(undefined)
  const problem = useCard().problemAt(at)
  useEffect(() => {
    if (wanted.current === undefined) return
    const { place, what } = wanted.current
    const entry = list.current?.children[place]
    const button = entry?.querySelector<HTMLButtonElement>(`[data-act="${what}"]:not(:disabled)`)
    const field = entry?.querySelector<HTMLElement>('textarea, input:not([type=file]), select')
    ;(button ?? field)?.focus()
    wanted.current = undefined
  })
  const add = (behind: number) => {
    if (entries.length >= most) return
    wanted.current = { place: behind + 1, what: 'field' }
    onChange([...entries.slice(0, behind + 1), empty, ...entries.slice(behind + 1)])
  }
  const move = (place: number, by: -1 | 1) => {
    const entry = entries[place]
    if (entry === undefined) return
    const rest = entries.filter((_, index) => index !== place)
    wanted.current = { place: place + by, what: by < 0 ? 'up' : 'down' }
    onChange([...rest.slice(0, place + by), entry, ...rest.slice(place + by)])
  }
  const remove = (place: number) => {
    wanted.current = { place: Math.max(0, place - 1), what: 'field' }
    onChange(entries.filter((_, index) => index !== place))
  }
  return (
    <fieldset className="entries-field">
      <legend>{label}</legend>
      {problem !== undefined && <p className="field-problem">{problem}</p>}
      <ol ref={list}>
        {entries.map((entry, place) => (
          // An entry has no name of its own, and its fields hold no state.
          <li key={place} className="entry-field">
            <div className="entry-words">
              {children(
                entry,
                place,
                (changed) => onChange(entries.map((each, index) => (index === place ? changed : each))),
                {
                  onEnter: () => add(place),
                  onMany: (many) => {
                    const below = entries.slice(place + 1)
                    const isWritten = (each: Entry) => !isBlank(each)
                    const free = below.findIndex(isWritten) < 0 ? below.length : below.findIndex(isWritten)
                    const rest = below.slice(Math.min(free, many.length - 1))
                    // More than there may be are told about, and not thrown away.
                    onChange([...entries.slice(0, place), ...many, ...rest])
                  },
                },
              )}
            </div>
            <div className="entry-tools">
              <b className="entry-name">
                {one[0]?.toUpperCase()}
                {one.slice(1)} {place + 1}
              </b>
              <Tool
                act="up"
                sign="up"
                label={`Move ${one} ${place + 1} up`}
                isOff={place === 0}
                onPress={() => move(place, -1)}
              />
              <Tool
                act="down"
                sign="down"
                label={`Move ${one} ${place + 1} down`}
                isOff={place === entries.length - 1}
                onPress={() => move(place, 1)}
              />
              <Tool
                act="remove"
                sign="close"
                label={`Remove ${one} ${place + 1}`}
                isOff={entries.length <= least}
                onPress={() => remove(place)}
              />
            </div>
          </li>
        ))}
      </ol>
      {entries.length < most && (
        <button type="button" className="action action-quiet entry-add" onClick={() => add(entries.length - 1)}>
          <Icon name="add" />
          Add a {one}
        </button>
      )}
    </fieldset>
  )
}

interface ToolState {
  readonly act: string
  readonly sign: 'up' | 'down' | 'close' | 'delete' | 'copy'
  readonly label: string
  readonly isOff?: boolean
  /** Keys that do the same: `Alt+ArrowUp`. */
  readonly keys?: string
  readonly onPress: () => void
}

export const Tool = ({ act, sign, label, isOff = false, keys, onPress }: ToolState): ReactElement => (
  <button
    type="button"
    className="icon-button"
    data-act={act}
    aria-label={label}
    title={keys === undefined ? label : `${label} (${keys.replace('Arrow', '')})`}
    aria-keyshortcuts={keys}
    disabled={isOff}
    onClick={onPress}
  >
    <Icon name={sign} />
  </button>
)

interface TextsState {
  readonly label: string
  readonly one: string
  readonly at: string
  readonly texts: readonly string[]
  readonly least?: number
  readonly most?: number
  readonly onChange: (texts: string[]) => void
}

/** Entries that are one text each: Enter begins the next, and a pasted list becomes as many. */
export const TextsField = ({ label, one, at, texts, least = 1, most = 12, onChange }: TextsState): ReactElement => (
  <ListField
    {...{ label, one, at, least, most }}
    entries={texts}
    empty=""
    onChange={(entries) => onChange([...entries])}
  >
    {(text, place, change, { onEnter, onMany }) => (
      <WordsField
        label={`${one[0]?.toUpperCase()}${one.slice(1)} ${place + 1}`}
        isLabelHidden
        at={`${at}.${place}`}
        value={text}
        onChange={change}
        onEnter={onEnter}
        onLines={onMany}
      />
    )}
  </ListField>
)
