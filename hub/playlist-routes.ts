/** The addresses of the playlists, and of what a screen shows at a time. */
import type { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { msOfWritten } from '../core/instant.ts'
import { longestList, playlistFile } from '../core/playlist-file.ts'
import type { Answer } from './answer-book.ts'
import { changing, limitJson, refusal, said } from './changing.ts'
import type { Forecast } from './forecast.ts'
import { badInput } from './input.ts'
import { type PlaylistDesk, unknownPlaylist } from './playlist-desk.ts'

interface Parts {
  readonly desk: PlaylistDesk
  readonly forecast: Forecast
}

const nothing = z.strictObject({})
const instant = z.iso.datetime({ offset: true })
const limitList = bodyLimit({
  maxSize: longestList,
  onError: (context) =>
    said(context, refusal(413, 'too-large', `This is more than ${longestList / 1_024} KB. Nothing was changed.`)),
})

export function mountPlaylists(app: Hono, { desk, forecast }: Parts): void {
  app.get('/api/playlists', (context) => said(context, done(desk.list())))
  // A folder's name has slashes of its own.
  app.get('/api/playlists/:name{.+}', (context) => {
    const name = context.req.param('name')
    const found = desk.one(name)
    return said(context, found === undefined ? unknownPlaylist(name) : done(found))
  })
  app.put('/api/playlists/:name{.+}', limitList, (context) =>
    changing(context, playlistFile, (list, request) => desk.change(context.req.param('name'), list, request)),
  )
  app.delete('/api/playlists/:name{.+}', limitJson, (context) =>
    changing(context, nothing, (_, request) => desk.change(context.req.param('name'), undefined, request)),
  )

  app.get('/api/screens/:screen/at', (context) => {
    const at = instant.safeParse(context.req.query('at'))
    if (!at.success) return said(context, badInput('at', 'An instant is expected, such as 2026-11-21T14:40:00Z.'))
    const found = forecast.at(context.req.param('screen'), msOfWritten(at.data))
    switch (found.kind) {
      case 'moment':
        return said(context, done(found.moment))
      case 'unknown-screen':
        return said(context, refusal(404, 'unknown-screen', 'There is no such screen.'))
      case 'past':
        return said(context, badInput('at', 'This has passed. What was shown is in the plays.'))
      case 'too-far':
        return said(context, badInput('at', 'At most 400 days can be looked ahead.'))
    }
  })
}

const done = (body: object): Answer => ({ status: 200, body })
