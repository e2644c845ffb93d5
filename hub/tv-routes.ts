/** The TV's addresses: reads what was sent, presses the button once, and hands on pictures and spoken words. */
import { readFile } from 'node:fs/promises'
import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { z } from 'zod'
import { screenId } from '../core/contract.ts'
import { type TvButton, tvBodies } from '../core/tv-contract.ts'
import type { Answer, AnswerBook } from './answer-book.ts'
import { limitJson, readChange, readKey, refusal, said } from './changing.ts'
import type { Clock } from './clock.ts'
import { isSpokenWav } from './recordings.ts'
import type { TvDesk } from './tv-desk.ts'

interface Parts {
  readonly desk: TvDesk
  readonly answers: AnswerBook
  readonly clock: Clock
}

const largestPictureBytes = 512 * 1024
/** Six seconds at the highest rate. */
const largestWordBytes = 600_000
const jpegStart = [0xff, 0xd8, 0xff]

export function mountTv(app: Hono, { desk, answers, clock }: Parts): void {
  const button = <Name extends TvButton>(name: Name, act: (body: z.output<(typeof tvBodies)[Name]>) => Answer) =>
    app.post(`/api/tv/${name}`, limitJson, async (context) => {
      const change = await readChange(context, tvBodies[name])
      if ('refused' in change) return said(context, change.refused)
      const known = answers.find(change.request)
      if (known !== undefined) return said(context, known)
      const answer = act(change.body as never)
      answers.keep(change.request, answer, clock.now())
      return said(context, answer)
    })

  app.get('/api/tv', (context) => said(context, done(desk.state())))
  button('sound', (body) => done(desk.changeSound(body)))
  button('chime', () => {
    desk.testChime()
    return done({})
  })
  button('say', ({ text, ...end }) => done({ message: desk.say(text, end) }))
  button('unsay', ({ message }) => (desk.unsay(message) ? done({}) : unknownMessage))
  button('skip', () => {
    desk.skip()
    return done({})
  })
  button('hide', ({ asset }) => {
    const held = desk.hide(asset)
    return held === undefined ? unknownAsset : done({ held })
  })
  button('times', ({ hidden }) => {
    desk.hideTimes(hidden)
    return done({})
  })
  button('unhide', ({ asset }) => (desk.unhide(asset) ? done({}) : notHidden))

  app.get('/api/screens/:screen/screenshot', async (context) => {
    const screen = screenOf(context, desk)
    if (screen === undefined) return said(context, unknownScreen)
    const picture = await desk.pictures.take(screen)
    if (picture === undefined) return said(context, noPicture)
    return context.body(new Uint8Array(picture), 200, {
      ...asItIs,
      'content-type': 'image/jpeg',
      'cache-control': 'no-store',
    })
  })
  app.get('/api/screens/:screen/look', async (context) => {
    const screen = screenOf(context, desk)
    if (screen === undefined) return said(context, unknownScreen)
    const isWanted = await desk.pictures.look(screen, context.req.raw.signal)
    return context.body(null, isWanted ? 200 : 204)
  })
  const limit = bodyLimit({ maxSize: largestPictureBytes, onError: (context) => said(context, tooLarge) })
  app.put('/api/screens/:screen/screenshot', limit, async (context) => {
    const key = readKey(context)
    if (typeof key !== 'string') return said(context, key.refused)
    const screen = screenOf(context, desk)
    if (screen === undefined) return said(context, unknownScreen)
    const picture = new Uint8Array(await context.req.arrayBuffer())
    if (jpegStart.some((byte, at) => picture[at] !== byte)) return said(context, notJpeg)
    desk.pictures.give(screen, picture)
    return said(context, done({}))
  })

  const words = () => done({ languages: desk.voice.list() })
  app.get('/api/voice', (context) => said(context, words()))
  const limitWord = bodyLimit({ maxSize: largestWordBytes, onError: (context) => said(context, notSpoken) })
  const changeWord = async (context: Context, change: (language: string, clip: string) => Promise<Answer>) => {
    const key = readKey(context)
    if (typeof key !== 'string') return said(context, key.refused)
    const { language = '', clip = '' } = context.req.param()
    return said(context, desk.voice.knows(language, clip) ? await change(language, clip) : unknownWord)
  }
  app.put('/api/recordings/:language/:clip', limitWord, (context) =>
    changeWord(context, async (language, clip) => {
      const wav = new Uint8Array(await context.req.arrayBuffer())
      if (!isSpokenWav(wav)) return notSpoken
      await desk.voice.record(language, clip, wav)
      return words()
    }),
  )
  app.delete('/api/recordings/:language/:clip', (context) =>
    changeWord(context, async (language, clip) => {
      await desk.voice.forget(language, clip)
      return words()
    }),
  )
  app.get('/api/voice/:clip', async (context) => {
    const file = desk.voice.pathOf(context.req.param('clip'))
    const bytes = file === undefined ? undefined : await readFile(file).catch(() => undefined)
    if (bytes === undefined) return said(context, refusal(404, 'unknown-clip', 'There is no such word.'))
    // The name says what is spoken and how: it never changes.
    const headers = { ...asItIs, 'content-type': 'audio/wav', 'cache-control': 'private, max-age=31536000, immutable' }
    return context.body(new Uint8Array(bytes), 200, headers)
  })
}

const asItIs = { 'content-security-policy': "default-src 'none'; sandbox", 'x-content-type-options': 'nosniff' }
const done = (body: object): Answer => ({ status: 200, body })

function screenOf(context: Context, desk: TvDesk): string | undefined {
  const screen = screenId.safeParse(context.req.param('screen'))
  return screen.success && desk.screens.includes(screen.data) ? screen.data : undefined
}

const unknownScreen = refusal(404, 'unknown-screen', 'There is no such screen.')
const unknownAsset = refusal(404, 'unknown-asset', 'There is no such file any more.')
const unknownMessage = refusal(404, 'unknown-message', 'This message is not on the TV any more.')
const notHidden = refusal(404, 'not-hidden', 'This file is not hidden, or not there any more.')
const noPicture = refusal(409, 'no-picture', 'The screen cannot send a picture now: it may be off, or only a preview.')
const tooLarge = refusal(413, 'too-large', 'A picture of a screen has at most 512 KB.')
const unknownWord = refusal(404, 'unknown-word', 'There is no such word in the calls.')
const notSpoken = refusal(
  415,
  'not-spoken',
  'A recording of at most 6 seconds is expected, as the settings page makes it.',
)
const notJpeg = refusal(415, 'not-jpeg', 'A JPEG is expected.')
