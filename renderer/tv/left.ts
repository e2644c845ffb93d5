/** Whether what is on screen is left in the middle: somebody has skipped it, or it must not be seen any more. */
import type { Programme } from '../../core/programme.ts'
import { msOf } from '../shared/clock.ts'

/** What the newest programme says of what may be on screen. */
export interface Allowed {
  /** What began before is left. */
  readonly cutAtMs?: number
  /** What may be seen, by id. */
  readonly items: ReadonlySet<string>
  /** When it came. */
  readonly cameMs: number
}

/** What begins in the very moment of a cut, or of being withdrawn, is left, too. */
const justNowMs = 10_000

export const allowedBy = ({ cutAt, items }: Pick<Programme, 'cutAt' | 'items'>, cameMs: number): Allowed => ({
  ...(cutAt === undefined ? {} : { cutAtMs: msOf(cutAt) }),
  items: new Set(Object.keys(items)),
  cameMs,
})

/** @param entry what is on screen @param now milliseconds since 1970 UTC */
export function isLeft(
  { item, startMs }: { readonly item: { readonly id: string }; readonly startMs: number },
  { cutAtMs, items, cameMs }: Allowed,
  now: number,
): boolean {
  if (cutAtMs !== undefined && startMs < cutAtMs) return true
  if (items.has(item.id)) return false
  // For the hub it had not begun when it was withdrawn, so that nothing had to be cut: what has, stays in the programme to its end.
  const hasJustBegun = cameMs - startMs < justNowMs
  return hasJustBegun || (cutAtMs !== undefined && now - cutAtMs < justNowMs)
}
