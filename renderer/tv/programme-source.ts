/** Where the screen gets its programme: from whoever served this page, main or hub, waiting until there is another. */
import type { ProgrammeAnswer } from '../../core/contract.ts'
import type { Programme } from '../../core/programme.ts'
import type { PageClock } from '../shared/clock.ts'

declare global {
  interface Window {
    /** Set by the kiosk; absent in a browser, where the page is a preview. */
    readonly anteroom?: { readonly screen: string }
  }
}

const askAgainMs = 1_000

export const screenOf = (page: Window): string =>
  page.anteroom?.screen ?? /\/tv\/(screen-\d+)$/.exec(page.location.pathname)?.[1] ?? 'screen-1'

/** Where stored media are: the kiosk has its own verified copies. */
export const mediaBaseOf = (page: Window): string => (page.anteroom === undefined ? '/media/' : 'media://asset/')

/**
 * Tells of every programme that comes into force, for as long as the page lives.
 *
 * @param onLink whether somebody answers; false at once when nobody does
 */
export async function followProgramme(
  screen: string,
  clock: PageClock,
  onProgramme: (programme: Programme) => void,
  onLink: (isThere: boolean) => void,
): Promise<void> {
  let revision: string | undefined
  for (;;) {
    try {
      const query = revision === undefined ? '' : `?after=${encodeURIComponent(revision)}`
      const response = await fetch(`/api/screens/${screen}/programme${query}`)
      if (!response.ok) throw new Error(`answered ${response.status}`)
      onLink(true)
      if (response.status === 204) continue
      const answer = (await response.json()) as ProgrammeAnswer
      clock.hear(answer.now)
      revision = answer.programme.revision
      onProgramme(answer.programme)
    } catch {
      onLink(false)
      await new Promise((resolve) => setTimeout(resolve, askAgainMs))
    }
  }
}
