/** What the editor of a film says of its pictures and of what becomes of it. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { FilmList } from '../../core/film-contract.ts'
import { spanOf } from '../../renderer/shared/span.ts'
import { openFilmEditorForEach, visit } from '../support/film-editor.ts'
import { startHub } from '../support/hub.ts'
import { makePlace } from '../support/place.ts'

let studio: Page

const { button, card, edit, field, put, screen, told } = openFilmEditorForEach((editor) => {
  ;({ studio } = editor)
})

test('a picture that is not there is said in the preview, at its field, in the source, and by the state of the film', async () => {
  const words = 'This picture is not there: _pictures/hat.jpg'
  put('hats/hat.md', `${visit}\n## The hat\n\n![A green hat](_pictures/hat.jpg)\n`)
  await edit('hats/hat.md')
  await studio.locator('.edit-state').getByText('There is no picture "_pictures/hat.jpg"').waitFor()
  await card(3).getByText(words).waitFor()
  await field(3, 'Heading').focus()
  await studio.locator('.edit-preview-note').getByText(words).waitFor()
  expect(await screen().textContent()).not.toContain('cannot be drawn')
  await screen().getByRole('img', { name: 'A green hat', includeHidden: true }).waitFor({ state: 'attached' })
  // Whatever is saved beside it: the film still cannot be made.
  await field(1, 'Sentences').fill('First we listen to you, and then you to us.')
  await studio.getByRole('button', { name: 'Save' }).click()
  await told(/Saved, but something is wrong in it/)
  await studio.getByRole('button', { name: 'Show source' }).click()
  await studio.getByRole('list', { name: 'What is wrong' }).getByText('There is no picture').waitFor()
})

test('a picture that is not there is told beside a block that cannot be read, in the same go', async () => {
  const words = 'This picture is not there: _pictures/hat.jpg'
  const hat = '## The hat\n\n:::timelin\n- Today: try it on\n:::\n\n![A green hat](_pictures/hat.jpg)\n'
  await edit('hats/both.md', `${visit}\n${hat}`)
  await studio
    .locator('.edit-state')
    .getByText(/There is no block "timelin".*There is no picture/)
    .waitFor()
  await card(3).getByText('There is no block "timelin".', { exact: false }).waitFor()
  await card(3).getByText(words).waitFor()
  await card(3).getByRole('textbox').focus()
  await screen().getByText('As soon as nothing is missing or wrong in this scene, it plays here.').waitFor()
  await studio.locator('.edit-preview-note').getByText(words).waitFor()
  await button('Show source').click()
  const wrong = studio.getByRole('list', { name: 'What is wrong' }).getByRole('listitem')
  expect(await wrong.allTextContents()).toEqual([
    expect.stringContaining('There is no block "timelin"'),
    expect.stringContaining('There is no picture "_pictures/hat.jpg"'),
  ])
})

test('of films that wait the cards say how far from their turn they are, and a save says what the queue says', async () => {
  const slow = makePlace()
  // A browser that never gets to its work: all films stay where they are.
  const browserFile = path.join(slow.folder, 'browser.sh')
  writeFileSync(browserFile, '#!/bin/sh\nexec sleep 600\n', { mode: 0o755 })
  const put = (name: string) =>
    writeFileSync(path.join(slow.content, `${name}.md`), visit.replace('Your visit', `Visit ${name}`))
  mkdirSync(slow.content, { recursive: true })
  put('a')
  const other = await startHub(slow.args, { ANTEROOM_BROWSER: browserFile })
  const state = (name: string) => studio.locator(`[data-path="${name}.md"] .state`)
  const films = async () => (await other.get<FilmList>('/api/films')).films
  try {
    const patience = { timeout: 30_000 }
    await expect.poll(async () => (await films())[0]?.state, patience).toBe('stills')
    put('b')
    put('c')
    await expect.poll(async () => (await films()).length, patience).toBe(3)
    await studio.goto(`${other.url}/studio`)
    await state('a').getByText('Its pictures are being made').waitFor()
    await state('b').getByText('Waits, 2nd in line').waitFor()
    await state('c').getByText('Waits, 3rd in line').waitFor()
    expect(await studio.getByText('0 %').count()).toBe(0)
    // A card draws nothing beyond its edge: a line that is wider than it loses its last letters.
    for (const width of [360, 384, 800, 1440, 1920]) {
      await studio.setViewportSize({ width, height: 900 })
      expect(await studio.locator('.card').evaluateAll(linesOverTheEdge)).toEqual([])
    }

    // Another one is put first: cards that were drawn before say so.
    const headers = { 'idempotency-key': 'first', 'content-type': 'application/json' }
    await fetch(`${other.url}/api/films/c.md/first`, { method: 'POST', headers, body: '{}' })
    await state('c').getByText('1st in line').waitFor()
    await state('b').getByText('3rd in line').waitFor()

    await studio.goto(`${other.url}/studio/film?path=b.md`)
    await field(1, 'Sentences').fill('First we listen to you, and then you to us.')
    await studio.getByRole('button', { name: 'Save' }).click()
    await told(/^Saved\. Its film is (ready as pictures|3rd in line|ready in)/)
    const saved = (await films()).find((film) => film.path === 'b.md')
    await told(`in about ${spanOf(saved?.remainingS ?? 0)}.`)
    // Nothing of it was ever on the TV.
    expect(await studio.locator('.notice-bar').textContent()).not.toContain('hidden')

    // Nobody has to wait for a film to say that its words are right.
    writeFileSync(path.join(slow.content, 'd.md'), visit.replace('kind: welcome', 'kind: treatment'))
    await expect.poll(async () => (await films()).length, patience).toBe(4)
    await studio.goto(`${other.url}/studio/film?path=d.md`)
    await studio.locator('.edit-state').getByRole('button', { name: 'Checked by …' }).waitFor()

    // The clinic gets another name. None of these films was ever made: nothing plays as before, and nothing is said of it.
    await studio.goto(`${other.url}/settings`)
    await studio.getByLabel('Name of the clinic').fill('Harbour Practice')
    await studio.getByRole('button', { name: 'Save' }).click()
    const bar = studio.locator('.save-bar')
    await expect.poll(() => bar.getByRole('status').textContent()).toBe('Saved.')
    expect(await bar.getByText('Films are made anew').count()).toBe(0)
  } finally {
    await other.stop()
    slow.remove()
  }
})

const linesOverTheEdge = (cards: readonly Element[]) =>
  cards.flatMap((card) => {
    const edge = card.getBoundingClientRect()
    const isOver = (line: DOMRect) => line.right > edge.right || line.left < edge.left
    return [...card.querySelectorAll('p')]
      .filter((line) => isOver(line.getBoundingClientRect()))
      .map((line) => line.textContent)
  })
