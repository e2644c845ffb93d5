/** What the clinic offers, who performs it and where: the lists that tickets are called by. */
// Types only: the worker that reckons the waits needs these lists and no schemas, which take 14 MB.
import type { Provider, Room, Service } from './clinic-entries.ts'

export type { Provider, Room, Service }

export interface Clinic {
  readonly services: readonly Service[]
  readonly providers: readonly Provider[]
  readonly rooms: readonly Room[]
}

/** What a fresh database knows. */
export const firstClinic: Clinic = {
  services: [{ id: 'consultation', name: 'Consultation', minutes: 15 }],
  providers: [{ id: 'p1', name: 'Provider 1', room: '1' }],
  rooms: [{ id: '1', name: 'Room 1' }],
}

/** For a service that is not in the list any more. */
const usualMinutes = 15

export const minutesOf = (clinic: Clinic, serviceId: string): number =>
  clinic.services.find(({ id: known }) => known === serviceId)?.minutes ?? usualMinutes

export function performs(clinic: Clinic, providerId: string, serviceId: string): boolean {
  const able = clinic.services.find(({ id: known }) => known === serviceId)?.providers
  return able === undefined || able.includes(providerId)
}

/** What people call it; its id when it is not in the list any more. */
export const nameOf = (list: readonly { readonly id: string; readonly name: string }[], wanted: string): string =>
  list.find(({ id: known }) => known === wanted)?.name ?? wanted

/** @returns a sentence about an entry that names one which is not there; undefined when the lists fit together */
export function findDangling({ services, providers, rooms }: Clinic): string | undefined {
  const has = (list: readonly { readonly id: string }[], wanted: string) =>
    list.some(({ id: known }) => known === wanted)
  for (const { name: what, providers: able = [] } of services) {
    const missing = able.find((one) => !has(providers, one))
    if (missing !== undefined)
      return `The service ${what} names provider "${missing}", who is not in the list of providers. Change that first.`
  }
  for (const { name: who, room: usual } of providers) {
    if (usual !== undefined && !has(rooms, usual))
      return `${who} usually calls to room "${usual}", which is not in the list of rooms. Change that first.`
  }
  return undefined
}
