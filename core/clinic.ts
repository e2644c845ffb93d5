/** What the clinic offers, who performs it and where: the lists that tickets are called by. */
import { z } from 'zod'

const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/, 'Only letters, digits, - _ and . are possible.')
const name = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^\P{C}*$/u, 'Line breaks and control characters are not possible.')

export const service = z.strictObject({
  id,
  name,
  /** Planned, from being called to the end. */
  minutes: z.int().min(1).max(600),
  /** Advice for afterwards, on the clinic's own pages: the phone leads there when the visit is over. */
  aftercare: z
    .url({ protocol: /^https?$/, error: 'An address is expected, such as https://clinic.example/filler.' })
    .max(500)
    .optional(),
  /** Who performs it; left out, everybody. */
  providers: z.array(id).min(1).max(100).optional(),
})
export type Service = z.infer<typeof service>

export const provider = z.strictObject({
  id,
  name,
  /** Where they usually call to. */
  room: id.optional(),
})
export type Provider = z.infer<typeof provider>

export const room = z.strictObject({ id, name })
export type Room = z.infer<typeof room>

const listOf = <Entry extends z.ZodType<{ readonly id: string }>>(entry: Entry) =>
  z
    .array(entry)
    .min(1)
    .max(200)
    .refine(
      (all) => new Set(all.map((one) => (one as { id: string }).id)).size === all.length,
      'Every id is possible only once.',
    )

export const serviceList = z.strictObject({ services: listOf(service) })
export const providerList = z.strictObject({ providers: listOf(provider) })
export const roomList = z.strictObject({ rooms: listOf(room) })

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

/** Whether a provider performs a service. */
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
