/** A call that waited its turn to be announced, and meanwhile whoever was called has gone, is on hold or waits for somebody else. */
import type { Announcement } from './announcements.ts'
import type { QueueState, Ticket } from './queue-state.ts'

/**
 * Whether nobody is to be told of it any more. One that has begun is told to its end.
 *
 * @param tickets as they are now
 */
export function isMoot(announcement: Announcement, tickets: QueueState['tickets']): boolean {
  if (announcement.isRetracted) return false
  const own = announcement.tickets.flatMap((id) => tickets.get(id) ?? [])
  return own.length > 0 && own.every((ticket) => isMootFor(ticket, announcement))
}

function isMootFor({ state }: Ticket, { room, from }: Announcement): boolean {
  if (state.since >= from) return false
  switch (state.kind) {
    case 'left':
    case 'no-show':
      return true
    // Asked to the desk, they still are.
    case 'held':
    case 'waiting':
      return room !== undefined
    case 'called':
    case 'in-service':
    case 'done':
      return false
  }
}
