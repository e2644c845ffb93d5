/** Everything a manager can change: as the hub has it, as it stands on this page, and the way from one to the other. */
import type { Calendar } from '../../core/calendar.ts'
import type { Provider, Room, Service } from '../../core/clinic.ts'
import type { Settings } from '../../core/settings.ts'
import type { Brand } from '../../core/theme.ts'
import { type Delivered, deliver } from '../shared/press.ts'

export interface Values {
  readonly brand: Brand
  readonly settings: Settings
  readonly calendar: Calendar
  readonly services: readonly Service[]
  readonly providers: readonly Provider[]
  readonly rooms: readonly Room[]
}
export type RowName = keyof Values

/** Rooms before the providers who use them, providers before the services they perform. */
export const rowNames = [
  'rooms',
  'providers',
  'services',
  'calendar',
  'brand',
  'settings',
] as const satisfies readonly RowName[]

/** What a row is called in a sentence. */
export const rowWords: Readonly<Record<RowName, string>> = {
  brand: 'name and colours',
  settings: 'settings',
  calendar: 'opening hours',
  services: 'services',
  providers: 'providers',
  rooms: 'rooms',
}

export interface Saved {
  readonly values: Values
  readonly etags: Readonly<Record<RowName, string>>
}

export async function loadAll(): Promise<Saved> {
  const rows = await Promise.all(rowNames.map(async (name) => [name, await loadRow(name)] as const))
  return {
    values: Object.fromEntries(rows.map(([name, { value }]) => [name, value])) as unknown as Values,
    etags: Object.fromEntries(rows.map(([name, { etag }]) => [name, etag])) as Saved['etags'],
  }
}

export async function loadRow<Name extends RowName>(
  name: Name,
): Promise<{ readonly value: Values[Name]; readonly etag: string }> {
  const response = await fetch(name === 'settings' ? '/api/settings/whole' : `/api/${name}`)
  if (!response.ok) throw new Error(`${name}: ${response.status}`)
  const body = (await response.json()) as Pick<Values, Name>
  return { value: body[name], etag: response.headers.get('etag') ?? '' }
}

/** @param etag of the version that was edited; `*` for whatever is there */
export const saveRow = (name: RowName, value: unknown, etag: string): Promise<Delivered<unknown>> =>
  deliver(`/api/${name}`, { method: 'PUT', body: JSON.stringify({ [name]: value }), headers: { 'if-match': etag } })

export const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** An id that no entry has: `p2`, `p3` … */
export function freeId(list: readonly { readonly id: string }[], prefix: string): string {
  for (let number = list.length + 1; ; number += 1) {
    const id = `${prefix}${number}`
    if (list.every((entry) => entry.id !== id)) return id
  }
}
