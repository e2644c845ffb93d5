/** The queue's addresses: reads what was sent, says in plain words what is wrong with it, and presses the button. */
import type { Hono } from 'hono'
import { providerList, roomList, serviceList } from '../core/clinic-entries.ts'
import { type QueueButton, queueBodies } from '../core/queue-bodies.ts'
import { deskHeader, deskId } from '../core/queue-operations.ts'
import { pressOf } from '../core/queue-press.ts'
import { changing, limitJson, refusal, said } from './changing.ts'
import { type ClinicLists, type ListName, listNames } from './clinic-lists.ts'
import { type Clock, msOf } from './clock.ts'
import { badInput } from './input.ts'
import type { QueueLog } from './queue-log.ts'
import type { QueueView } from './queue-view.ts'

/** Programs that do not say which desk they are count as one. */
const unnamedDesk = 'unnamed'

interface Parts {
  readonly log: QueueLog
  readonly lists: ClinicLists
  readonly view: QueueView
  readonly clock: Clock
}

export function mountQueue(app: Hono, { log, lists, view, clock }: Parts): void {
  app.get('/api/queue', (context) => said(context, { status: 200, body: view.queue() }))
  for (const name of Object.keys(queueBodies) as QueueButton[]) {
    app.post(`/api/queue/${name}`, limitJson, (context) =>
      changing(context, queueBodies[name], (body, request) => {
        const caller = deskId.safeParse(context.req.header(deskHeader) ?? unnamedDesk)
        if (!caller.success) return badInput('X-Anteroom-Desk', 'At most 64 letters, digits, - _ and . are possible.')
        const { command, label } = pressOf(name, body, msOf)
        return log.pressSoon(command, {
          now: clock.now(),
          caller: caller.data,
          request,
          ...(label === undefined ? {} : { label }),
        })
      }),
    )
  }
  for (const name of listNames) {
    app.get(`/api/${name}`, (context) => {
      context.header('etag', lists.etagOf(name))
      return said(context, { status: 200, body: { [name]: lists.clinic[name] } })
    })
    app.put(`/api/${name}`, limitJson, (context) =>
      changing(context, listSchemas[name], (body, request) => {
        const match = context.req.header('if-match')
        if (match === undefined) {
          return refusal(428, 'if-match-missing', 'If-Match: send the ETag of the list that was edited.')
        }
        const list = (body as Record<ListName, never>)[name]
        const answer = lists.replace(name, list, { now: clock.now(), request, match, queue: log.state })
        if (answer.status === 200) context.header('etag', lists.etagOf(name))
        return answer
      }),
    )
  }
}

const listSchemas = { services: serviceList, providers: providerList, rooms: roomList } as const
