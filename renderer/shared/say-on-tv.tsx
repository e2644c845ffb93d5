/** Say on TV: a sentence for everybody in the room, ready-made or one's own, always with an end. */
import { type FormEvent, type ReactElement, useState } from 'react'
import { longestMessage } from '../../core/tv-contract.ts'
import { Action } from './action.tsx'
import { clockTime } from './clinic-time.ts'
import type { TvPart } from './tv-now.tsx'

type End = { readonly minutes: number } | { readonly untilClosing: true }

const ends: readonly { readonly name: string; readonly end: End }[] = [
  { name: '15 min', end: { minutes: 15 } },
  { name: '30 min', end: { minutes: 30 } },
  { name: '60 min', end: { minutes: 60 } },
  { name: 'until closing', end: { untilClosing: true } },
]
const minuteMs = 60_000
const backInMinutes = 30
const roundedTo = 5

/** Back in half an hour at the most, on a round minute: the message must not end before. */
function backAt(now: string, zone: string): string {
  const step = roundedTo * minuteMs
  const at = Math.floor((Date.parse(now) + backInMinutes * minuteMs) / step) * step
  return `Back at ${clockTime(new Date(at).toISOString(), zone)}`
}

export function SayOnTv({ tv, zone, press, canPress }: TvPart): ReactElement {
  const [text, setText] = useState('')
  const [ending, setEnding] = useState(1)
  const { message } = tv
  const left = longestMessage - [...text.trim()].length
  const say = async (event: FormEvent) => {
    event.preventDefault()
    const { end, name } = ends[ending] ?? ends[0] ?? { end: { minutes: 15 }, name: '15 min' }
    const until = 'minutes' in end ? `for ${name}` : name
    const answer = await press('say', { text, ...end }, `The TV says it ${until}.`)
    if (answer !== undefined) setText('')
  }
  return (
    <section className="tv-part tv-say" aria-labelledby="tv-say">
      <h3 id="tv-say">Say on TV</h3>
      {message !== undefined && (
        <div className="tv-message">
          <p dir="auto">{message.text}</p>
          <p>{message.untilClosing ? 'until closing' : `until ${clockTime(message.until, zone)}`}</p>
          <Action
            isOff={!canPress}
            onPress={() => void press('unsay', { message: message.id }, 'The message is off the TV.')}
          >
            Take it off
          </Action>
        </div>
      )}
      <form onSubmit={(event) => void say(event)}>
        <div className="tv-chips">
          {[backAt(tv.at, zone), 'Card machine down'].map((ready) => (
            <Action key={ready} onPress={() => setText(ready)}>
              {ready}
            </Action>
          ))}
        </div>
        <label htmlFor="tv-text">
          What it says <span className="tv-left">{left < 40 ? `${left} letters left` : ''}</span>
        </label>
        <textarea
          id="tv-text"
          dir="auto"
          rows={2}
          maxLength={longestMessage}
          value={text}
          onChange={({ target }) => setText(target.value.replaceAll(/\s+/g, ' '))}
        />
        <fieldset className="tv-chips">
          <legend>How long</legend>
          {ends.map(({ name }, at) => (
            <label key={name} className="tv-chip">
              <input type="radio" name="tv-end" checked={at === ending} onChange={() => setEnding(at)} />
              <span>{name}</span>
            </label>
          ))}
        </fieldset>
        <button type="submit" className="action action-first" disabled={!canPress || text.trim() === ''}>
          <span>{message === undefined ? 'Say on TV' : 'Say this instead'}</span>
        </button>
      </form>
    </section>
  )
}
