/** No two rooms, providers or services of one name: nobody could tell them apart, and a patient would stand before the wrong door. */
import type { Clinic } from './clinic.ts'

interface Named {
  readonly name: string
}

/** Names that differ in capitals or spaces only are the same. */
const plain = (name: string): string => name.normalize().trim().replaceAll(/\s+/g, ' ').toLowerCase()

/** Whether another entry, an earlier one, has this name. */
export const isTaken = (list: readonly Named[], entry: Named): boolean =>
  list.slice(0, list.indexOf(entry)).some(({ name }) => plain(name) === plain(entry.name) && plain(name) !== '')

const why: Readonly<Record<keyof Clinic, string>> = {
  rooms: 'Patients would not know which one is meant.',
  providers: 'Nobody could tell them apart.',
  services: 'Nobody could tell them apart.',
}

/** @returns a sentence about the first name that two have; undefined when each has its own */
export function findTwice(what: keyof Clinic, list: readonly Named[]): string | undefined {
  const entry = list.find((one) => isTaken(list, one))
  return entry === undefined ? undefined : `Two ${what} are called "${entry.name.trim()}". ${why[what]}`
}
