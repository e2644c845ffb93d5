/** All settings on one page: the list of its parts beside them, and one bar that says what is saved. */
import { type ReactElement, useEffect } from 'react'
import { AppointmentsSection } from './appointments-section.tsx'
import { type Today, useHolidays } from './around.ts'
import { ClinicSection, ColorsSection, LanguagesSection } from './clinic-section.tsx'
import { AbsencesSection, ClosedSection, HolidaysSection } from './days-sections.tsx'
import type { Draft } from './draft.ts'
import { HoursSection } from './hours-section.tsx'
import { LeaningSection } from './leaning-section.tsx'
import { ProvidersSection, RoomsSection, ServicesSection } from './lists-sections.tsx'
import { contradictionsOf, firstProblem } from './problems.ts'
import { ProgrammingSection } from './programming-section.tsx'
import { SaveBar } from './save-bar.tsx'
import { PrivacySection, SoundSection, TimesSection, TvSection, ZoneSection } from './tv-sections.tsx'
import { focusWrongField } from './wrong-field.ts'

const parts = [
  ['clinic', 'Clinic'],
  ['colors', 'Colours'],
  ['languages', 'Languages'],
  ['services', 'Services'],
  ['providers', 'Providers'],
  ['rooms', 'Rooms'],
  ['hours', 'Opening hours'],
  ['closed', 'Closed days'],
  ['holidays', 'Public holidays'],
  ['absences', 'Who is away'],
  ['programming', 'Closing time'],
  ['leaning', 'While people wait'],
  ['appointments', 'Appointments'],
  ['tv', 'TV and seats'],
  ['times', 'Waiting times'],
  ['sound', 'Sound'],
  ['zone', 'Time zone'],
  ['privacy', 'Privacy'],
] as const

export function SettingsPage({ draft, today, zone }: Today & { readonly draft: Draft }): ReactElement {
  const holidays = useHolidays(draft.values.calendar.holidays.region, today)
  const contradictions = contradictionsOf(draft.values, holidays)
  const isDirty = draft.dirty.length > 0
  useEffect(() => {
    document.title = isDirty ? 'Not saved · Settings' : 'Settings'
  }, [isDirty])
  const save = () => {
    const problem = firstProblem(draft.values, contradictions)
    if (problem === undefined) return void draft.save()
    draft.refuse(problem)
    focusWrongField()
  }
  return (
    <div className="settings">
      <header className="summary">
        <h1>Settings</h1>
        <nav aria-label="Other pages">
          <a href="/">Overview</a>
          <a href="/desk">Front desk</a>
          <a href="/studio">Studio</a>
        </nav>
      </header>
      <div className="columns">
        <nav className="parts" aria-label="Parts of the settings">
          <ul>
            {parts.map(([id, name]) => (
              <li key={id}>
                <a href={`#${id}`}>{name}</a>
              </li>
            ))}
          </ul>
          {draft.saved.settings.setup !== 'finished' && <a href="/setup">Set up step by step</a>}
        </nav>
        <main>
          <ClinicSection draft={draft} />
          <ColorsSection draft={draft} />
          <LanguagesSection draft={draft} />
          <ServicesSection draft={draft} />
          <ProvidersSection draft={draft} />
          <RoomsSection draft={draft} />
          <HoursSection draft={draft} contradictions={contradictions.map(({ message }) => message)} />
          <ClosedSection draft={draft} today={today} />
          <HolidaysSection draft={draft} today={today} holidays={holidays} />
          <AbsencesSection draft={draft} today={today} />
          <ProgrammingSection draft={draft} />
          <LeaningSection draft={draft} />
          <AppointmentsSection draft={draft} zone={zone} />
          <TvSection draft={draft} />
          <TimesSection draft={draft} />
          <SoundSection draft={draft} />
          <ZoneSection draft={draft} zoneNow={zone} />
          <PrivacySection draft={draft} />
        </main>
      </div>
      <SaveBar draft={draft} onSave={save} />
    </div>
  )
}
