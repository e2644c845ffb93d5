/** Schedules and groups of screens as rows: read at once, changed by name, each change answered once. */
import type { ScheduleFile } from '../core/schedule-check.ts'
import { type Schedule, type ScreenGroup, schedule, screenGroup } from '../core/schedule-file.ts'
import type { Answer, AnswerBook, Request } from './answer-book.ts'
import type { Database } from './database.ts'

/** What a change asks for, and what is told to whoever asked. */
interface Change {
  readonly answer: Answer
  /** Absent for a refusal. */
  readonly write?: () => void
}

interface Edit {
  readonly now: number
  readonly request: Request
}

export class ScheduleRows {
  readonly #database: Database
  readonly #answers: AnswerBook
  readonly #listeners = new Set<() => void>()
  #schedules: ReadonlyMap<string, Schedule>
  #groups: readonly ScreenGroup[]

  constructor(database: Database, answers: AnswerBook) {
    this.#database = database
    this.#answers = answers
    this.#schedules = this.#readSchedules()
    this.#groups = this.#readGroups()
  }

  /** Told after a change, when it is on the disk. */
  onChange(listener: () => void): void {
    this.#listeners.add(listener)
  }

  /** In the order of names. */
  all(): readonly Schedule[] {
    return [...this.#schedules.values()]
  }

  named(name: string): Schedule | undefined {
    return this.#schedules.get(name)
  }

  get groups(): readonly ScreenGroup[] {
    return this.#groups
  }

  /** @param change asked once it is known to be a new request */
  change({ request, now }: Edit, change: () => Change): Answer {
    let isChanged = false
    const answer = this.#database.transaction((): Answer => {
      const known = this.#answers.find(request)
      if (known !== undefined) return known
      const { answer: said, write } = change()
      write?.()
      isChanged = write !== undefined
      this.#answers.keep(request, said, now)
      return said
    })()
    if (isChanged) this.#changed()
    return answer
  }

  /** Within `change`. */
  put(row: Schedule): void {
    this.#database
      .prepare('INSERT OR REPLACE INTO schedules (name, body) VALUES (?, ?)')
      .run(row.name, JSON.stringify(row))
  }

  /** Within `change`. */
  remove(name: string): void {
    this.#database.prepare('DELETE FROM schedules WHERE name = ?').run(name)
  }

  /** Within `change`. */
  putGroups(groups: readonly ScreenGroup[]): void {
    this.#database.prepare('DELETE FROM screen_groups').run()
    const insert = this.#database.prepare('INSERT INTO screen_groups (place, body) VALUES (?, ?)')
    for (const [place, group] of groups.entries()) insert.run(place, JSON.stringify(group))
  }

  /** Within `change`: adds and replaces by name; what the file does not name stays. */
  upsert({ schedules, groups }: ScheduleFile): void {
    for (const row of schedules) this.put(row)
    const named = new Map([...this.#groups, ...groups].map((group) => [group.name, group]))
    if (groups.length > 0) this.putGroups([...named.values()])
  }

  /** For a first start, when nobody asked. */
  fill(file: ScheduleFile): void {
    this.#database.transaction(() => this.upsert(file))()
    this.#changed()
  }

  #changed(): void {
    this.#schedules = this.#readSchedules()
    this.#groups = this.#readGroups()
    for (const listener of this.#listeners) listener()
  }

  #readSchedules(): ReadonlyMap<string, Schedule> {
    const rows = this.#database.prepare('SELECT name, body FROM schedules ORDER BY name').all() as readonly Row[]
    return new Map(
      rows.flatMap(({ name, body }) => {
        const read = schedule.safeParse(JSON.parse(body))
        if (read.success) return [[name, read.data] as const]
        console.error(`The schedule "${name}" cannot be read (${read.error.issues[0]?.message}). It does not play.`)
        return []
      }),
    )
  }

  #readGroups(): readonly ScreenGroup[] {
    const rows = this.#database.prepare('SELECT body FROM screen_groups ORDER BY place').all() as readonly Row[]
    return rows.flatMap(({ body }) => {
      const read = screenGroup.safeParse(JSON.parse(body))
      return read.success ? [read.data] : []
    })
  }
}

interface Row {
  readonly name: string
  readonly body: string
}
