/** Asks one address for a calendar: encrypted, of the named host only, never of this computer or the clinic's own network. */
import { lookup } from 'node:dns'
import { request } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { mostBytes } from '../core/booking.ts'

const longestMs = 20_000

/** Whether an IP address may be asked at all. */
export type AddressRule = (address: string) => boolean

/** What came is not taken, and why. */
export class CalendarRefusedError extends Error {
  override readonly name = 'CalendarRefusedError'
}

const inside = new BlockList()
for (const [net, prefix] of [
  ...[
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
  ],
  ...[
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['224.0.0.0', 3],
  ],
] as const) {
  inside.addSubnet(net as string, prefix as number, 'ipv4')
}
for (const [net, prefix] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  inside.addSubnet(net, prefix, 'ipv6')
}

/** Whether an address lies outside: a page of this computer or of the clinic's network is nobody's calendar (SSRF). */
export const isOutside: AddressRule = (address) => {
  const family = isIP(address)
  return family !== 0 && !inside.check(address, family === 4 ? 'ipv4' : 'ipv6')
}

/**
 * @param authority PEM of an authority to be believed beside the known ones
 * @returns the text, at most 1 MB
 * @throws CalendarRefusedError with a sentence; the system's error when nobody answers
 */
export function fetchCalendar(address: string, mayAsk: AddressRule, authority?: string): Promise<string> {
  const url = new URL(address)
  if (url.protocol !== 'https:') throw new CalendarRefusedError('Only addresses that begin with https:// are asked.')
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      {
        headers: { accept: 'text/calendar, text/plain;q=0.5', 'user-agent': 'Anteroom' },
        lookup: checked(mayAsk),
        // What was checked is what is connected to: no older connection is used.
        agent: false,
        signal: AbortSignal.timeout(longestMs),
        ...(authority === undefined ? {} : { ca: authority }),
      },
      (answer) => {
        const { statusCode = 0, headers } = answer
        if (statusCode >= 300 && statusCode < 400)
          return asked.destroy(new CalendarRefusedError(movedTo(headers.location)))
        if (statusCode !== 200)
          return asked.destroy(new CalendarRefusedError(`It answers with an error (${statusCode}).`))
        const parts: Buffer[] = []
        let bytes = 0
        answer.on('data', (part: Buffer) => {
          bytes += part.length
          if (bytes > mostBytes)
            asked.destroy(new CalendarRefusedError('It sends more than 1 MB. Choose a calendar of these weeks only.'))
          else parts.push(part)
        })
        answer.on('end', () => resolve(Buffer.concat(parts).toString('utf8')))
        answer.on('error', reject)
        return undefined
      },
    )
    asked.on('error', reject)
    // A host that is an address already is never looked up.
    const host = url.hostname.replace(/^\[|\]$/g, '')
    if (isIP(host) !== 0 && !mayAsk(host)) asked.destroy(refusedAddress())
    asked.end()
  })
}

const checked =
  (mayAsk: AddressRule): LookupFunction =>
  (host, options, done) =>
    lookup(host, { ...options, all: true }, (fault, found) => {
      if (fault !== null) return done(fault, '')
      const [first] = found.filter(({ address }) => mayAsk(address))
      if (first === undefined || found.some(({ address }) => !mayAsk(address))) return done(refusedAddress(), '')
      return options.all ? done(null, [first]) : done(null, first.address, first.family)
    })

const refusedAddress = () =>
  new CalendarRefusedError('It leads into this computer or the network of the clinic, where nothing is asked.')

const movedTo = (location = ''): string =>
  URL.canParse(location)
    ? `It has moved to ${new URL(location).host}. Give that address, if it is the right one.`
    : 'It has moved. Look for its new address.'
