/** A film whose file has something wrong in it: nothing is hidden or lost, and the form says in its own words what to press. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { violationsOf } from '../support/axe.ts'
import { openFilmEditorForEach } from '../support/film-editor.ts'

let studio: Page

const { button, card, edit, field, textOf } = openFilmEditorForEach((editor) => {
  ;({ studio } = editor)
})

const title = () => studio.getByLabel('Title', { exact: true })

const open = `---
title: "Questions to ask today
template: questions
kind: welcome
subtitle: No question is too small
closing: Ask us
---

## You may ask

- What can I expect?
`

test('settings that cannot be read are shown as they stand, with the line, and nothing of them is lost', async () => {
  await edit('open.md', open)
  await studio.getByText('The settings of this film cannot be read.').waitFor()
  await studio
    .locator('.edit-unread')
    .getByText('The quote that begins here is not closed.', { exact: false })
    .waitFor()
  // The name of the file, not a film without a title.
  await studio.getByRole('heading', { name: 'open.md' }).waitFor()
  expect(await title().count()).toBe(0)
  expect(await violationsOf(studio)).toEqual([])

  // Scenes can be written meanwhile, and saved.
  await studio.getByLabel('Point 1', { exact: true }).fill('What do I feel?')
  await button('Save').click()
  const scene = open.replace('What can I expect?', 'What do I feel?')
  await expect.poll(() => textOf('open.md')).toBe(scene)

  // The line itself is mended where it is told, and the fields come back with everything that was in the file.
  await button('Line 2, column 8').click()
  const written = studio.getByLabel('The settings, as they stand in the file')
  expect(await written.evaluate((all: HTMLTextAreaElement) => all.value.slice(all.selectionStart).split('\n')[0])).toBe(
    '"Questions to ask today',
  )
  await written.fill((await written.inputValue()).replace('today', 'today"'))
  await studio.getByText('The settings can be read again.', { exact: false }).waitFor()
  await studio.keyboard.press('Tab')
  await title().waitFor()
  await expect.poll(() => title().inputValue()).toBe('Questions to ask today')
  await expect.poll(() => studio.getByLabel('Last words').inputValue()).toBe('Ask us')
  await expect.poll(() => studio.getByLabel('Template', { exact: true }).inputValue()).toBe('questions')
  await title().fill('Ask today')
  await button('Save').click()
  await expect.poll(() => textOf('open.md')).toBe(scene.replace('title: "Questions to ask today', 'title: Ask today'))
})

test('a template that is missing is asked for at its own field', async () => {
  await edit('bare.md', '---\ntitle: Bare\nkind: welcome\n---\n\n## Come in\n\nSit down.\n')
  await studio.getByText('Choose a template.', { exact: true }).waitFor()
  expect(await studio.getByText('is missing', { exact: false }).count()).toBe(0)
  await studio.getByLabel('Template', { exact: true }).selectOption('welcome')
  await studio.getByText('Choose a template.', { exact: true }).waitFor({ state: 'detached' })
  await button('Save').click()
  await expect
    .poll(() => textOf('bare.md'))
    .toBe('---\ntitle: Bare\nkind: welcome\ntemplate: welcome\n---\n\n## Come in\n\nSit down.\n')
})

test('a translation shows the original at each field, and says how many scenes are not translated', async () => {
  const talk =
    '---\ntitle: Talk\ntemplate: welcome\nkind: welcome\n---\n\n## We talk\n\nWe listen.\n\n## Then\n\n- Now\n- Later\n'
  await edit('talk.md', talk)
  await edit('talk.es.md', talk.replace('title: Talk', 'title: Hablamos\nlocale: es'))
  await studio.getByText('2 scenes are still the same as in English.').waitFor()
  // What says the same needs no original beside it.
  await expect.poll(() => studio.locator('.words-original').allTextContents()).toEqual(['Talk'])
  await field(2, 'Point 2').fill('Más tarde')
  await studio.getByText('One scene is still the same as in English.').waitFor()
  await expect.poll(() => card(2).locator('.words-original').allTextContents()).toEqual(['Later'])
  expect(await violationsOf(studio)).toEqual([])
})

test('a scene that is too long is made two by a press, and nobody is sent to the signs of the file', async () => {
  await edit('long.md', '---\ntitle: Long\ntemplate: welcome\nkind: welcome\n---\n\n## Come in\n\nSit down.\n')
  await field(1, 'Sentences').fill('We explain each step before we begin. '.repeat(8))
  await card(1).getByText('too many to be read from the last seat', { exact: false }).waitFor()
  expect(await card(1).getByText('##', { exact: false }).count()).toBe(0)
  await button('Make two scenes of it: scene 1').click()
  await expect.poll(() => field(2, 'Heading').inputValue()).toBe('Come in')
  await expect.poll(() => studio.getByText('last seat', { exact: false }).count()).toBe(0)
  expect(await violationsOf(studio)).toEqual([])
})
