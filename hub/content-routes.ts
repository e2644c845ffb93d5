/** The addresses under which pages change the content folder: reads what was sent and hands it to the desk. */
import type { HttpBindings } from '@hono/node-server'
import type { Context, Hono } from 'hono'
import type { z } from 'zod'
import { type ContentButton, contentBodies, type DeletedList } from '../core/content-contract.ts'
import type { Answer, AnswerBook, Request } from './answer-book.ts'
import { limitJson, readChange, readKey, refusal, said } from './changing.ts'
import type { ContentDesk } from './content-desk.ts'
import type { PhoneListener } from './phone-listener.ts'
import type { Trash } from './trash.ts'

interface Parts {
  readonly desk: ContentDesk
  readonly trash: Trash
  readonly answers: AnswerBook
  readonly phones: PhoneListener
  readonly now: () => number
}

const base = '/api/content/'

export function mountContent(app: Hono, { desk, trash, answers, phones, now }: Parts): void {
  const button = <Name extends ContentButton>(
    name: Name,
    act: (body: z.output<(typeof contentBodies)[Name]>, request: Request) => Answer | Promise<Answer>,
  ) =>
    app.post(`${base}${name}`, limitJson, async (context) => {
      const change = await readChange(context, contentBodies[name])
      return said(context, 'refused' in change ? change.refused : await act(change.body as never, change.request))
    })
  /** For what happens at once, in memory. */
  const once = (request: Request, act: () => Answer): Answer => {
    const known = answers.find(request)
    if (known !== undefined) return known
    const answer = act()
    answers.keep(request, answer, now())
    return answer
  }

  app.get(`${base}deleted`, (context) => said(context, { status: 200, body: listOf(trash) }))
  button('undo', (body, request) => desk.undo(body, request))
  button('replace', (body, request) => desk.replace(body, request))
  button('keep-both', ({ path }, request) => desk.answer('new-version', path, request))
  button('play-silently', ({ path }, request) => desk.answer('plays-silently', path, request))
  button('note', (body, request) => desk.note(body, request))
  button('rescan', (body, request) => desk.rescan(body, request))
  button('phone-open', (_, request) => once(request, () => phones.openLink()))
  button('phone-close', ({ link }, request) => once(request, () => phones.closeLink(link)))

  app.put(`${base}*`, async (context) => {
    const key = readKey(context)
    const path = pathOf(context)
    if (typeof key !== 'string') return said(context, key.refused)
    if (path === undefined) return said(context, badAddress)
    const condition = context.req.header('if-none-match')
    if (condition !== undefined && condition !== '*') {
      return said(context, refusal(422, 'bad-input', 'If-None-Match: only * is possible here.'))
    }
    const length = context.req.header('content-length')
    const upload = {
      source: incomingOf(context),
      bytes: length === undefined ? undefined : Number(length),
      place: condition === '*' ? ('new' as const) : ('any' as const),
    }
    return said(context, await desk.put(path, upload, key))
  })

  app.delete(`${base}*`, async (context) => {
    const key = readKey(context)
    const path = pathOf(context)
    if (typeof key !== 'string') return said(context, key.refused)
    return said(context, path === undefined ? badAddress : await desk.remove(path, key))
  })
}

function listOf(trash: Trash): DeletedList {
  return {
    deleted: trash.list().map(({ id, path, replacedBy, at, files }) => ({
      undo: id,
      path,
      replaced: replacedBy !== undefined,
      at,
      bytes: files.reduce((sum, file) => sum + file.bytes, 0),
    })),
  }
}

const incomingOf = (context: Context) => (context.env as HttpBindings).incoming

/** As it was sent: nobody has tidied it up on the way. */
function pathOf(context: Context): string | undefined {
  const [sent = ''] = (incomingOf(context).url ?? '').split('?')
  try {
    return sent.startsWith(base) ? decodeURIComponent(sent.slice(base.length)) : undefined
  } catch {
    return undefined
  }
}

const badAddress = refusal(422, 'name', 'The name in the address cannot be read. Encode it as UTF-8 with %.')
