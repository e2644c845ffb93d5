/** What differs from the week: closed days, other hours, public holidays, and who is away. */
import { type ReactElement, useEffect, useState } from 'react'
import type { Absence, Calendar } from '../../core/calendar.ts'
import { dateWords, weekdayNames, weekdayOf } from '../../core/calendar-date.ts'
import type { HolidayList, RegionList } from '../../core/settings-contract.ts'
import { Check, DateField, SelectField, TextField } from '../shared/fields.tsx'
import type { Draft } from './draft.ts'
import { Add, Remove } from './entries.tsx'
import { Between, Hours } from './hours-section.tsx'
import { Section } from './section.tsx'

interface Part {
  readonly draft: Draft
  /** `2026-11-22` */
  readonly today: string
}

/** Replaces one entry of a list; undefined takes it out. */
const replaced = <Entry,>(list: readonly Entry[], index: number, entry: Entry | undefined): Entry[] =>
  list.flatMap((one, at) => (at === index ? (entry === undefined ? [] : [entry]) : [one]))

export function ClosedSection({ draft, today }: Part): ReactElement {
  const { calendar } = draft.values
  const { closed, special } = calendar
  const change = (part: Partial<Calendar>) => draft.change('calendar', { ...calendar, ...part })
  return (
    <Section
      id="closed"
      title="Closed days and other hours"
      note="Holidays of the clinic, an early closing, a Saturday you open after all."
    >
      <ul className="entries">
        {closed.map((days, index) => {
          const { to: _, reason: __, ...bare } = days
          const set = (entry: (typeof closed)[number] | undefined) => change({ closed: replaced(closed, index, entry) })
          const reasonPart = days.reason === undefined ? {} : { reason: days.reason }
          const toPart = days.to === undefined ? {} : { to: days.to }
          return (
            <li key={index} className="entry entry-days">
              <DateField
                label="Closed from"
                value={days.from}
                onChange={(from) => from !== '' && set({ ...days, from })}
              />
              <DateField
                label="until and including"
                value={days.to ?? days.from}
                onChange={(to) => set({ ...bare, ...reasonPart, ...(to === '' || to === days.from ? {} : { to }) })}
              />
              <TextField
                label="Reason"
                value={days.reason ?? ''}
                placeholder="such as Summer holidays"
                onChange={(reason) => set({ ...bare, ...toPart, ...(reason === '' ? {} : { reason }) })}
              />
              <Remove what={`the closed days from ${dateWords(days.from)}`} onPress={() => set(undefined)} />
            </li>
          )
        })}
        {special.map((day, index) => {
          const { reason: _, ...bare } = day
          const set = (entry: (typeof special)[number] | undefined) =>
            change({ special: replaced(special, index, entry) })
          return (
            <li key={index} className="entry entry-days entry-special">
              <DateField
                label="Other hours on"
                value={day.date}
                onChange={(date) => date !== '' && set({ ...day, date })}
              />
              <TextField
                label="Reason"
                value={day.reason ?? ''}
                placeholder="such as Team meeting"
                onChange={(reason) => set(reason === '' ? bare : { ...bare, reason })}
              />
              <Remove what={`the other hours on ${dateWords(day.date)}`} onPress={() => set(undefined)} />
              <div className="field row">
                <Hours name={dateWords(day.date)} hours={day.hours} onChange={(hours) => set({ ...day, hours })} />
              </div>
            </li>
          )
        })}
      </ul>
      <div className="adds">
        <Add words="Add closed days" onPress={() => change({ closed: [...closed, { from: today }] })} />
        <Add
          words="Add a day with other hours"
          onPress={() => change({ special: [...special, { date: today, hours: [{ start: '09:00', end: '13:00' }] }] })}
        />
      </div>
    </Section>
  )
}

export function AbsencesSection({ draft, today }: Part): ReactElement {
  const { calendar, providers } = draft.values
  const { absences } = calendar
  const change = (wanted: Absence[]) => draft.change('calendar', { ...calendar, absences: wanted })
  return (
    <Section id="absences" title="Who is away" note="Waiting times are reckoned without them.">
      <ul className="entries">
        {absences.map((absence, index) => {
          const { to: _, hours: __, ...bare } = absence
          const toPart = absence.to === undefined ? {} : { to: absence.to }
          const hoursPart = absence.hours === undefined ? {} : { hours: absence.hours }
          const set = (entry: Absence | undefined) => change(replaced(absences, index, entry))
          return (
            <li key={index} className="entry entry-days">
              <SelectField
                label="Who"
                value={absence.provider}
                options={providers.map(({ id, name }) => ({ value: id, name }))}
                onChange={(provider) => set({ ...absence, provider })}
              />
              <DateField
                label="from"
                value={absence.from}
                onChange={(from) => from !== '' && set({ ...absence, from })}
              />
              <DateField
                label="until and including"
                value={absence.to ?? absence.from}
                onChange={(to) => set({ ...bare, ...hoursPart, ...(to === '' || to === absence.from ? {} : { to }) })}
              />
              <Remove what={`the absence from ${dateWords(absence.from)}`} onPress={() => set(undefined)} />
              <div className="row">
                <Check
                  label="Only for a part of the day"
                  isOn={absence.hours !== undefined}
                  onChange={(isPart) =>
                    set({ ...bare, ...toPart, ...(isPart ? { hours: { start: '14:00', end: '18:00' } } : {}) })
                  }
                />
                {absence.hours !== undefined && (
                  <Between name="Away" span={absence.hours} onChange={(hours) => set({ ...absence, hours })} />
                )}
              </div>
            </li>
          )
        })}
      </ul>
      <Add
        words="Add an absence"
        onPress={() => change([...absences, { provider: providers[0]?.id ?? '', from: today }])}
      />
    </Section>
  )
}

interface HolidaysState extends Part {
  readonly holidays: HolidayList['holidays']
}

export function HolidaysSection({ draft, today, holidays }: HolidaysState): ReactElement {
  const { calendar } = draft.values
  const { region, ticked } = calendar.holidays
  const [country, state] = region?.split('-') ?? []
  const countries = useRegions('')
  const states = useRegions(country)
  const choose = (wanted: string) =>
    draft.change('calendar', {
      ...calendar,
      holidays:
        wanted === '' ? { ticked: [] } : { region: wanted, ticked: wanted.split('-')[0] === country ? ticked : [] },
    })
  const tick = (names: readonly string[]) =>
    draft.change('calendar', { ...calendar, holidays: { ...calendar.holidays, ticked: [...names] } })
  const year = today.slice(0, 4)
  const own = holidays.filter(({ date, name }) => date.startsWith(year) && !isSubstitute(name))
  const names = [...new Set(own.map(({ name }) => name))]
  return (
    <Section
      id="holidays"
      title="Public holidays"
      note="Tick those on which the clinic is closed. They come back every year on their own dates."
    >
      <div className="pair">
        <SelectField
          label="Country"
          value={country ?? ''}
          options={[{ value: '', name: 'None' }, ...asOptions(countries)]}
          onChange={choose}
        />
        {country !== undefined && states.length > 0 && (
          <SelectField
            label="State or region"
            value={state === undefined ? country : `${country}-${state}`}
            options={[{ value: country, name: 'Whole country' }, ...asOptions(states)]}
            onChange={choose}
          />
        )}
      </div>
      {names.length > 0 && (
        <>
          <div className="adds">
            <Add words="Tick all" onPress={() => tick([...new Set([...ticked, ...names])])} />
            {ticked.length > 0 && <Add words="Tick none" onPress={() => tick([])} />}
          </div>
          <ul className="holidays">
            {names.map((name) => (
              <li key={name}>
                <Check
                  isOn={ticked.includes(name)}
                  onChange={(isOn) => tick(isOn ? [...ticked, name] : ticked.filter((one) => one !== name))}
                  label={
                    <>
                      {name} <small>{datesOf(name, own)}</small>
                    </>
                  }
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

const isSubstitute = (name: string) => / \(substitute day\)$/i.test(name)
const asOptions = (regions: RegionList['regions']) => regions.map(({ id, name }) => ({ value: id, name }))

/** `Friday 25 December 2026` */
function datesOf(name: string, holidays: HolidayList['holidays']): string {
  const dates = holidays.filter((holiday) => holiday.name === name).map(({ date }) => date)
  const [first = '', last = first] = [dates[0], dates.at(-1)]
  const words = `${weekdayNames[weekdayOf(first)]} ${dateWords(first)}`
  return first === last ? words : `${words}, ${dates.length} days`
}

/** @param country empty for the countries; undefined asks nothing */
function useRegions(country: string | undefined): RegionList['regions'] {
  const [found, setFound] = useState<{ readonly of: string; readonly regions: RegionList['regions'] }>()
  useEffect(() => {
    if (country === undefined) return
    const query = country === '' ? '' : `?country=${country}`
    let isCurrent = true
    void fetch(`/api/holidays/regions${query}`)
      .then((response) => (response.ok ? (response.json() as Promise<RegionList>) : { regions: [] }))
      .then(({ regions }) => isCurrent && setFound({ of: country, regions }))
      .catch(() => {})
    return () => {
      isCurrent = false
    }
  }, [country])
  return found !== undefined && found.of === country ? found.regions : []
}
