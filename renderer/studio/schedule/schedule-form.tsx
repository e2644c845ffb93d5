/** The form of a schedule: what, when in four simple ways, the rest under Advanced; what it would change is said before it is saved. */
import { type CSSProperties, type ReactElement, useEffect, useRef } from 'react'
import { Action } from '../../shared/action.tsx'
import { SelectField, TextField } from '../../shared/fields.tsx'
import type { Look } from '../looks.ts'
import { type PlaylistLine, type Schedule, type ScheduleRemark, type ScreenGroup, titleOfList } from '../programming.ts'
import { useWorld } from '../studio-context.ts'
import { FormAdvanced } from './form-advanced.tsx'
import { type FormDraft, missingIn, scheduleOf } from './form-draft.ts'
import { FormWhen } from './form-when.tsx'
import { RemarkList } from './remark-list.tsx'
import { whenWords } from './schedule-words.ts'

interface FormState {
  readonly draft: FormDraft
  /** What it is called, typed or suggested. */
  readonly name: string
  readonly playlists: readonly PlaylistLine[]
  readonly screens: readonly string[]
  readonly groups: readonly ScreenGroup[]
  readonly looks: ReadonlyMap<string, Look>
  readonly zone: string
  readonly at: string
  /** The name of what is being changed. */
  readonly edited: string | undefined
  readonly taken: ReadonlySet<string>
  /** What the hub says against it. */
  readonly problem: string | undefined
  readonly remarks: readonly ScheduleRemark[]
  /** Whether anything in the week shown would change. */
  readonly isDifferent: boolean
  readonly onDraft: (draft: FormDraft) => void
  readonly onCancel: () => void
  readonly onSave: (schedule: Schedule) => Promise<void>
}

export function ScheduleForm(state: FormState): ReactElement {
  const { draft, playlists, screens, groups, looks, zone, at, edited, taken, onDraft, onCancel } = state
  const { canPress } = useWorld()
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  const isSending = useRef(false)
  const change = (more: Partial<FormDraft>) => onDraft({ ...draft, ...more })
  const missing = missingIn(draft)
  const { name } = state
  const isTaken = name.trim() !== edited && taken.has(name.trim())
  const look = looks.get(draft.playlist)
  const problem = isTaken
    ? `There is a schedule “${name.trim()}” already. Choose another name.`
    : (missing ?? state.problem)
  const save = async () => {
    if (isSending.current || problem !== undefined || name.trim() === '') return
    isSending.current = true
    await state.onSave(scheduleOf({ ...draft, name }, new Date(Date.parse(at)).toISOString(), zone))
    isSending.current = false
  }
  const choices = playlists.map((list) => ({
    value: list.name,
    name: `${titleOfList(list.name, playlists)}${list.kind === 'folder' ? ' (folder)' : ''}`,
  }))
  const isKnown = choices.some(({ value }) => value === draft.playlist)
  return (
    <section className="schedule-form" aria-labelledby="form">
      <h3 id="form" ref={head} tabIndex={-1}>
        {edited === undefined ? 'New schedule' : `Change “${edited}”`}
      </h3>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <div
          className="form-what"
          style={look?.hue === undefined ? undefined : ({ '--hue': look.hue } as CSSProperties)}
          data-pattern={look?.hue === undefined ? 'none' : look.pattern}
        >
          <SelectField
            label="What plays"
            value={draft.playlist}
            options={isKnown ? choices : [...choices, { value: draft.playlist, name: `${draft.playlist} (not there)` }]}
            onChange={(playlist) => change({ playlist })}
          />
        </div>
        <FormWhen {...{ draft, zone }} onChange={change} />
        <TextField
          label="What it is called"
          value={name}
          most={80}
          isRequired
          onChange={(typed) => change({ name: typed, isNamed: true })}
        />
        <FormAdvanced {...{ draft, screens, groups }} onChange={change} />
        <div className="form-verdict" role="status" data-wrong={problem !== undefined}>
          {problem === undefined ? (
            <p>
              <b dir="auto">{titleOfList(draft.playlist, playlists)}</b>: {whenWords(scheduleOf(draft, at, zone), zone)}
              . {state.isDifferent ? 'Outlined in the week: what it changes.' : 'It changes nothing in the week shown.'}
            </p>
          ) : (
            <p>{problem}</p>
          )}
        </div>
        {problem === undefined && <RemarkList remarks={state.remarks} />}
        <div className="form-actions">
          <Action onPress={onCancel}>Cancel</Action>
          <button
            type="submit"
            className="action action-first"
            disabled={!canPress || problem !== undefined || name.trim() === ''}
          >
            {draft.when === 'urgent' ? 'Take over' : 'Save'}
          </button>
        </div>
      </form>
    </section>
  )
}
