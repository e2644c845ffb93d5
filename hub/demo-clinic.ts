/** The invented clinic of `--demo`: who works there, what for, and who comes through the door. */
import type { Clinic } from '../core/clinic.ts'
import type { Arrival } from '../core/queue-command.ts'

export const demoClinic: Clinic = {
  services: [
    { id: 'consultation', name: 'Consultation', minutes: 10 },
    { id: 'skin-check', name: 'Skin check', minutes: 10, providers: ['p1', 'p2'] },
    { id: 'injection', name: 'Injection', minutes: 15, providers: ['p1', 'p3'] },
    { id: 'laser', name: 'Laser', minutes: 20, providers: ['p2', 'p3'] },
  ],
  providers: [
    { id: 'p1', name: 'Dr Lindqvist', room: '1' },
    { id: 'p2', name: 'Dr Okafor', room: '2' },
    { id: 'p3', name: 'Nurse Marsh', room: '3' },
  ],
  rooms: [
    { id: '1', name: 'Room 1' },
    { id: '2', name: 'Room 2' },
    { id: '3', name: 'Room 3' },
  ],
}

/** From 0 to below 1, the next number of a seeded series (mulberry32, public domain). */
export type Dice = () => number

export function diceOf(seed: number): Dice {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export const pick = <Value>(dice: Dice, values: readonly Value[]): Value | undefined =>
  values[Math.floor(dice() * values.length)]

const minuteMs = 60_000
const initials = [...'ABCDEFGHJKLMNPRSTVW']
const notes = ['red coat', 'with daughter', 'walking stick', 'blue scarf', 'first visit']

/** Somebody who comes in at `now`: a third is booked, a few minutes off, and some want a certain provider. */
export function somebody(
  dice: Dice,
  clinic: Clinic,
  now: number,
): { readonly arrival: Arrival; readonly label: string } | undefined {
  const service = pick(dice, clinic.services)
  if (service === undefined) return undefined
  const isBooked = dice() < 0.35
  const able = service.providers ?? clinic.providers.map(({ id }) => id)
  const provider = isBooked && dice() < 0.4 ? pick(dice, able) : undefined
  const offMinutes = Math.round(dice() * 35 - 15)
  const appointmentAt = Math.round(now / minuteMs / 5 + offMinutes / 5) * 5 * minuteMs
  const name = `${pick(dice, initials)}${pick(dice, initials)}`
  return {
    arrival: {
      service: service.id,
      ...(provider === undefined ? {} : { provider }),
      ...(isBooked ? { appointmentAt } : {}),
    },
    label: dice() < 0.3 ? `${name}, ${pick(dice, notes)}` : name,
  }
}
