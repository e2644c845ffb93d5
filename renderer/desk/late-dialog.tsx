/** Somebody runs late: first who waits for them and what was arranged with each, then the TV says so. */
import { type ReactElement, useState } from 'react'
import type { Provider } from '../../core/clinic.ts'
import type { Arranged } from '../../core/queue-contract.ts'
import { clockTime } from '../shared/clinic-time.ts'
import { useDesk } from './desk-context.ts'
import type { ErrandState } from './errand.ts'
import { FormDialog } from './form-dialog.tsx'
import { nameOf } from './lanes.ts'
import { affectedBy, delaySentence, presenceOf } from './presence.ts'
import { awayKey, type Marks } from './speak.ts'

interface LateState extends ErrandState {
  readonly provider: Provider
  /** Chosen before it was opened. */
  readonly minutes?: number | undefined
}

const offered = [10, 20, 40]
/** Stands in the field for another number. */
const usualOther = 30
const most = 240
const arranged: readonly (readonly [Arranged, string])[] = [
  ['told', 'told'],
  ['another-provider', 'another provider'],
  ['rebook', 'rebook'],
  ['left', 'left'],
]

export function LateDialog({ provider, minutes, presses, onClose }: LateState): ReactElement {
  const { queue, clinic, marks, arrange } = useDesk()
  const known = presenceOf(queue.presence, provider.id)
  const [wanted, setWanted] = useState(String(minutes ?? known?.minutes ?? usualOther))
  const [isOther, setOther] = useState(!offered.includes(Number(wanted)))
  // What was said about an earlier delay is no answer to this one.
  const [chosen, setChosen] = useState<Marks>(known?.kind === 'late' ? marks : {})
  const people = affectedBy(provider.id, queue.tickets, clinic)
  const late = Number(wanted)
  const isPossible = Number.isInteger(late) && late >= 1 && late <= most

  const confirm = async (show: boolean) => {
    if (!isPossible) return false
    const arranged = people.flatMap(({ id: ticket }) => {
      const mark = chosen[awayKey(provider.id, ticket)]
      return mark === undefined ? [] : [{ ticket, how: mark.how }]
    })
    // First: nobody who was told is listed for a moment, and what cannot be noted is not lost with this dialog.
    if (!(await arrange({ provider: provider.id, arranged, anew: true }))) return false
    const answer = await presses.send('provider-late', { provider: provider.id, minutes: late, show }, () => {
      const tv = show ? 'the TV says so' : 'the TV says so in 2 minutes'
      return `${provider.name} runs ${late} min late; ${tv}`
    })
    return answer !== undefined
  }
  const mark = (ticket: string, how: Arranged) =>
    setChosen((before) => ({ ...before, [awayKey(provider.id, ticket)]: { how, at: queue.at } }))

  return (
    <FormDialog
      title={`${provider.name} runs late`}
      verb="Show on TV now"
      look="wide"
      presses={presses}
      onClose={onClose}
      onSend={() => confirm(true)}
      other={{ verb: 'Show in 2 min', onSend: () => confirm(false) }}
    >
      <fieldset className="chips until">
        <legend>About how late?</legend>
        {offered.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="minutes"
              checked={!isOther && late === one}
              onChange={() => {
                setOther(false)
                setWanted(String(one))
              }}
            />
            <span>{one} min</span>
          </label>
        ))}
        <label>
          <input type="radio" name="minutes" checked={isOther} onChange={() => setOther(true)} />
          <span>other</span>
        </label>
        {isOther && (
          <input
            type="number"
            name="other-minutes"
            aria-label="Minutes late"
            required
            min={1}
            max={most}
            value={wanted}
            onChange={({ currentTarget }) => setWanted(currentTarget.value)}
          />
        )}
      </fieldset>
      {people.length === 0 ? (
        <p className="errand-note">Nobody who is here waits for {provider.name} alone.</p>
      ) : (
        <section className="affected" aria-labelledby="affected">
          <h3 id="affected">Speak to them first, in this order</h3>
          <ol>
            {people.map(({ id, code, label, service, appointmentAt }) => (
              <li key={id} className="affected-row">
                <p id={`affected-${id}`}>
                  <b className="code">{code}</b> {label !== undefined && <bdi>{label}</bdi>}{' '}
                  <small>
                    {nameOf(clinic.services, service)}
                    {appointmentAt !== undefined && ` · booked ${clockTime(appointmentAt, clinic.zone)}`}
                  </small>
                </p>
                <div className="chips" role="radiogroup" aria-labelledby={`affected-${id}`}>
                  {arranged.map(([how, words]) => (
                    <label key={how}>
                      <input
                        type="radio"
                        name={`arranged-${id}`}
                        checked={chosen[awayKey(provider.id, id)]?.how === how}
                        onChange={() => mark(id, how)}
                      />
                      <span>{words}</span>
                    </label>
                  ))}
                </div>
              </li>
            ))}
          </ol>
        </section>
      )}
      {isPossible && (
        <p className="errand-note">
          The TV will say, without a name: “{delaySentence(late)}” By itself it does so after 2 minutes; until then it
          can be undone unseen.
        </p>
      )}
    </FormDialog>
  )
}
