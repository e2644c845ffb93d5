/** What the opening hours put on the screens: a playlist before the clinic closes, another while it is closed. */
import { type ReactElement, useEffect, useState } from 'react'
import type { PlaylistList } from '../../core/contract.ts'
import type { Settings } from '../../core/settings.ts'
import { Check, NumberField, SelectField } from '../shared/fields.tsx'
import type { Draft } from './draft.ts'
import { Section } from './section.tsx'

type Programming = Settings['programming']

const usualMinutes = 15
const everything = 'default'

export function ProgrammingSection({ draft }: { readonly draft: Draft }): ReactElement {
  const { settings, calendar } = draft.values
  const { closing, closed } = settings.programming
  const playlists = usePlaylists()
  const change = (programming: Programming) => draft.change('settings', { ...settings, programming })
  const first = playlists.find(({ value }) => value !== everything)?.value ?? everything
  return (
    <Section
      id="programming"
      title="Closing time on the screens"
      note="By the opening hours above, early closings and closed days included. Everything else is planned in the studio."
    >
      <div className="option">
        <Check
          label="Before closing, play a playlist of its own"
          isOn={closing !== undefined}
          onChange={(isOn) =>
            change({
              ...without(settings.programming, 'closing'),
              ...(isOn ? { closing: { playlist: first, minutes: usualMinutes } } : {}),
            })
          }
        />
        {closing !== undefined && (
          <div className="pair">
            <SelectField
              label="Playlist before closing"
              value={closing.playlist}
              options={withOwn(playlists, closing.playlist)}
              onChange={(playlist) => change({ ...settings.programming, closing: { ...closing, playlist } })}
            />
            <NumberField
              label="For the last"
              value={closing.minutes}
              least={1}
              most={120}
              unit="minutes"
              onChange={(minutes) => change({ ...settings.programming, closing: { ...closing, minutes } })}
            />
          </div>
        )}
      </div>
      <div className="option">
        <Check
          label="While the clinic is closed, play a playlist of its own"
          isOn={closed !== undefined}
          onChange={(isOn) =>
            change({ ...without(settings.programming, 'closed'), ...(isOn ? { closed: { playlist: first } } : {}) })
          }
        />
        {closed !== undefined && (
          <div className="pair">
            <SelectField
              label="Playlist while closed"
              value={closed.playlist}
              options={withOwn(playlists, closed.playlist)}
              onChange={(playlist) => change({ ...settings.programming, closed: { playlist } })}
            />
          </div>
        )}
      </div>
      {calendar.weekly === undefined && (closing ?? closed) !== undefined && (
        <p className="note">Nobody has entered the opening hours yet: until then nothing of this plays.</p>
      )}
    </Section>
  )
}

interface Option {
  readonly value: string
  readonly name: string
}

/** The one that is chosen is offered even when it is not there any more. */
const withOwn = (playlists: readonly Option[], own: string): readonly Option[] =>
  playlists.some(({ value }) => value === own) ? playlists : [{ value: own, name: `${own} (not there)` }, ...playlists]

function without(programming: Programming, name: keyof Programming): Programming {
  const { [name]: _, ...rest } = programming
  return rest
}

/** Empty until they have come. */
function usePlaylists(): readonly Option[] {
  const [found, setFound] = useState<readonly Option[]>([])
  useEffect(() => {
    let isCurrent = true
    const ask = async () => {
      const response = await fetch('/api/playlists').catch(() => undefined)
      if (!response?.ok || !isCurrent) return
      const { playlists } = (await response.json()) as PlaylistList
      setFound(
        playlists.map(({ name, title }) => ({
          value: name,
          name: name === everything ? 'Everything' : (title ?? name),
        })),
      )
    }
    void ask()
    return () => {
      isCurrent = false
    }
  }, [])
  return found
}
