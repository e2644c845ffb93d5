/** A hub for the tests of a file, in a place of its own that is gone after them. */
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { type RunningHub, startHub } from './hub.ts'
import { makePlace, type Place } from './place.ts'

export interface OpenHub {
  readonly hub: RunningHub
  readonly place: Place
  /** Stops the hub unless that is done, and starts it once more on the same data. @param more options in place of the first ones */
  readonly startAgain: (more?: readonly string[]) => Promise<void>
}

/** Given the hub whenever one has started. */
type OnOpen = (opened: OpenHub) => void

/** One hub for all tests of a file. @param more options beside those of its place */
export function openHubForAll(more: readonly string[], onOpen: OnOpen): void {
  const { open, close } = keeping(more, onOpen)
  beforeAll(open)
  afterAll(close)
}

/** A new hub for each test of a file. @param more options beside those of its place */
export function openHubForEach(more: readonly string[], onOpen: OnOpen): void {
  const { open, close } = keeping(more, onOpen)
  beforeEach(open)
  afterEach(close)
}

function keeping(more: readonly string[], onOpen: OnOpen) {
  let place: Place
  let hub: RunningHub
  const start = async (options: readonly string[]) => {
    hub = await startHub([...place.args, ...options])
    onOpen({ hub, place, startAgain })
  }
  const startAgain = async (options = more) => {
    await hub.stop()
    await start(options)
  }
  return {
    open: async () => {
      place = makePlace()
      await start(more)
    },
    close: async () => {
      await hub.stop()
      place.remove()
    },
  }
}
