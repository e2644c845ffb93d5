/** A film written by form, from nothing to the folder: its preview, its way back, and the file that somebody else changes meanwhile. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { violationsOf } from '../support/axe.ts'
import { openFilmEditorForEach, visit } from '../support/film-editor.ts'
import type { RunningHub } from '../support/hub.ts'
import { sample } from '../support/samples.ts'

let hub: RunningHub
let studio: Page

const { card, edit, field, inFolder, isThere, kept, put, screen, textOf, told } = openFilmEditorForEach((editor) => {
  ;({ hub, studio } = editor)
})

test('a film is made by form from nothing, previewed, and saved over nobody', async () => {
  await studio.goto(`${hub.url}/studio`)
  await studio.getByRole('button', { name: 'New film' }).click()
  await studio.getByLabel('What is it called?').fill('After your lip filler')
  await studio.getByRole('radio', { name: /^Welcome/ }).check({ force: true })
  await studio.getByRole('button', { name: 'Begin with its example' }).click()
  await studio.getByText('Not in the folder yet').waitFor()
  expect(isThere('explainers/after-your-lip-filler.md')).toBe(false)

  // A word is changed, and the preview beside it says the new one.
  await field(1, 'Heading').fill('Tell us how you feel')
  await screen().getByText('Tell us how you feel').waitFor({ state: 'attached' })
  await field(1, 'Sentences').fill('Swelling is usual for three days.')
  await screen().getByText('Swelling is usual for three days.').waitFor({ state: 'attached' })

  // A reload loses nothing.
  await kept('Swelling is usual for three days.')
  await studio.reload()
  await field(1, 'Heading').waitFor()
  await expect.poll(() => field(1, 'Heading').inputValue()).toBe('Tell us how you feel')

  // Another kind of scene, with a list that was copied from Word.
  await studio.getByRole('button', { name: 'Add a scene' }).click()
  await studio.getByRole('button', { name: /^Points/ }).click()
  await field(3, 'Heading').fill('Call us at once')
  await field(3, 'Point 1').evaluate((input) => {
    const data = new DataTransfer()
    const list = ['Strong pain', '<b>Pale</b> skin', 'You see <i>worse</i>']
    const bullet = '<span style="mso-list:Ignore">·<span>&nbsp;&nbsp; </span></span>'
    data.setData(
      'text/html',
      list.map((each) => `<p class="MsoListParagraph">${bullet}${each}<o:p></o:p></p>`).join('\n'),
    )
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  await expect.poll(() => field(3, 'Point 3').inputValue()).toBe('You see worse')
  // The second field was empty: it is one of the three.
  expect(await field(3, 'Point 4').count()).toBe(0)
  // A field at the end that nobody fills in is no point of the film, and hides none of the others.
  await field(3, 'Point 3').press('Enter')
  await field(3, 'Point 4').waitFor()
  await screen().getByText('You see worse').waitFor({ state: 'attached' })
  await expect.poll(() => card(3).getByText('Write something here', { exact: false }).count()).toBe(0)
  expect(await violationsOf(studio)).toEqual([])

  // Somebody has put a file of that name there meanwhile: both are shown, and one is chosen.
  put('explainers/after-your-lip-filler.md', visit)
  await studio.keyboard.press('Control+s')
  await studio.getByRole('heading', { name: 'The file has changed meanwhile' }).waitFor()
  await studio.getByRole('cell', { name: 'Differs: First we listen to you.' }).waitFor()
  expect(await violationsOf(studio)).toEqual([])
  expect(textOf('explainers/after-your-lip-filler.md')).toBe(visit)
  await studio.getByRole('button', { name: 'Keep mine' }).click()
  await told(/^Saved\./)
  expect(textOf('explainers/after-your-lip-filler.md')).toBe(`---
title: After your lip filler
template: welcome
kind: welcome
subtitle: It is good that you are here
---

## Tell us how you feel

Swelling is usual for three days.

## We will call you

Until then, ask us whatever you like.

## Call us at once

- Strong pain
- Pale skin
- You see worse
`)

  // Theirs is one step back.
  await studio.keyboard.press('Control+z')
  await expect.poll(() => field(1, 'Heading').inputValue()).toBe('We talk')
  await studio.keyboard.press('Control+Shift+z')
  await expect.poll(() => field(1, 'Heading').inputValue()).toBe('Tell us how you feel')
})

test('what is changed in the folder arrives in the form, and asks only when both have changed', async () => {
  put('changed.md', visit)
  await edit('changed.md')
  put('changed.md', visit.replace('We talk', 'We listen'))
  await expect.poll(() => field(1, 'Heading').inputValue()).toBe('We listen')
  await field(2, 'Point 1').fill('Today')
  put('changed.md', visit.replace('We talk', 'We look'))
  await studio.getByRole('button', { name: 'Look at both' }).click()
  await studio.getByRole('button', { name: 'Take the file’s' }).click()
  await expect.poll(() => field(1, 'Heading').inputValue()).toBe('We look')
  await expect.poll(() => field(2, 'Point 1').inputValue()).toBe('Now')
  await studio.keyboard.press('Control+z')
  await expect.poll(() => field(2, 'Point 1').inputValue()).toBe('Today')
  await studio.getByRole('button', { name: 'Save' }).click()
  await told(/^Saved\./)
  expect(textOf('changed.md')).toBe(visit.replace('We talk', 'We listen').replace('- Now', '- Today'))
})

test('the keyboard alone moves, copies and takes back scenes', async () => {
  put('keys.md', visit)
  await edit('keys.md')
  const headings = () =>
    studio
      .locator('.edit-card [data-at="heading"] textarea')
      .evaluateAll((all) => all.map((each) => (each as HTMLTextAreaElement).value))
  await card(2).getByLabel('Heading').focus()
  await studio.keyboard.press('Alt+ArrowUp')
  await expect.poll(headings).toEqual(['We decide', 'We talk'])
  // The keyboard is still in the scene that has moved.
  expect(
    await studio.evaluate(() => document.activeElement?.closest('.edit-card')?.querySelector('textarea')?.value),
  ).toBe('We decide')
  await card(1).getByRole('button', { name: 'Duplicate scene 1' }).press('Enter')
  await expect.poll(headings).toEqual(['We decide', 'We decide', 'We talk'])
  await studio.keyboard.press('Control+z')
  await studio.keyboard.press('Control+z')
  await expect.poll(headings).toEqual(['We talk', 'We decide'])
  await studio.keyboard.press('Control+y')
  await expect.poll(headings).toEqual(['We decide', 'We talk'])
})

test('what is wrong stands at its field with what to do, and in the source at its line', async () => {
  put('wrong.md', visit.replace('## We decide', '### We decide'))
  await studio.goto(`${hub.url}/studio`)
  await studio.getByRole('link', { name: /^Edit.*wrong/ }).click()
  await card(1).getByText('There are no headings below a scene.', { exact: false }).waitFor()
  // What is no scene yet is text, and has its fields as soon as it is one.
  const text = card(1).getByLabel('The text of scene 1, as it stands in the file')
  await text.fill((await text.inputValue()).replace('###', '##'))
  await text.blur()
  await field(2, 'Point 1').fill('')
  await card(2).getByText('Write something here, or take it out.').waitFor()
  await field(2, 'Point 1').fill('Now')
  await field(2, 'Point 2').fill('word '.repeat(80))
  await card(2)
    .getByText(/too many to be read from the last seat/)
    .waitFor()
  await studio.getByRole('button', { name: 'Show source' }).click()
  const source = studio.getByRole('textbox', { name: 'Source' })
  await source.fill(visit.replace('## We decide', '### We decide'))
  await studio.getByRole('button', { name: 'Line 11' }).click()
  expect(await source.evaluate((all: HTMLTextAreaElement) => all.value.slice(all.selectionStart).split('\n')[0])).toBe(
    '### We decide',
  )
  await source.fill(visit.replace('We decide', 'You decide'))
  await studio.getByRole('button', { name: 'Show the form' }).click()
  await expect.poll(() => field(2, 'Heading').inputValue()).toBe('You decide')
  // The picture stays what it was, and goes on once the word is short enough.
  await studio.getByLabel('Title', { exact: true }).fill('Donau'.repeat(14))
  await studio.getByText(/The title has a word that is too long/).waitFor()
  await studio.getByText('This is the last version that can be shown', { exact: false }).waitFor()
  await studio.getByLabel('Title', { exact: true }).fill('Your second visit')
  await screen().getByText('second').waitFor({ state: 'attached' })
  put('blank.md', '')
  await edit('blank.md')
  await studio.locator('.edit-settings .field-problem').waitFor()
})

test('a film gets another language with the same scenes, beside its own file', async () => {
  put('languages.md', visit)
  await edit('languages.md')
  await studio.getByLabel('Add a language').selectOption('es')
  await studio.getByRole('button', { name: 'Begin with these scenes' }).click()
  await studio.getByText('Not in the folder yet').waitFor()
  await field(1, 'Heading').fill('Hablamos')
  await studio.getByRole('button', { name: 'Save' }).click()
  await told(/^Saved\./)
  expect(textOf('languages.es.md')).toMatch(/\nlocale: es\n[\s\S]*## Hablamos\n\nFirst we listen to you\.\n/)
  expect(textOf('languages.md')).toBe(visit)
  await studio.getByRole('link', { name: 'English' }).click()
  await expect.poll(() => field(1, 'Heading').inputValue()).toBe('We talk')
})

test('a film that a clinician has checked says that its new words have to be checked again', async () => {
  put('checked.md', visit.replace('welcome', 'treatment'))
  await hub.judged('checked.md')
  const headers = { 'idempotency-key': 'checked', 'content-type': 'application/json' }
  const body = JSON.stringify({ path: 'checked.md', by: 'Dr L. Okafor', on: '2026-03-02' })
  expect((await fetch(`${hub.url}/api/approvals`, { method: 'PUT', headers, body })).status).toBe(200)
  await edit('checked.md')
  await studio.getByText('Checked by Dr L. Okafor on').waitFor()
  await field(1, 'Sentences').fill('First we listen to you for a while.')
  await studio.keyboard.press('Control+s')
  await told(/it has to be checked again before it plays/)
  await studio.getByText('Checked by Dr L. Okafor on').waitFor({ state: 'detached' })
})

test('a place on the chart is told of by pressing it, and lights up in the preview', async () => {
  put(
    'risk.md',
    `${visit.replace('procedure', 'risk')}\n## Where\n\n:::chart{of=face}\n- lips: vessels lie close\n:::\n`,
  )
  await edit('risk.md')
  await card(3).locator('[data-place="forehead"] path').first().click()
  await studio.keyboard.type('calm for two weeks')
  await screen().getByText('calm for two weeks').waitFor({ state: 'attached' })
  await expect.poll(() => card(3).getByLabel('Where').nth(1).inputValue()).toBe('forehead')
  // Pressed again, its words are gone to: no place is told of twice.
  await field(3, 'Heading').focus()
  await card(3).locator('[data-place="forehead"] path').first().click()
  await expect
    .poll(() => studio.evaluate(() => (document.activeElement as HTMLTextAreaElement).value))
    .toBe('calm for two weeks')
})

test('a picture is laid beside the film, described, and seen in the preview', async () => {
  put('films/film.md', visit)
  await edit('films/film.md')
  await card(1)
    .locator('input[type=file]')
    .setInputFiles({ name: 'Room 1.JPG', mimeType: 'image/jpeg', buffer: sample('photo.jpg') })
  await field(1, 'What one sees').fill('A bright room')
  expect(readFileSync(inFolder('films/_pictures/room-1.jpg')).equals(sample('photo.jpg'))).toBe(true)
  await card(1).getByRole('img', { name: 'A bright room' }).waitFor()
  await studio.getByRole('button', { name: 'Save' }).click()
  await told(/^Saved\./)
  expect(textOf('films/film.md')).toContain('![A bright room](<_pictures/room-1.jpg>)')
})

test('on a phone the form goes down one column and nothing reaches beyond its edge', async () => {
  put('phone.md', `${visit}\n## Afterwards\n\n:::timeline\n- Today: rest\n- Tomorrow: walk\n:::\n`)
  await studio.setViewportSize({ width: 360, height: 740 })
  await edit('phone.md')
  await screen().waitFor()
  await expect.poll(() => studio.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  expect(await violationsOf(studio)).toEqual([])
})
