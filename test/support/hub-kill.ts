/** Kills the hub again and again under three desks, and counts what was lost, what happened twice, and how soon it was back. */
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { type Dice, diceOf } from '../../hub/demo-clinic.ts'
import { type Desk, deskAt } from './desk.ts'
import { startHub } from './hub.ts'
import type { Place } from './place.ts'

const desks = 3
/** Between two kills, milliseconds. */
const shortestMs = 100
const longestMs = 900
const here = { provider: 'p1', room: '1' }

export interface KillCounts {
  readonly kills: number
  /** Presses a desk was told had been done. */
  readonly acknowledged: number
  /** Of them, not in the log under their number and key. */
  readonly lost: number
  /** Keys that are in the log twice, and refused ones that are in it at all. */
  readonly doubled: number
  /** Numbers missing from the log, and revisions a desk saw out of order. */
  readonly outOfOrder: number
  /** What `integrity_check` and `foreign_key_check` found. */
  readonly damage: readonly string[]
  /** From the start of the process until it answers, milliseconds, for each kill. */
  readonly readyMs: readonly number[]
}

export async function killHub(place: Place, kills: number, seed: number): Promise<KillCounts> {
  const dice = diceOf(seed)
  let hub = await startHub(place.args)
  let isOver = false
  const workers = Array.from({ length: desks }, (_, index) =>
    pressOn(
      () => deskAt(hub.url, `desk-${index}`),
      () => isOver,
      index + 1,
      diceOf(seed + index + 1),
    ),
  )
  const readyMs: number[] = []
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      await pause(shortestMs + dice() * (longestMs - shortestMs))
      await hub.stop('SIGKILL')
      const startedAt = performance.now()
      hub = await startHub(place.args)
      readyMs.push(performance.now() - startedAt)
    }
    isOver = true
    const logs = await Promise.all(workers)
    await hub.stop()
    return { kills, readyMs, ...compare(logs, path.join(place.data, 'anteroom.sqlite')) }
  } finally {
    isOver = true
    await hub.stop('SIGKILL')
  }
}

interface Acknowledged {
  readonly key: string
  readonly status: number
  readonly revision: number | undefined
}

/** Presses one thing after another until it is told to stop; what gets no answer is pressed again, with its key. */
async function pressOn(
  desk: () => Desk,
  isOver: () => boolean,
  start: number,
  dice: Dice,
): Promise<readonly Acknowledged[]> {
  const acknowledged: Acknowledged[] = []
  for (let turn = start; !isOver(); turn += 1) {
    const key = randomUUID()
    const { tickets } = await untilAnswered(() => desk().queue())
    const waiting = tickets.filter(({ state }) => state === 'waiting')
    const ticket = waiting[Math.floor(dice() * waiting.length)]?.id ?? 'nobody'
    const presses = [
      ['check-in', { service: 'consultation', label: key.slice(0, 20) }],
      ['call-next', here],
      ['check-in', { service: 'consultation' }],
      ['undo', {}],
      ['hold', { ticket }],
      ['leave', { ticket }],
      ['edit', { ticket, label: key.slice(0, 20) }],
      ['provider-late', { provider: 'p1', minutes: 20 }],
    ] as const
    const [button, body] = presses[turn % presses.length] ?? presses[0]
    const answer = await untilAnswered(() => desk().press(button, body, key))
    acknowledged.push({ key, status: answer.status, revision: answer.body.revision })
  }
  return acknowledged
}

async function untilAnswered<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    try {
      return await ask()
    } catch {
      await pause(20)
    }
  }
}

interface Row {
  readonly revision: number
  readonly key: string | null
}

function compare(logs: readonly (readonly Acknowledged[])[], file: string) {
  const database = new Database(file)
  try {
    const rows = database.prepare('SELECT revision, key FROM queue_events ORDER BY revision').all() as Row[]
    const keys = rows.flatMap(({ key }) => key ?? [])
    const known = new Set(keys)
    const done = logs.flatMap((log) => log.filter(({ status }) => status < 300))
    const refused = logs.flatMap((log) => log.filter(({ status }) => status >= 300))
    const gaps = rows.filter(({ revision }, index) => revision !== index + 1).length
    const backwards = logs.map(
      (log) => log.filter(({ revision = 0 }, index) => revision > 0 && revision < latest(log, index)).length,
    )
    return {
      acknowledged: done.length,
      lost: done.filter(({ key, revision = 0 }) => rows[revision - 1]?.key !== key).length,
      doubled: keys.length - known.size + refused.filter(({ key }) => known.has(key)).length,
      outOfOrder: gaps + backwards.reduce((sum, count) => sum + count, 0),
      damage: damageOf(database),
    }
  } finally {
    database.close()
  }
}

/** The highest revision a desk had been told before. */
const latest = (log: readonly Acknowledged[], index: number) =>
  log.slice(0, index).reduce((most, { revision = 0 }) => Math.max(most, revision), 0)

function damageOf(database: Database.Database): readonly string[] {
  const integrity = database.pragma('integrity_check', { simple: true })
  const foreign = database.pragma('foreign_key_check') as readonly unknown[]
  return [...(integrity === 'ok' ? [] : [String(integrity)]), ...foreign.map((row) => JSON.stringify(row))]
}
