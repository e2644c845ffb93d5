/** The path of a file as a request names it behind a fixed address. */
import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'

/** As it was sent: nobody has tidied it up on the way. @returns undefined when it lies elsewhere or cannot be read */
export function sentBelow(base: string, context: Context): string | undefined {
  const [sent = ''] = ((context.env as HttpBindings).incoming.url ?? '').split('?')
  try {
    return sent.startsWith(base) ? decodeURIComponent(sent.slice(base.length)) : undefined
  } catch {
    return undefined
  }
}
