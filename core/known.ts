/** Ids that come from outside: each has to be known today, and a sentence says which ones are. */
import { type Clinic, nameOf, performs } from './clinic.ts'
import { type Refusal, refuse } from './queue-command.ts'

const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).join(', ')

export const unknownTicket = refuse(
  'unknown-ticket',
  'There is no such ticket today. Its check-in was taken back, or its day was closed.',
)

export function unknownService({ services }: Clinic, service: string): Refusal | undefined {
  return services.some(({ id }) => id === service)
    ? undefined
    : refuse('unknown-service', `There is no service "${service}". There are: ${idsOf(services)}.`)
}

export function unknownProvider({ providers }: Clinic, provider: string): Refusal | undefined {
  return providers.some(({ id }) => id === provider)
    ? undefined
    : refuse('unknown-provider', `There is no provider "${provider}". There are: ${idsOf(providers)}.`)
}

function unknownRoom({ rooms }: Clinic, room: string): Refusal | undefined {
  return rooms.some(({ id }) => id === room)
    ? undefined
    : refuse('unknown-room', `There is no room "${room}". There are: ${idsOf(rooms)}.`)
}

export const unknownPlace = (
  clinic: Clinic,
  { provider, room }: { readonly provider: string; readonly room: string },
): Refusal | undefined => unknownProvider(clinic, provider) ?? unknownRoom(clinic, room)

/** A service somebody comes for, and the provider they want for it. */
export function unfitService(clinic: Clinic, service: string, provider: string | undefined): Refusal | undefined {
  const unknown =
    unknownService(clinic, service) ?? (provider === undefined ? undefined : unknownProvider(clinic, provider))
  if (unknown !== undefined) return unknown
  if (provider === undefined || performs(clinic, provider, service)) return undefined
  const [who, what] = [nameOf(clinic.providers, provider), nameOf(clinic.services, service)]
  return refuse('does-not-perform', `${who} does not perform ${what}. Choose another provider, or none.`)
}
