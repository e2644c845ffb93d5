/** The schedule: what each screen plays in the week ahead and why, and the schedules that make it so. */
import { type ReactElement, useMemo, useRef, useState } from 'react'
import { daysAfter } from '../../../core/calendar-date.ts'
import type { ScreenList } from '../../../core/contract.ts'
import { dateOf } from '../../shared/clinic-time.ts'
import { useLive } from '../../shared/hub.ts'
import { Frame } from '../frame.tsx'
import { useHubLink } from '../heartbeat.ts'
import { looksOf } from '../looks.ts'
import {
  type PlaylistLine,
  type Rows,
  type ScheduleList,
  type ScheduleRemark,
  titleOfList,
  useAsked,
} from '../programming.ts'
import { useSteps } from '../steps.ts'
import { DayDialog } from './day-dialog.tsx'
import { draftOf, emptyDraft, type FormDraft, missingIn, scheduleOf, suggestedName } from './form-draft.ts'
import { GroupsDialog } from './groups-dialog.tsx'
import { RemarkList } from './remark-list.tsx'
import { SavedSchedules } from './saved-schedules.tsx'
import { useScheduleChanges } from './schedule-changes.ts'
import { ScheduleForm } from './schedule-form.tsx'
import { usePreview } from './use-preview.ts'
import { changedSpans, type Day, type Piece, piecesOf, weekFrom } from './week.ts'
import { WeekGrid } from './week-grid.tsx'
import { WeekTools } from './week-tools.tsx'
import { Why } from './why.tsx'

type Open =
  | { readonly kind: 'why'; readonly piece: Piece }
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'groups' }

export function SchedulePage(): ReactElement {
  const schedules = useLive<ScheduleList>('schedules')
  const lists = useLive<{ readonly playlists: readonly PlaylistLine[] }>('playlists')
  const fleet = useLive<ScreenList>('fleet')
  const link = useHubLink([schedules, lists, fleet])
  const steps = useSteps()
  return (
    <Frame page="schedule" link={link} steps={steps} what="the week">
      {({ zone, at }) => (
        <Week
          {...{ zone, at, steps }}
          list={schedules.data ?? { schedules: [], groups: [] }}
          playlists={lists.data?.playlists ?? []}
          screens={fleet.data?.screens.map(({ id }) => id) ?? []}
        />
      )}
    </Frame>
  )
}

interface WeekState {
  readonly list: ScheduleList
  readonly playlists: readonly PlaylistLine[]
  readonly screens: readonly string[]
  readonly zone: string
  readonly at: string
  readonly steps: ReturnType<typeof useSteps>
}

function Week({ list, playlists, screens, zone, at, steps }: WeekState): ReactElement {
  const today = dateOf(at, zone)
  const [first, setFirst] = useState<string>()
  const [chosen, choose] = useState<string>()
  const [place, setPlace] = useState<'main' | 'ticker'>('main')
  const [draft, setDraft] = useState<FormDraft>()
  /** The name of what is being changed; a new one has none yet. */
  const [edited, setEdited] = useState<string>()
  const [open, setOpen] = useState<Open>()
  const screen = chosen ?? screens[0] ?? 'screen-1'
  const changes = useScheduleChanges(steps)

  const week = useMemo(() => weekFrom(first ?? today, zone), [first, today, zone])
  const [from, to] = [week.days[0]?.fromMs ?? 0, week.days.at(-1)?.toMs ?? 0].map((ms) =>
    new Date(ms).toISOString(),
  ) as [string, string]
  const query = new URLSearchParams({ screen, zone: place, from, to })
  const news = JSON.stringify([list.schedules, list.groups, playlists])
  const inForce = useAsked<Rows>(`/api/schedule?${query}`, news)
  const taken = useMemo(() => new Set(list.schedules.map(({ name }) => name)), [list])
  const name =
    draft === undefined || draft.isNamed
      ? (draft?.name ?? '')
      : suggestedName(titleOfList(draft.playlist, playlists), taken)
  const wanted = useMemo(() => {
    if (draft === undefined || missingIn(draft) !== undefined) return undefined
    // The minute is enough: a preview must not be asked for again with every beat of the clock.
    return scheduleOf({ ...draft, name: name.trim() === '' ? 'This schedule' : name }, `${at.slice(0, 16)}:00Z`, zone)
  }, [draft, name, at, zone])
  const shownZone = wanted?.zone ?? place
  const preview = usePreview(
    wanted === undefined
      ? undefined
      : {
          ...{ screen, zone: shownZone, from, to, schedule: wanted },
          ...(edited !== undefined && edited !== wanted.name ? { without: edited } : {}),
        },
  )
  const before = inForce.answer?.rows ?? []
  const rows = draft === undefined ? before : (preview.rows?.rows ?? before)
  const changed = useMemo(
    () => (draft === undefined || shownZone !== place ? [] : changedSpans(before, rows)),
    [draft, before, rows, shownZone, place],
  )
  const names = useMemo(() => playlists.map(({ name }) => name), [playlists])
  const looks = useMemo(() => looksOf(names), [names])
  const close = () => setOpen(undefined)
  const edit = (name: string) => {
    const schedule = list.schedules.find((one) => one.name === name)
    close()
    if (schedule === undefined) return
    setEdited(name)
    setDraft(draftOf(schedule, at, zone))
    setPlace(schedule.zone ?? 'main')
  }
  const weekHead = useRef<HTMLHeadingElement>(null)
  const savedHead = useRef<HTMLHeadingElement>(null)
  const endForm = () => {
    setDraft(undefined)
    setEdited(undefined)
    // What had the keyboard is gone.
    weekHead.current?.focus()
  }
  const pieces = (day: Day) => piecesOf(week, day, rows)

  return (
    <>
      <WeekTools
        {...{ week, screens, screen, place, steps, zone, list }}
        isThisWeek={first === undefined}
        isEditing={draft !== undefined}
        onScreen={choose}
        onPlace={setPlace}
        onWeek={(step) => setFirst(step === 0 ? undefined : daysAfter(first ?? today, step * 7))}
        onNew={() => {
          const start = playlists.find(({ kind }) => kind === 'file') ?? playlists[0]
          setDraft({ ...emptyDraft(start?.name ?? 'default', at, zone), zone: place })
        }}
        onGroups={() => setOpen({ kind: 'groups' })}
        onImport={() => void changes.importFile()}
      />
      <div className="schedule-panes" data-form={draft !== undefined}>
        {draft !== undefined && (
          <ScheduleForm
            {...{ draft, name, playlists, screens, zone, at, looks }}
            groups={list.groups}
            edited={edited}
            taken={taken}
            problem={preview.problem}
            remarks={newRemarks(preview.rows, inForce.answer)}
            isDifferent={changed.length > 0}
            onDraft={setDraft}
            onCancel={endForm}
            onSave={async (schedule) => {
              const isDone = await changes.save(schedule, edited)
              if (isDone) endForm()
            }}
          />
        )}
        <section className="schedule-week" aria-labelledby="week">
          <h3 id="week" ref={weekHead} className="unseen" tabIndex={-1}>
            The week
          </h3>
          {inForce.problem !== undefined && (
            <p role="alert" className="list-problem">
              {inForce.problem}
            </p>
          )}
          {place === 'ticker' && rows.length === 0 && inForce.answer !== undefined && (
            <p className="note week-empty">
              No sentences are scheduled for this week. Make a playlist of sentences and schedule it for the ticker.
            </p>
          )}
          <WeekGrid
            {...{ week, rows, changed, looks, playlists, at, zone, today }}
            onPiece={(piece) => setOpen({ kind: 'why', piece })}
            onDay={(day) => setOpen({ kind: 'day', day })}
          />
          {draft === undefined && <RemarkList remarks={inForce.answer?.remarks ?? []} onOpen={edit} />}
        </section>
        {draft === undefined && (
          <SavedSchedules
            {...{ list, playlists, looks, zone }}
            headRef={savedHead}
            onEdit={edit}
            onDelete={(schedule) => {
              savedHead.current?.focus()
              void changes.remove(schedule.name)
            }}
          />
        )}
      </div>
      {open?.kind === 'why' && (
        <Why
          piece={open.piece}
          {...{ screen, playlists }}
          onEdit={edit}
          onMoment={(ms) => location.assign(`/studio/now#${screen}@${new Date(ms).toISOString()}`)}
          onClose={close}
        />
      )}
      {open?.kind === 'day' && (
        <DayDialog
          day={open.day}
          pieces={pieces(open.day)}
          playlists={playlists}
          onPiece={(piece) => setOpen({ kind: 'why', piece })}
          onClose={close}
        />
      )}
      {open?.kind === 'groups' && (
        <GroupsDialog groups={list.groups} screens={screens} onSave={changes.saveGroups} onClose={close} />
      )}
    </>
  )
}

/** Of a schedule that is not saved yet only what it brings with it. */
function newRemarks(preview: Rows | undefined, inForce: Rows | undefined): readonly ScheduleRemark[] {
  const known = new Set(inForce?.remarks.map(({ message }) => message))
  return preview?.remarks.filter(({ message }) => !known.has(message)) ?? []
}
