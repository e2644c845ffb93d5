/** The editor of films for the tests of a file: one hub that makes no film, and for each test a studio in a browser that has kept nothing. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { complaintsOf, startBrowser } from './browser.ts'
import { type RunningHub, startHub } from './hub.ts'
import { makePlace } from './place.ts'

export interface FilmEditor {
  readonly hub: RunningHub
  /** The page of this test. */
  readonly studio: Page
}

/** A film that is right, of sentences and of a list. */
export const visit = `---
title: Your visit
template: procedure
kind: welcome
---

## We talk

First we listen to you.

## We decide

- Now
- Later
`

/**
 * Each test fails whose page has complained.
 *
 * @param onOpen given the editor before each test
 * @returns steps in the folder of the content, and on the page of whichever test is running
 */
export function openFilmEditorForEach(onOpen: (editor: FilmEditor) => void) {
  const place = makePlace()
  let hub: RunningHub
  let browser: Browser
  let studio: Page
  let complaints: readonly string[]

  beforeAll(async () => {
    // Without a browser of its own the hub makes no film: what is tested here is the text.
    const noFilms = { ANTEROOM_BROWSER: '/nowhere' }
    ;[hub, browser] = await Promise.all([
      startHub([...place.args, '--at', '2026-03-03T14:02:00+01:00'], noFilms),
      startBrowser(),
    ])
  })

  afterAll(async () => {
    await Promise.all([browser.close(), hub.stop()])
    place.remove()
  })

  beforeEach(async () => {
    studio = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
    complaints = complaintsOf(studio)
    onOpen({ hub, studio })
  })

  afterEach(async () => {
    expect(complaints).toEqual([])
    await Promise.all(browser.contexts().map((context) => context.close()))
  })

  const inFolder = (name: string) => path.join(place.content, name)
  const put = (name: string, text: string): void => {
    mkdirSync(path.dirname(inFolder(name)), { recursive: true })
    writeFileSync(inFolder(name), text)
  }
  const card = (number: number): Locator => studio.locator('.edit-card').nth(number - 1)
  return {
    inFolder,
    put,
    isThere: (name: string): boolean => existsSync(inFolder(name)),
    textOf: (name: string): string => readFileSync(inFolder(name), 'utf8'),
    /** Opens the film in the editor. @param text written into the folder first, if given */
    edit: async (name: string, text?: string): Promise<void> => {
      if (text !== undefined) put(name, text)
      await studio.goto(`${hub.url}/studio/film?path=${encodeURIComponent(name)}`)
      await studio.getByRole('heading', { name: 'Scenes' }).waitFor()
    },
    /** The scene of that number, from 1. */
    card,
    field: (number: number, label: string): Locator => card(number).getByLabel(label, { exact: true }),
    screen: (): Locator => studio.locator('.edit-screen'),
    button: (name: string): Locator => studio.getByRole('button', { name, exact: true }),
    /** Until words that were typed would survive the page. @param page another tab, if given */
    kept: (words: string, page: Page = studio): Promise<void> =>
      expect.poll(() => page.evaluate(() => JSON.stringify({ ...sessionStorage }))).toContain(words),
    told: (words: string | RegExp): Promise<void> => studio.locator('.notice-bar').getByText(words).waitFor(),
  }
}
