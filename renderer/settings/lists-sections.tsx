/** Rooms, providers and services: lists whose entries are named, added and taken out. */
import { type ReactElement, useState } from 'react'
import type { Provider, Service } from '../../core/clinic.ts'
import { isTaken } from '../../core/clinic-names.ts'
import { type Preset, presets } from '../../core/presets.ts'
import { Action } from '../shared/action.tsx'
import { Check, NumberField, SelectField } from '../shared/fields.tsx'
import type { Draft } from './draft.ts'
import { Add, Entry } from './entries.tsx'
import { freeId } from './rows.ts'
import { Section } from './section.tsx'

const usualMinutes = 15

interface Part {
  readonly draft: Draft
}

export function RoomsSection({ draft }: Part): ReactElement {
  const { rooms, providers } = draft.values
  const remove = (id: string) => {
    draft.change(
      'rooms',
      rooms.filter((room) => room.id !== id),
    )
    // Whoever called to it calls to another one.
    const moved = providers.map(
      ({ room, ...provider }): Provider => (room === undefined || room === id ? provider : { ...provider, room }),
    )
    if (providers.some(({ room }) => room === id)) draft.change('providers', moved)
  }
  return (
    <Section id="rooms" title="Rooms" note="Where patients are called to, as written on the door.">
      <ul className="entries">
        {rooms.map((room) => (
          <Entry
            key={room.id}
            what="room"
            name={room.name}
            isOnly={rooms.length === 1}
            isDouble={isTaken(rooms, room)}
            onName={(name) =>
              draft.change(
                'rooms',
                rooms.map((one) => (one === room ? { ...room, name } : one)),
              )
            }
            onRemove={() => remove(room.id)}
          />
        ))}
      </ul>
      <Add
        words="Add a room"
        onPress={() => {
          const id = freeId(rooms, '')
          draft.change('rooms', [...rooms, { id, name: `Room ${id}` }])
        }}
      />
    </Section>
  )
}

export function ProvidersSection({ draft }: Part): ReactElement {
  const { providers, rooms, services, calendar } = draft.values
  const edit = (provider: Provider, part: { readonly name?: string; readonly room?: string }) => {
    const { room, ...rest } = { ...provider, ...part }
    const edited = room === undefined || room === '' ? rest : { ...rest, room }
    draft.change(
      'providers',
      providers.map((one) => (one === provider ? edited : one)),
    )
  }
  const remove = (id: string) => {
    draft.change(
      'providers',
      providers.filter((provider) => provider.id !== id),
    )
    const performed = services.map((service): Service => {
      const { providers: able, ...everybody } = service
      const left = able?.filter((one) => one !== id)
      return left === undefined || left.length === 0 ? everybody : { ...everybody, providers: left }
    })
    if (services.some((service) => service.providers?.includes(id))) draft.change('services', performed)
    if (calendar.absences.some(({ provider }) => provider === id)) {
      const absences = calendar.absences.filter(({ provider }) => provider !== id)
      draft.change('calendar', { ...calendar, absences })
    }
  }
  return (
    <Section id="providers" title="Providers" note="Who sees patients. The TV never shows these names; the desk does.">
      <ul className="entries">
        {providers.map((provider) => (
          <Entry
            key={provider.id}
            what="provider"
            name={provider.name}
            isOnly={providers.length === 1}
            isDouble={isTaken(providers, provider)}
            onName={(name) => edit(provider, { name })}
            onRemove={() => remove(provider.id)}
          >
            <SelectField
              label={`Usual room of ${provider.name}`}
              isLabelHidden
              value={provider.room ?? ''}
              options={[
                { value: '', name: 'No usual room' },
                ...rooms.map(({ id, name }) => ({ value: id, name: name || 'Room without a name' })),
              ]}
              onChange={(room) => edit(provider, { room })}
            />
          </Entry>
        ))}
      </ul>
      <Add
        words="Add a provider"
        onPress={() => {
          const id = freeId(providers, 'p')
          const taken = new Set(providers.map(({ room }) => room))
          const room = rooms.find((one) => !taken.has(one.id))?.id
          const name = `Provider ${providers.length + 1}`
          draft.change('providers', [...providers, room === undefined ? { id, name } : { id, name, room }])
        }}
      />
    </Section>
  )
}

export function ServicesSection({ draft }: Part): ReactElement {
  const { services, providers, settings } = draft.values
  const missing = presets[settings.profile].filter(({ id }) => services.every((service) => service.id !== id))
  const edit = (service: Service, edited: Service) =>
    draft.change(
      'services',
      services.map((one) => (one === service ? edited : one)),
    )
  const add = (more: readonly Preset[]) => draft.change('services', [...services, ...more])
  return (
    <Section
      id="services"
      title="Services"
      note="What patients come for, and how long it usually takes from being called to the end. Waiting times are reckoned from these minutes."
    >
      <ul className="entries">
        {services.map((service) => (
          <Entry
            key={service.id}
            what="service"
            name={service.name}
            isOnly={services.length === 1}
            isDouble={isTaken(services, service)}
            onName={(name) => edit(service, { ...service, name })}
            onRemove={() =>
              draft.change(
                'services',
                services.filter((one) => one !== service),
              )
            }
            below={
              providers.length > 1 && (
                <Performers {...{ service, providers }} onChange={(edited) => edit(service, edited)} />
              )
            }
          >
            <NumberField
              label={`Planned minutes of ${service.name}`}
              isLabelHidden
              value={service.minutes}
              least={1}
              most={600}
              unit="min"
              onChange={(minutes) => edit(service, { ...service, minutes })}
            />
          </Entry>
        ))}
      </ul>
      <div className="adds">
        <Add
          words="Add a service"
          onPress={() => add([{ id: freeId(services, 's'), name: '', minutes: usualMinutes }])}
        />
      </div>
      {missing.length > 0 && (
        <fieldset className="suggestions">
          <legend>Often in {settings.profile === 'medical' ? 'a medical' : 'an aesthetic'} practice</legend>
          <div className="checks">
            {missing.map((preset) => (
              <Action key={preset.id} look="quiet" onPress={() => add([preset])}>
                + {preset.name}, {preset.minutes} min
              </Action>
            ))}
            {missing.length > 1 && <Action onPress={() => add(missing)}>Add all {missing.length}</Action>}
          </div>
        </fieldset>
      )}
    </Section>
  )
}

interface PerformersState {
  readonly service: Service
  readonly providers: readonly Provider[]
  readonly onChange: (service: Service) => void
}

/** Everybody, or those who are ticked. */
function Performers({ service, providers, onChange }: PerformersState): ReactElement {
  const { providers: able, ...everybody } = service
  const [isOpen, setOpen] = useState(able !== undefined)
  const ticked = able ?? providers.map(({ id }) => id)
  const change = (id: string, isOn: boolean) => {
    const wanted = providers.map((one) => one.id).filter((one) => (one === id ? isOn : ticked.includes(one)))
    if (wanted.length === 0) return
    onChange(wanted.length === providers.length ? everybody : { ...everybody, providers: wanted })
  }
  if (!isOpen) {
    return (
      <p className="performers">
        Everybody performs it.{' '}
        <Action look="quiet" label={`Choose who performs ${service.name}`} onPress={() => setOpen(true)}>
          Choose
        </Action>
      </p>
    )
  }
  return (
    <fieldset className="performers">
      <legend className="unseen">Who performs {service.name}</legend>
      <div className="checks">
        {providers.map(({ id, name }) => (
          <Check key={id} look="chip" label={name} isOn={ticked.includes(id)} onChange={(isOn) => change(id, isOn)} />
        ))}
      </div>
    </fieldset>
  )
}
