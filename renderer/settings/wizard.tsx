/** The first set-up: the settings in steps of a page each, saved as it goes, so that it can be left at any time. */
import { type ReactElement, type ReactNode, useEffect, useRef } from 'react'
import { presets } from '../../core/presets.ts'
import { type SetupStep, setupSteps } from '../../core/settings.ts'
import { Action } from '../shared/action.tsx'
import { type Today, useHolidays } from './around.ts'
import { LanguagesSection, NameFields, ProfileField } from './clinic-section.tsx'
import { HolidaysSection } from './days-sections.tsx'
import type { Draft } from './draft.ts'
import { HoursSection, usualWeek } from './hours-section.tsx'
import { ProvidersSection, RoomsSection, ServicesSection } from './lists-sections.tsx'
import { LogoField } from './logo-field.tsx'
import { contradictionsOf, firstProblem } from './problems.ts'
import type { Values } from './rows.ts'
import { wordsOf } from './save-bar.tsx'
import { Section } from './section.tsx'
import { SoundSection, TvSection } from './tv-sections.tsx'
import { focusWrongField } from './wrong-field.ts'

const lastStep = setupSteps.length - 1

export function Wizard({ draft, today }: Today & { readonly draft: Draft }): ReactElement {
  const { values } = draft
  const step = values.settings.setup
  const index = setupSteps.indexOf(step)
  const holidays = useHolidays(values.calendar.holidays.region, today)
  const contradictions = contradictionsOf(values, holidays)
  const main = useRef<HTMLElement>(null)
  const isFirst = useRef(true)
  useEffect(() => {
    document.title = step === 'finished' ? 'Set-up finished' : `Step ${index + 1} of ${lastStep} · Set-up`
    // A new page begins at its heading, for eyes and for screen readers.
    if (!isFirst.current) {
      window.scrollTo(0, 0)
      main.current?.querySelector('h2')?.focus()
    }
    isFirst.current = false
  }, [step, index])

  const go = async (by: number) => {
    const problem = firstProblem(values, contradictions)
    if (problem !== undefined) {
      draft.refuse(problem)
      return focusWrongField()
    }
    const next = setupSteps[index + by] ?? step
    await draft.save({ settings: { ...values.settings, setup: next }, ...prepared(next, values) })
  }
  const isSending = draft.notice?.kind === 'sending'
  const trouble = draft.notice === undefined || draft.notice.kind === 'saved' ? '' : wordsOf(draft)
  return (
    <div className="wizard">
      <header className="summary">
        <h1>Set up your clinic</h1>
        <nav aria-label="Other pages">
          <a href="/">{step === 'finished' ? 'Overview' : 'Finish later'}</a>
        </nav>
      </header>
      <main ref={main}>
        {step !== 'finished' && (
          <div className="progress">
            <p className="progress-step">
              Step {index + 1} of {lastStep}
            </p>
            <progress max={lastStep} value={index + 1} aria-label={`Step ${index + 1} of ${lastStep}`} />
          </div>
        )}
        <Page step={step} draft={draft} today={today}>
          {step === 'hours' && (
            <>
              <HoursSection draft={draft} contradictions={contradictions.map(({ message }) => message)} />
              <HolidaysSection draft={draft} today={today} holidays={holidays} />
            </>
          )}
        </Page>
      </main>
      {step !== 'finished' && (
        <div className="save-bar" data-tone={trouble === '' || isSending ? 'calm' : 'wrong'}>
          <p role="status">{trouble}</p>
          {draft.notice?.kind === 'changed' && (
            <>
              <Action onPress={() => draft.notice?.kind === 'changed' && void draft.takeTheirs(draft.notice.row)}>
                Show theirs
              </Action>
              <Action onPress={() => draft.notice?.kind === 'changed' && void draft.keepMine(draft.notice.row)}>
                Save mine
              </Action>
            </>
          )}
          {index > 0 && (
            <Action isOff={isSending} onPress={() => void go(-1)}>
              Back
            </Action>
          )}
          <Action look="first" isOff={isSending} onPress={() => void go(1)}>
            {index === lastStep - 1 ? 'Finish' : 'Save and continue'}
          </Action>
        </div>
      )}
    </div>
  )
}

/** What a page begins with while nobody has entered anything: usual hours, and the services of this kind of practice. */
function prepared(step: SetupStep, { calendar, services, settings }: Values): Partial<Values> {
  if (step === 'hours' && calendar.weekly === undefined) return { calendar: { ...calendar, weekly: usualWeek } }
  const isUntouched = services.length === 1 && services[0]?.id === 'consultation' && services[0].name === 'Consultation'
  if (step === 'services' && isUntouched) {
    const first = presets[settings.profile].filter(({ id }) => id === 'consultation')
    return { services: [...first, ...presets[settings.profile].filter(({ id }) => id !== 'consultation')] }
  }
  return {}
}

interface PageState {
  readonly step: SetupStep
  readonly draft: Draft
  readonly today: string
  /** The page of the hours. */
  readonly children: ReactNode
}

function Page({ step, draft, children }: PageState): ReactNode {
  switch (step) {
    case 'clinic':
      return (
        <Section
          id="clinic"
          title="Welcome. Who are you?"
          note="Ten minutes, and your waiting room is ready. You can stop after every step and go on later; everything can be changed in the settings."
        >
          <NameFields draft={draft} />
          <LogoField draft={draft} />
          <ProfileField draft={draft} />
        </Section>
      )
    case 'languages':
      return <LanguagesSection draft={draft} />
    case 'hours':
      return children
    case 'rooms':
      return <RoomsSection draft={draft} />
    case 'providers':
      return <ProvidersSection draft={draft} />
    case 'services':
      return <ServicesSection draft={draft} />
    case 'tv':
      return <TvSection draft={draft} />
    case 'sound':
      return <SoundSection draft={draft} />
    case 'finished':
      return <Finished name={draft.values.brand.name} />
  }
}

const Finished = ({ name }: { readonly name: string }): ReactElement => (
  <Section id="finished" title="That is all. Your waiting room is ready." note={<bdi>{name}</bdi>}>
    <ol className="next-steps">
      <li>
        <h3>Check in the first patient</h3>
        <p>
          Open <a href="/desk">{location.origin}/desk</a> at the front desk, and press N. Keep it as a bookmark.
        </p>
      </li>
      <li>
        <h3>Look at the TV</h3>
        <p>
          <a href="/tv/screen-1">Preview the screen</a>: the code stands there at once.
        </p>
      </li>
      <li>
        <h3>Drop in a film</h3>
        <p>
          Drag a video, a picture or a text into the <a href="/studio">studio</a>. It plays by itself when it has been
          looked through.
        </p>
      </li>
      <li>
        <h3>Change anything</h3>
        <p>
          Closed days, absences, colours and more are in the <a href="/settings">settings</a>.
        </p>
      </li>
    </ol>
  </Section>
)
