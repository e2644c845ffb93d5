/** Above the week: which screen, which week, and the ways to change it. */
import type { ReactElement } from 'react'
import { Action } from '../../shared/action.tsx'
import { dayName } from '../../shared/clinic-time.ts'
import { ScreenChoice } from '../../shared/tv-now.tsx'
import { UndoButton } from '../frame.tsx'
import { Icon } from '../icons.tsx'
import type { ScheduleList } from '../programming.ts'
import type { Steps } from '../steps.ts'
import { useWorld } from '../studio-context.ts'
import type { Week } from './week.ts'

interface ToolsState {
  readonly week: Week
  readonly screens: readonly string[]
  readonly screen: string
  readonly place: 'main' | 'ticker'
  readonly steps: Steps
  readonly zone: string
  readonly list: ScheduleList
  readonly isThisWeek: boolean
  readonly isEditing: boolean
  readonly onScreen: (screen: string) => void
  readonly onPlace: (place: 'main' | 'ticker') => void
  /** By so many weeks; 0 is back to this one. */
  readonly onWeek: (step: number) => void
  readonly onNew: () => void
  readonly onGroups: () => void
  readonly onImport: () => void
}

export function WeekTools(state: ToolsState): ReactElement {
  const { week, screens, screen, place, steps, zone, list, isThisWeek, isEditing } = state
  const { canPress } = useWorld()
  const day = (ms: number | undefined) => dayName(new Date(ms ?? 0).toISOString(), zone).replace(/^\w+ /, '')
  return (
    <>
      <div className="page-tools">
        <h2>Schedule</h2>
        <p className="note">
          Times are the clinic’s: <b>{zone.replaceAll('_', ' ')}</b>
        </p>
        <div className="tool-buttons">
          <UndoButton steps={steps} canPress={canPress} />
          <Action isOff={!canPress} onPress={state.onGroups}>
            Groups of screens
          </Action>
          <Action look="first" isOff={!canPress || isEditing} onPress={state.onNew}>
            <Icon name="add" />
            New schedule
          </Action>
        </div>
      </div>
      {list.file?.isNewer === true && (
        <div className="import-hint" role="status">
          <p>
            <b>schedule.yaml says something else</b> than what was taken over from it last. Nothing changes until you
            take it over.
          </p>
          <Action isOff={!canPress} onPress={state.onImport}>
            Take it over
          </Action>
        </div>
      )}
      <div className="week-tools">
        <ScreenChoice screens={screens.map((id) => ({ id }))} chosen={screen} onChoose={state.onScreen} />
        <fieldset className="tabs week-place">
          <legend className="unseen">Part of the screen</legend>
          {(
            [
              ['main', 'Films'],
              ['ticker', 'Ticker'],
            ] as const
          ).map(([id, name]) => (
            <label key={id}>
              <input type="radio" name="week-place" checked={place === id} onChange={() => state.onPlace(id)} />
              <span>{name}</span>
            </label>
          ))}
        </fieldset>
        <div className="week-walk">
          <Action look="quiet" label="Seven days earlier" onPress={() => state.onWeek(-1)}>
            <Icon name="back" />
          </Action>
          <p>
            {day(week.days[0]?.fromMs)} – {day(week.days.at(-1)?.fromMs)}
          </p>
          <Action look="quiet" label="Seven days later" onPress={() => state.onWeek(1)}>
            <Icon name="forth" />
          </Action>
          {!isThisWeek && (
            <Action look="quiet" onPress={() => state.onWeek(0)}>
              This week
            </Action>
          )}
        </div>
      </div>
    </>
  )
}
