/** Who is in front of this page, and where they call to: asked once, kept by this browser. */
import { type FormEvent, type ReactElement, useState } from 'react'
import { Action } from '../shared/action.tsx'
import type { ClinicLists } from '../shared/clinic-lists.ts'

export interface Chosen {
  readonly provider: string
  /** One or two; the first is where the next patient is called to. */
  readonly rooms: readonly string[]
}

/** Nobody is in three rooms at once. */
const mostRooms = 2

interface ChooseState {
  readonly clinic: ClinicLists
  readonly before: Partial<Chosen>
  readonly onChoose: (chosen: Chosen) => void
}

export function Choose({ clinic, before, onChoose }: ChooseState): ReactElement {
  const { providers, rooms } = clinic
  const [provider, setProvider] = useState(before.provider ?? (providers.length === 1 ? providers[0]?.id : undefined))
  const [chosen, setRooms] = useState<readonly string[]>(before.rooms ?? usualRooms(clinic, provider))
  const isReady = provider !== undefined && chosen.length > 0
  const start = (event: FormEvent) => {
    event.preventDefault()
    if (isReady) onChoose({ provider, rooms: chosen })
  }
  return (
    <main className="choose">
      <h1>Room</h1>
      <form onSubmit={start}>
        <fieldset>
          <legend>Who are you?</legend>
          <div className="choices">
            {providers.map(({ id, name }) => (
              <label key={id}>
                <input
                  type="radio"
                  name="provider"
                  checked={provider === id}
                  onChange={() => {
                    setProvider(id)
                    if (before.rooms === undefined) setRooms(usualRooms(clinic, id))
                  }}
                />
                <span dir="auto">{name}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <fieldset>
          <legend>Where do you call to?</legend>
          <p className="aside">Two, if you go back and forth between them.</p>
          <div className="choices">
            {rooms.map(({ id, name }) => (
              <label key={id}>
                <input
                  type="checkbox"
                  name="room"
                  checked={chosen.includes(id)}
                  onChange={() =>
                    setRooms(
                      chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id].slice(-mostRooms),
                    )
                  }
                />
                <span dir="auto">{name}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <p className="aside">This browser keeps it until you change it.</p>
        <Action look="first" isOff={!isReady} onPress={() => isReady && onChoose({ provider, rooms: chosen })}>
          Start
        </Action>
      </form>
    </main>
  )
}

function usualRooms({ providers, rooms }: ClinicLists, provider: string | undefined): readonly string[] {
  const usual = providers.find(({ id }) => id === provider)?.room
  if (usual !== undefined) return [usual]
  return rooms.length === 1 ? rooms.map(({ id }) => id) : []
}
