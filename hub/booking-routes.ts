/** The bookings' addresses: an import is a larger body than any button sends. */
import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { z } from 'zod'
import { mostBytes } from '../core/booking.ts'
import { type BookingButton, bookingBodies, dayName } from '../core/booking-contract.ts'
import type { Answer, Request } from './answer-book.ts'
import type { BookingFeed } from './booking-feed.ts'
import type { Bookings } from './bookings.ts'
import { readChange, refusal, said } from './changing.ts'
import { badInput } from './input.ts'

// As JSON a text grows: line breaks and quotes take two bytes.
const largestBodyBytes = 2 * mostBytes + 64 * 1024
const limit = bodyLimit({
  maxSize: largestBodyBytes,
  onError: (context) =>
    said(context, refusal(413, 'too-large', 'This is more than 1 MB. Take the appointments of one day.')),
})

export function mountBookings(app: Hono, bookings: Bookings, feed: BookingFeed): void {
  app.get('/api/bookings/feed', (context) => said(context, { status: 200, body: feed.state() }))
  app.get('/api/bookings', (context) => {
    const day = dayName.optional().safeParse(context.req.query('day'))
    if (!day.success) return said(context, badInput('day', day.error.issues[0]?.message ?? ''))
    return said(context, { status: 200, body: bookings.list(day.data) })
  })
  const button = <Name extends BookingButton>(
    name: Name,
    act: (body: z.output<(typeof bookingBodies)[Name]>, request: Request) => Answer | Promise<Answer>,
  ) =>
    app.post(`/api/bookings/${name}`, limit, async (context: Context) => {
      const change = await readChange(context, bookingBodies[name])
      return said(context, 'refused' in change ? change.refused : await act(change.body as never, change.request))
    })
  const tooFar = badInput('day', 'Appointments are taken over for today and the month that follows.')
  button('preview', (book) => (bookings.mayTake(book.day) ? { status: 200, body: bookings.preview(book) } : tooFar))
  button('import', ({ leaveOut = false, ...book }, request) =>
    bookings.mayTake(book.day) ? bookings.import(book, leaveOut, request) : tooFar,
  )
  button('undo-import', ({ import: id }, request) => bookings.undoImport(id, request))
  button('mark', ({ booking, as }, request) => bookings.mark(booking, as, request))
  // Nothing is kept of it: asking twice does no harm.
  button('read-feed', async () => ({ status: 200, body: await feed.read() }))
  button('settings', ({ keepsInitials }, request) => bookings.keepInitials(keepsInitials, request))
}
