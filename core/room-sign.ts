/** What stands on the sign of a room: a number where everybody can find it by that, else its whole name. */

export type RoomSign = { readonly kind: 'number' | 'name'; readonly text: string }

/**
 * Signs by room id. A door and a number need no language; where two rooms end in the same number, both keep their names.
 *
 * @param rooms names by id
 */
export function roomSigns(rooms: Readonly<Record<string, string>>): ReadonlyMap<string, RoomSign> {
  const numbers = Object.values(rooms).map(numberIn)
  return new Map(
    Object.entries(rooms).map(([id, name]): [string, RoomSign] => {
      const number = numberIn(name)
      const isOnly = numbers.filter((other) => other === number).length === 1
      return [id, number !== undefined && isOnly ? { kind: 'number', text: number } : { kind: 'name', text: name }]
    }),
  )
}

/** `Room 12`, `Zimmer 2b`: a number at the end that stands alone. */
const numberIn = (name: string): string | undefined => /(?:^|[\s.#-])(\d{1,3}[A-Za-z]?)$/.exec(name.trim())?.[1]
