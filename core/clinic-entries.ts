/** The lists of a clinic as they are typed: services, providers and rooms. */

import { z } from 'zod'
import { oneLine } from './one-line.ts'

const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/, 'Only letters, digits, - _ and . are possible.')
const name = oneLine().min(1).max(60)

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
