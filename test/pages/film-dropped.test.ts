/** What comes into a film from elsewhere: rows of a table keep their columns apart, and a picture that is dropped does not close the form. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openFilmEditorForEach, visit } from '../support/film-editor.ts'
import { projectRoot } from '../support/place.ts'

let studio: Page

const { edit, field, isThere } = openFilmEditorForEach((editor) => {
  ;({ studio } = editor)
})

test('each row of a pasted table is one point, with its columns apart', async () => {
  await edit('table.md', visit)
  await field(2, 'Point 1').evaluate((input) => {
    const data = new DataTransfer()
    const rows = '<tr><td><p>Day 1</p></td><td><p><b>Rest</b></p></td></tr><tr><td>Day 2:</td><td>Walk</td></tr>'
    data.setData('text/html', `<table>${rows}</table>`)
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  await expect.poll(() => field(2, 'Point 2').inputValue()).toBe('Day 2: Walk')
  expect(await field(2, 'Point 1').inputValue()).toMatch(/^Day 1: Rest/)
})

test('a pasted list is there to its last line, however long it is', async () => {
  await edit('long-list.md', visit)
  const lines = Array.from({ length: 20 }, (_, index) => `Line ${index + 1}`)
  await field(2, 'Point 1').evaluate((input, text) => {
    const data = new DataTransfer()
    data.setData('text/plain', text)
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, lines.join('\n'))
  await expect.poll(() => field(2, 'Point 20').inputValue()).toMatch(/^Line 20/)
})

test('a picture dropped on its field is taken, and beside it changes nothing', async () => {
  await edit('dropped.md', visit)
  const bytes = readFileSync(path.join(projectRoot, 'test/support/room.jpg')).toString('base64')
  const drop = (selector: string, names: readonly string[] = ['Our room.jpg']) =>
    studio
      .locator(selector)
      .first()
      .evaluate(
        (place, files) => {
          const dataTransfer = new DataTransfer()
          const content = Uint8Array.from(atob(files.bytes), (sign) => sign.charCodeAt(0))
          for (const name of files.names) dataTransfer.items.add(new File([content], name, { type: 'image/jpeg' }))
          const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true })
          place.dispatchEvent(event)
          return event.defaultPrevented
        },
        { bytes, names },
      )
  // Not prevented, the browser opens the picture in place of the form.
  await expect.poll(() => drop('.edit-screen')).toBe(true)
  expect(await drop('.edit-card .picture-field')).toBe(true)
  await studio.locator('.picture-field img').waitFor()
  expect(isThere('_pictures/our-room.jpg')).toBe(true)
  expect(await studio.getByText('One picture has room here').count()).toBe(0)

  // Of several one is taken, and it is said which.
  await drop('.edit-card .picture-field', ['Desk.jpg', 'Door.jpg', 'Hall.jpg'])
  await studio.getByText('One picture has room here: Desk.jpg. The 2 other files were not taken.').waitFor()
  await expect.poll(() => isThere('_pictures/desk.jpg')).toBe(true)
  expect(isThere('_pictures/door.jpg')).toBe(false)
})
