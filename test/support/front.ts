/** The front of a clinic, new for each test of a file: a hub, and a desk in a browser that has kept nothing. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import type { Clinic } from '../../core/clinic.ts'
import { complaintsOf, startBrowser } from './browser.ts'
import { type Desk, deskAt } from './desk.ts'
import { openDeskPage } from './desk-page.ts'
import { putClinic } from './desk-steps.ts'
import { type RunningHub, startHub } from './hub.ts'
import { makePlace } from './place.ts'

export interface Front {
  readonly hub: RunningHub
  readonly browser: Browser
  /** The desk on the screen. */
  readonly desk: Page
  /** Another one, which presses at the hub itself. */
  readonly far: Desk
  /** The hub's data folder. */
  readonly data: string
  /** Starts the hub once more at another time: same data, same address. */
  readonly startAgain: (at: string) => Promise<RunningHub>
}

interface Opening {
  readonly at: string
  /** Who works there, if it matters. */
  readonly clinic?: Clinic
}

/** Each test fails whose page has complained. @param onOpen given the front before each test */
export function openFrontForEach({ at, clinic }: Opening, onOpen: (front: Front) => void): void {
  let browser: Browser
  let close: () => Promise<void>

  beforeAll(async () => {
    browser = await startBrowser()
  })

  afterAll(() => browser.close())

  beforeEach(async () => {
    const place = makePlace()
    let hub = await startHub([...place.args, '--at', at])
    if (clinic !== undefined) await putClinic(hub, clinic)
    const desk = await openDeskPage(browser, hub.url)
    const complaints = complaintsOf(desk)
    const startAgain = async (later: string) => {
      const { port } = new URL(hub.url)
      await hub.stop()
      const args = place.args.map((arg, index) => (place.args[index - 1] === '--port' ? port : arg))
      hub = await startHub([...args, '--at', later])
      return hub
    }
    close = async () => {
      await Promise.all(browser.contexts().map((context) => context.close()))
      await hub.stop()
      place.remove()
      expect(complaints).toEqual([])
    }
    onOpen({ hub, browser, desk, far: deskAt(hub.url, 'far'), data: place.data, startAgain })
  })

  afterEach(() => close())
}
