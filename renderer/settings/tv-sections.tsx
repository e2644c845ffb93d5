/** The TV and its room: how large, how far, how a call and the waiting times are shown, how loud it is. */
import type { ReactElement } from 'react'
import { legibilityOf } from '../../core/legibility.ts'
import type { Settings, WaitShown } from '../../core/settings.ts'
import type { WaitAccuracy } from '../../core/wait-contract.ts'
import { Action } from '../shared/action.tsx'
import { Check, Choice, NumberField, SelectField, TimeField } from '../shared/fields.tsx'
import { chime } from '../tv/chime.ts'
import { useWaitAccuracy } from './around.ts'
import type { Draft } from './draft.ts'
import { Section } from './section.tsx'
import { VoiceWordsList } from './voice-words.tsx'

interface Part {
  readonly draft: Draft
}

const partOf = (draft: Draft) => {
  const { settings } = draft.values
  return { settings, change: (part: Partial<Settings>) => draft.change('settings', { ...settings, ...part }) }
}

export function TvSection({ draft }: Part): ReactElement {
  const { settings, change } = partOf(draft)
  const { tv } = settings
  const changeTv = (part: Partial<Settings['tv']>) => change({ tv: { ...tv, ...part } })
  const isKnown = tv.screenInches >= 10 && tv.farthestSeatMetres > 0
  return (
    <Section id="tv" title="TV and seats" note="Whoever sits farthest away has to be able to read it, too.">
      <div className="pair">
        <NumberField
          label="Size of the TV"
          hint="The diagonal, as on its box."
          value={tv.screenInches}
          least={10}
          most={200}
          unit="inches"
          onChange={(screenInches) => changeTv({ screenInches })}
        />
        <NumberField
          label="Farthest seat"
          hint="From the TV to the eyes. Four large steps are about 3 metres."
          value={tv.farthestSeatMetres}
          least={0.5}
          most={30}
          step={0.5}
          unit="metres"
          onChange={(farthestSeatMetres) => changeTv({ farthestSeatMetres })}
        />
      </div>
      <Choice
        label="How does it hang?"
        value={tv.hangs}
        options={[
          { value: 'wide', name: 'Wide', note: 'As it stands on its foot.' },
          { value: 'upright', name: 'Upright', note: 'Turned by a quarter. Films are made in that shape.' },
        ]}
        onChange={(hangs) => changeTv({ hangs })}
      />
      {isKnown && <Verdict {...legibilityOf(tv)} />}
      <Choice
        label="A call on the TV"
        value={tv.calls}
        options={[
          { value: 'screen', name: 'Fills the screen', note: 'Best seen: nobody misses it, also from the last seat.' },
          { value: 'side', name: 'Fills the side', note: 'The film goes on beside it; the code is smaller.' },
        ]}
        onChange={(calls) => changeTv({ calls })}
      />
    </Section>
  )
}

function Verdict({ isReadable, sentence, text, codes }: ReturnType<typeof legibilityOf>): ReactElement {
  return (
    <div className="verdict" data-good={isReadable} role="status">
      <p>
        <strong>{sentence}</strong>
      </p>
      <p>
        There, capitals of a text have to be {text.millimetres} mm high, and those of codes and rooms{' '}
        {codes.millimetres} mm: measure them on the glass.
      </p>
    </div>
  )
}

const shownWords: Readonly<Record<WaitShown, string>> = {
  minutes: 'Minutes',
  'busy-quiet': '“A short wait” or “a longer wait”',
  nothing: 'Nothing',
}

export function TimesSection({ draft }: Part): ReactElement {
  const { settings, change } = partOf(draft)
  const { times } = settings
  const accuracy = useWaitAccuracy()
  // What was chosen before stays possible: nobody is locked into it either.
  const isOffered = accuracy?.earned === true || times.shownOn === 'tv'
  return (
    <Section
      id="times"
      title="Waiting times"
      note="Desk and phone always show them. Whose turn comes next is always on the TV."
    >
      <Choice
        label="Waiting times on the TV"
        value={times.shownOn}
        options={[
          {
            value: 'desk',
            name: 'Desk only',
            note: 'Best for the first weeks: look whether the times come true before everybody reads them.',
          },
          { value: 'tv', name: 'Show on TV', note: offerOf(accuracy), isOff: !isOffered },
        ]}
        onChange={(shownOn) => change({ times: { ...times, shownOn } })}
      />
      {times.shownOn === 'tv' && (
        <ul className="entries">
          {draft.values.services.map(({ id, name }) => (
            <li key={id} className="entry entry-pair">
              <span dir="auto">{name}</span>
              <SelectField
                label={`What the TV says for ${name}`}
                isLabelHidden
                value={times.services[id] ?? 'minutes'}
                options={Object.entries(shownWords).map(([value, words]) => ({ value, name: words }))}
                onChange={(shown) => {
                  const { [id]: _, ...others } = times.services
                  const wanted = shown === 'minutes' ? others : { ...others, [id]: shown as WaitShown }
                  change({ times: { ...times, services: wanted } })
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** What speaks for times on the TV, or what is still missing. */
function offerOf(accuracy: WaitAccuracy | undefined): string {
  if (accuracy === undefined) return 'Beside each code, as a range of minutes.'
  const { calls, inside, earned, needed } = accuracy
  const share = `${Math.round((100 * inside) / Math.max(1, calls))} % of ${calls} calls came inside what was told first.`
  if (earned) return `Beside each code, as a range of minutes. They have earned it: ${share}`
  if (calls < needed.calls) {
    return `Offered after ${needed.calls} calls that were told a time before; ${calls} so far. Until then only desk and phones show times.`
  }
  return `Not yet: ${share} From ${Math.round(100 * needed.share)} % on they may stand on the TV.`
}

const usualQuiet = { from: '20:00', to: '07:00' }

export function SoundSection({ draft }: Part): ReactElement {
  const { settings, change } = partOf(draft)
  const { quiet } = settings.sound
  return (
    <Section id="sound" title="Sound" note="A soft chime goes before every call. Films are silent, with captions.">
      <div className="sound-test">
        <Action onPress={() => chime('call')}>Test chime</Action>
        <p className="note">
          It plays on this computer. Set the TV so that the chime is just heard from the farthest seat while people
          talk.
        </p>
      </div>
      <div className="lunch">
        <Check
          label="Quiet hours: calls without a sound"
          isOn={quiet !== undefined}
          onChange={(isOn) => change({ sound: isOn ? { quiet: usualQuiet } : {} })}
        />
        {quiet !== undefined && (
          <span className="between">
            <TimeField
              label="Quiet from"
              value={quiet.from}
              onChange={(from) => change({ sound: { quiet: { ...quiet, from } } })}
            />
            <span aria-hidden="true">–</span>
            <TimeField
              label="Quiet until"
              value={quiet.to}
              onChange={(to) => change({ sound: { quiet: { ...quiet, to } } })}
            />
          </span>
        )}
      </div>
      <VoiceWordsList />
    </Section>
  )
}

const knownZones = Intl.supportedValuesOf('timeZone')

export function ZoneSection({ draft, zoneNow }: Part & { readonly zoneNow: string }): ReactElement {
  const { settings } = draft.values
  const { zone, ...unzoned } = settings
  const zones = zone === undefined || knownZones.includes(zone) ? knownZones : [zone, ...knownZones]
  return (
    <Section id="zone" title="Time zone" note={`The clinic’s clocks run by ${zoneNow.replaceAll('_', ' ')} now.`}>
      <SelectField
        label="Time zone"
        hint="A change holds from the next start of Anteroom on."
        value={zone ?? ''}
        options={[
          { value: '', name: 'The computer’s own' },
          ...zones.map((name) => ({ value: name, name: name.replaceAll('_', ' ') })),
        ]}
        onChange={(wanted) => draft.change('settings', wanted === '' ? unzoned : { ...settings, zone: wanted })}
      />
    </Section>
  )
}

export function PrivacySection({ draft }: Part): ReactElement {
  const { settings, change } = partOf(draft)
  return (
    <Section id="privacy" title="Privacy">
      <ul className="facts">
        <li>Patients are codes. Anteroom never asks for a name, and the TV never shows one.</li>
        <li>Desk labels are seen at the desk and in the rooms only, and erased when the day is closed.</li>
        <li>Nothing leaves this computer: no telemetry, no account, no cloud.</li>
      </ul>
      <NumberField
        label="Keep what happened in the queue for"
        hint="Codes, services and times of each visit. Afterwards only counts are left."
        value={settings.retentionDays}
        least={1}
        most={90}
        unit="days"
        onChange={(retentionDays) => change({ retentionDays })}
      />
    </Section>
  )
}
