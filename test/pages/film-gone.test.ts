/** A film that is deleted, discarded, or taken out of the folder by somebody else: no word of it is lost, and the page says where it is. */
import { rmSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { violationsOf } from '../support/axe.ts'
import { openFilmEditorForEach } from '../support/film-editor.ts'
import type { RunningHub } from '../support/hub.ts'

let hub: RunningHub
let studio: Page

const { button, edit, field, inFolder, isThere, kept, put, textOf, told } = openFilmEditorForEach((editor) => {
  ;({ hub, studio } = editor)
})

/** As an editor of Windows ends its lines. */
const visit =
  '---\r\ntitle: Your visit\r\ntemplate: procedure\r\nkind: welcome\r\n---\r\n\r\n## We talk\r\n\r\nFirst we listen.\r\n'
const heading = () => field(1, 'Heading')
const sentences = () => field(1, 'Sentences')
const comes = (name: string) => expect.poll(() => isThere(name)).toBe(true)
const titleIs = (words: string) => studio.getByRole('heading', { name: words, exact: true }).waitFor()

test('a film that was deleted comes back with the words that nobody had saved', async () => {
  await edit('deleted.md', visit)
  await heading().fill('We listen')
  await button('Delete').click()
  await titleIs('“Your visit” is deleted')
  expect(isThere('deleted.md')).toBe(false)
  expect(await violationsOf(studio)).toEqual([])
  // The keyboard is where the words are, and Control and Z lead back, as they do everywhere.
  await expect.poll(() => studio.evaluate(() => document.activeElement?.textContent)).toBe('“Your visit” is deleted')
  await studio.keyboard.press('Control+z')
  await told('Your visit is back.')
  expect(textOf('deleted.md')).toBe(visit)
  await expect.poll(() => heading().inputValue()).toBe('We listen')
  await studio.keyboard.press('Control+z')
  await expect.poll(() => heading().inputValue()).toBe('We talk')
})

test('a film in several languages is deleted in one of them or in all, and comes back as it went', async () => {
  await edit('talk.es.md', visit)
  put('talk.md', visit)
  put('talk.de.md', visit)
  await studio.getByRole('link', { name: 'Deutsch' }).waitFor()
  await button('Delete').click()
  await studio.getByText('is also there in English and German.', { exact: false }).waitFor()
  expect(await violationsOf(studio)).toEqual([])
  await button('Delete the film in all languages').click()
  await titleIs('“Your visit” is deleted')
  expect(['talk.md', 'talk.es.md', 'talk.de.md'].map((name) => isThere(name))).toEqual([false, false, false])
  await button('Bring it back').click()
  await heading().waitFor()
  for (const name of ['talk.md', 'talk.es.md', 'talk.de.md']) expect(textOf(name)).toBe(visit)
  // Whether there are other languages is known when they have been looked at again.
  for (const name of ['English', 'Deutsch']) await studio.getByRole('link', { name }).waitFor()
  await button('Delete').click()
  await button('Delete only Spanish').click()
  await titleIs('“Your visit” is deleted')
  expect(['talk.md', 'talk.es.md', 'talk.de.md'].map((name) => isThere(name))).toEqual([true, false, true])

  // The page of the content asks the same.
  await studio.getByRole('link', { name: 'To the content' }).click()
  const one = studio.locator('[data-path="talk.de.md"]')
  await one.getByRole('button', { name: /^Delete / }).click()
  await button('Delete the film in all languages').click()
  await told(/^Deleted: .*, in all its languages\.$/)
  expect(isThere('talk.md')).toBe(false)
  await button('Undo').click()
  await comes('talk.md')
  await comes('talk.de.md')
})

test('it waits on its page as long as nobody leaves, and its words longer', async () => {
  await edit('waits.md', visit)
  await heading().fill('We listen')
  await button('Delete').click()
  await titleIs('“Your visit” is deleted')
  await studio.reload()
  await titleIs('“Your visit” is deleted')
  await studio.getByRole('link', { name: 'To the content' }).click()
  await button('Recently deleted').click()
  await button('Bring back waits.md').click()
  await comes('waits.md')
  await studio.goto(`${hub.url}/studio/film?path=waits.md`)
  await heading().waitFor()
  await expect.poll(() => heading().inputValue()).toBe('We listen')
  await button('Save').click()
  await expect.poll(() => textOf('waits.md')).toBe(visit.replace('We talk', 'We listen'))
})

test('a film that was begun is found again where new ones are made, and another of its name is another film', async () => {
  await studio.goto(`${hub.url}/studio/film?path=explainers/begun.md&template=welcome&title=Begun`)
  await heading().fill('Written for an hour')
  await studio.getByRole('link', { name: 'Content' }).last().click()
  await button('New film').click()
  expect(await violationsOf(studio)).toEqual([])
  await studio.getByLabel('What is it called?').fill('Begun')
  await button('Begin with its example').click()
  await heading().waitFor()
  expect(await heading().inputValue()).not.toBe('Written for an hour')
  await studio.getByRole('link', { name: 'Content' }).last().click()
  await button('New film').click()
  await studio.getByRole('link', { name: 'Begun', exact: true }).click()
  await heading().waitFor()
  await expect.poll(() => heading().inputValue()).toBe('Written for an hour')
})

test('what nobody has saved is told on the page of the content, with the way on and the way out', async () => {
  await edit('changed.md', visit)
  await heading().fill('Changed for an hour')
  await studio.getByText('Not saved yet.', { exact: false }).waitFor()
  await studio.goto(`${hub.url}/studio/film?path=explainers/half.md&template=welcome&title=Half`)
  await heading().fill('Half a film')
  // One that nobody can read hides none of the others.
  await studio.evaluate(() => localStorage.setItem('anteroom-film-a.md', '{'))
  await studio.getByRole('link', { name: 'Content' }).last().click()
  const unsaved = studio.getByRole('region', { name: 'Not saved yet' })
  await unsaved.getByText('Changes to a film', { exact: false }).waitFor()
  expect(await violationsOf(studio)).toEqual([])
  await unsaved.getByRole('button', { name: 'Throw away: Half' }).click()
  await unsaved.getByText('explainers/half.md', { exact: false }).waitFor({ state: 'detached' })
  await button('Undo').click()
  await unsaved.getByRole('link', { name: 'Go on: Half' }).click()
  await heading().waitFor()
  await expect.poll(() => heading().inputValue()).toBe('Half a film')
  await button('Save').click()
  await told(/^Saved/)
  await studio.getByRole('link', { name: 'Content' }).last().click()
  await unsaved.getByRole('link', { name: 'Go on: Your visit' }).waitFor()
  await expect.poll(() => unsaved.getByText('explainers/half.md', { exact: false }).count()).toBe(0)
})

test('whoever leaves the page in the blink of a save is not told that it is not saved', async () => {
  await edit('blink.md', visit)
  await heading().fill('We listen')
  await kept('We listen')
  // The save arrives; its answer finds nobody.
  await studio.route('**/api/explainers/blink.md', async (route) => {
    if (route.request().method() !== 'PUT') return route.continue()
    await route.fetch()
  })
  await button('Save').click()
  await expect.poll(() => textOf('blink.md')).toContain('We listen')
  const isKept = () => studio.evaluate(() => 'anteroom-film-blink.md' in localStorage)
  // Another one, of which there are words that nobody has saved: it stays.
  await studio.goto(`${hub.url}/studio/film?path=explainers/beside.md&template=welcome&title=Beside`)
  await heading().fill('Half a film')
  await kept('Half a film')
  expect(await isKept()).toBe(true)
  await studio.getByRole('link', { name: 'Content' }).last().click()
  const unsaved = studio.getByRole('region', { name: 'Not saved yet' })
  await unsaved.getByRole('link', { name: 'Go on: Beside' }).waitFor()
  await expect.poll(() => unsaved.getByRole('listitem').count()).toBe(1)
  await expect.poll(isKept).toBe(false)
})

test('a film that was saved elsewhere word for word asks nothing, and keeps nothing', async () => {
  await edit('same.md', visit)
  await heading().fill('We listen')
  await kept('We listen')
  await studio.goto('about:blank')
  put('same.md', visit.replace('We talk', 'We listen'))
  await edit('same.md')
  await expect.poll(() => heading().inputValue()).toBe('We listen')
  expect(await studio.evaluate(() => Object.keys({ ...localStorage, ...sessionStorage }))).not.toContain(
    'anteroom-film-same.md',
  )
})

test('a film that was never saved is discarded with a way back, until the page is left', async () => {
  const address = `${hub.url}/studio/film?path=explainers/new.md&template=welcome&title=New`
  await studio.goto(address)
  await heading().fill('Written for an hour')
  await button('Discard').click()
  await titleIs('“New” is discarded')
  await studio.reload()
  await titleIs('“New” is discarded')
  await button('Bring it back').click()
  await expect.poll(() => heading().inputValue()).toBe('Written for an hour')
  await button('Discard').click()
  await studio.getByRole('link', { name: 'To the content' }).click()
  await button('New film').waitFor()
  await studio.goto(address)
  await heading().waitFor()
  expect(await heading().inputValue()).not.toBe('Written for an hour')
})

test('a film that somebody takes out of the folder says so, and Save puts it back', async () => {
  await edit('taken.md', visit)
  rmSync(inFolder('taken.md'))
  await studio.getByText('Somebody has taken this film out of the folder.').waitFor()
  // It stands nowhere else now: leaving the page loses nothing.
  await studio.reload()
  await studio.getByText('Somebody has taken this film out of the folder.').waitFor()
  await expect.poll(() => sentences().inputValue()).toBe('First we listen.')
  expect(await violationsOf(studio)).toEqual([])
  await button('Save').click()
  await expect.poll(() => isThere('taken.md') && textOf('taken.md')).toBe(visit)
  await studio.getByText('Somebody has taken this film out of the folder.').waitFor({ state: 'detached' })
})

test('of two tabs with the same film each keeps its own words', async () => {
  await edit('tabs.md', visit)
  const other = await studio.context().newPage()
  await other.goto(studio.url())
  const theirs = other.locator('.edit-card').first().getByLabel('Heading', { exact: true })
  await theirs.fill('In the other tab')
  await heading().fill('In this tab')
  await kept('In the other tab', other)
  await kept('In this tab')
  await button('Save').click()
  await expect.poll(() => textOf('tabs.md')).toContain('In this tab')
  await other.reload()
  await theirs.waitFor()
  await expect.poll(() => theirs.inputValue()).toBe('In the other tab')
  await other.getByText('Both versions are kept.', { exact: false }).waitFor()
})

test('an address without a film says so, and begins none', async () => {
  await studio.goto(`${hub.url}/studio/film?path=nowhere.md`)
  await studio.getByText('There is no film “nowhere.md” in the folder.').waitFor()
  expect(await button('Save').count()).toBe(0)
})

test('a file from Windows stays one, whether its film is written in the form or as text', async () => {
  await edit('windows.md', visit)
  await sentences().fill('One.\n\nTwo.')
  await button('Show source').click()
  const source = studio.getByRole('textbox', { name: 'Source' })
  await source.fill((await source.inputValue()).replace('## We talk', '### Talk\n\n## We talk'))
  // A problem leads to its line, although the file counts two signs for the end of one.
  await button('Line 7').click()
  expect(await source.evaluate((all: HTMLTextAreaElement) => all.value.slice(all.selectionStart).split('\n')[0])).toBe(
    '### Talk',
  )
  // And to its column, where that is known.
  await source.fill((await source.inputValue()).replace('### Talk\n\n', '').replace('One.', 'One `x`.'))
  await studio.getByRole('button', { name: /^Line \d+, column 5$/ }).click()
  expect(await source.evaluate((all: HTMLTextAreaElement) => all.value.slice(all.selectionStart).split('\n')[0])).toBe(
    '`x`.',
  )
  await source.fill((await source.inputValue()).replace('One `x`.', 'One.'))
  await button('Save').click()
  const written = visit.replace('First we listen.', 'One.\r\n\r\nTwo.')
  await expect.poll(() => textOf('windows.md')).toBe(written)
})
