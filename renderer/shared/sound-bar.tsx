/** Sound in the waiting room: films and calls apart, quieter at once, films off for an hour, and a chime to hear it by. */
import type { ReactElement } from 'react'
import { languageInEnglish } from '../../core/languages.ts'
import { Action } from './action.tsx'
import { clockTime } from './clinic-time.ts'
import type { TvPart } from './tv-now.tsx'

const step = 10
const muteMinutes = 60

const bounded = (volume: number) => Math.max(0, Math.min(100, volume))

export function SoundBar({ tv, zone, press, canPress }: TvPart): ReactElement {
  const { media, calls, mutedUntil } = tv.sound
  const set = (name: 'media' | 'calls', volume: number, words: string) => {
    void press('sound', name === 'media' ? { media: bounded(volume) } : { calls: bounded(volume) }, words)
  }
  return (
    <section className="tv-part tv-sound" aria-labelledby="tv-sound">
      <h3 id="tv-sound">Sound</h3>
      <Volume
        name="Films"
        volume={media}
        isOff={!canPress}
        onChange={(volume) => set('media', volume, `Films: ${volume} %.`)}
      />
      <Volume
        name="Calls"
        volume={calls}
        isOff={!canPress}
        onChange={(volume) => set('calls', volume, `Calls: ${volume} %.`)}
      />
      {tv.isQuiet && <p>Quiet hours: neither chime nor voice now.</p>}
      <p className="tv-hint">
        {tv.speaks.length === 0
          ? 'Calls are a chime and the picture. With espeak-ng on the TV’s computer they are spoken, too.'
          : `Calls are a chime and a voice (${tv.speaks.map(languageInEnglish).join(', ')}).`}
        {media === 0 ? ' Films are silent, with captions.' : ''}
      </p>
      <div className="tv-buttons">
        <Action
          isOff={!canPress || (media === 0 && calls === 0)}
          onPress={() =>
            void press('sound', { media: bounded(media - step), calls: bounded(calls - step) }, 'Quieter.')
          }
        >
          Quieter
        </Action>
        {mutedUntil === undefined ? (
          <Action
            isOff={!canPress}
            onPress={() => void press('sound', { muteMinutes }, 'Films are silent for an hour. Calls are heard.')}
          >
            Mute films for 1 hour
          </Action>
        ) : (
          <Action isOff={!canPress} onPress={() => void press('sound', { muteMinutes: 0 }, 'Films are heard again.')}>
            Films are mute until {clockTime(mutedUntil, zone)} · let them be heard
          </Action>
        )}
        <Action isOff={!canPress} onPress={() => void press('chime', {}, 'The TV sounds its chime.')}>
          Test chime
        </Action>
      </div>
    </section>
  )
}

interface VolumeState {
  readonly name: string
  readonly volume: number
  readonly isOff: boolean
  readonly onChange: (volume: number) => void
}

function Volume({ name, volume, isOff, onChange }: VolumeState): ReactElement {
  return (
    <label className="tv-volume">
      <span>{name}</span>
      <input
        type="range"
        min={0}
        max={100}
        step={step}
        value={volume}
        disabled={isOff}
        onChange={({ target }) => onChange(Number(target.value))}
      />
      <output>{volume === 0 ? 'silent' : `${volume} %`}</output>
    </label>
  )
}
