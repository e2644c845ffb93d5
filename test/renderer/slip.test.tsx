/** The slip by itself: the QR code stands on it where, and only where, a phone can open what it leads to. */
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Slip, type SlipContent } from '../../renderer/desk/slip.tsx'

const content: SlipContent = {
  codes: ['K47'],
  language: 'en',
  arrivedAt: '2026-03-03T13:32:00.000Z',
  zone: 'Europe/Berlin',
  isPractice: false,
}
const slip = (more: Partial<SlipContent> = {}) => renderToStaticMarkup(<Slip {...content} {...more} />)

test('with the address of a page there is a QR code, and a sentence that says what it is for', () => {
  expect(slip()).not.toContain('class="qr"')
  const withAddress = slip({ address: 'https://wait.example.org/t/abcdefghijklmnopqrstuvwxyz0123' })
  expect(withAddress).toContain('class="qr"')
  expect(withAddress).toContain('follow your turn on your phone')
})

test('what was printed in practice says so', () => {
  expect(slip()).not.toContain('Practice')
  expect(slip({ isPractice: true })).toContain('Practice. Not a ticket.')
})

test('the date is the clinic’s, in the patient’s language, with the digits of the code', () => {
  expect(slip({ arrivedAt: '2026-03-03T23:30:00.000Z' })).toContain('4 March 2026 at 00:30')
  expect(slip({ language: 'de' })).toContain('3. März 2026')
  expect(slip({ language: 'ar' })).toMatch(/3 مارس 2026.*14:32/)
})
