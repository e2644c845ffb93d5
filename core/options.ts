/** The options of `npm start` and `npm run hub`: read once from the command line and the environment. */

export interface Options {
  readonly content?: string
  readonly playlists?: string
  readonly data?: string
  readonly port: number
  readonly host: string
  readonly zone?: string
  readonly windowed: boolean
  /** A simulated clinic day drives the queue, in a data folder of its own. */
  readonly demo: boolean
  /** The displays show 4K: films and pictures may be that large. */
  readonly uhd: boolean
  /** How many; as many as there are displays when nobody says. */
  readonly screens?: number
  /** Where phones in the network may open their ticket's page and add files; nowhere when nobody says. */
  readonly phones?: { readonly host?: string; readonly port: number }
  /** Under which address patients' phones reach the ticket pages: `https://wait.clinic.example`. */
  readonly publicUrl?: string
  /** Where the clock starts, ISO 8601; it runs on from there. */
  readonly at?: string
}

export type ParsedOptions =
  | { readonly ok: true; readonly options: Options }
  | { readonly ok: false; readonly message: string }

const valued = [
  'content',
  'playlists',
  'data',
  'port',
  'host',
  'zone',
  'screens',
  'phones',
  'public-url',
  'at',
] as const
const flags = ['windowed', 'demo', 'uhd'] as const
export const optionNames: readonly string[] = [...valued, ...flags]

/** Below the data folder: what is invented never mixes with a clinic's own days. */
export const demoFolder = 'demo'

const defaultPort = 8710
const loopback = new Set(['127.0.0.1', '::1', 'localhost'])
const largestPort = 65_535
const mostScreens = 8

/**
 * @param args what follows the program: `--name value`, `--name=value` or `--flag`
 * @param environment `ANTEROOM_CONTENT`, `_PLAYLISTS`, `_DATA`, `_PORT`, `_HOST`, `_ZONE`, `_PHONES`, `_PUBLIC_URL`; an option wins over them
 * @returns the options, or one sentence that says what is wrong and what is allowed
 */
export function parseOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): ParsedOptions {
  const given = new Map<string, string>()
  for (const name of ['content', 'playlists', 'data', 'port', 'host', 'zone', 'phones', 'public-url']) {
    const value = environment[`ANTEROOM_${name.toUpperCase().replaceAll('-', '_')}`]
    if (value !== undefined && value !== '') given.set(name, value)
  }
  for (let index = 0; index < args.length; index += 1) {
    const [name = '', inline] = splitOption(args[index] ?? '')
    if (flags.some((flag) => flag === name)) {
      if (inline !== undefined) return refuse(`Option --${name} takes no value`)
      given.set(name, 'yes')
      continue
    }
    if (!valued.some((option) => option === name)) {
      return refuse(
        `Option ${args[index]} is not known. Known are: ${optionNames.map((known) => `--${known}`).join(', ')}`,
      )
    }
    const value = inline ?? args[++index]
    if (value === undefined || value === '') return refuse(`Option --${name} needs a value`)
    given.set(name, value)
  }
  return checked(given)
}

function checked(given: ReadonlyMap<string, string>): ParsedOptions {
  const port = wholeNumber(given.get('port') ?? String(defaultPort), 0, largestPort)
  if (port === undefined) return refuse(`--port takes a number from 0 (a free one) to ${largestPort}`)
  const screens = given.has('screens') ? wholeNumber(given.get('screens') ?? '', 1, mostScreens) : undefined
  if (given.has('screens') && screens === undefined) return refuse(`--screens takes a number from 1 to ${mostScreens}`)
  const phones = given.has('phones') ? phonesAt(given.get('phones') ?? '') : undefined
  if (given.has('phones') && phones === undefined) {
    return refuse('--phones takes a port, such as 8711, or an address of this computer and a port: 192.168.1.20:8711')
  }
  const publicUrl = originIn(given.get('public-url') ?? '')
  if (given.has('public-url') && publicUrl === undefined) {
    return refuse('--public-url takes an address without a path, such as https://wait.clinic.example')
  }
  const host = given.get('host') ?? '127.0.0.1'
  if (!loopback.has(host)) {
    return refuse(
      `--host ${host}: this version listens on this computer only (127.0.0.1). Login for the network comes first`,
    )
  }
  const text = (name: 'content' | 'playlists' | 'data' | 'zone' | 'at') => {
    const value = given.get(name)
    return value === undefined ? {} : { [name]: value }
  }
  return {
    ok: true,
    options: {
      ...text('content'),
      ...text('playlists'),
      ...text('data'),
      ...text('zone'),
      ...text('at'),
      port,
      host,
      ...(screens === undefined ? {} : { screens }),
      ...(phones === undefined ? {} : { phones }),
      ...(publicUrl === undefined ? {} : { publicUrl }),
      windowed: given.has('windowed'),
      demo: given.has('demo'),
      uhd: given.has('uhd'),
    },
  }
}

function splitOption(word: string): readonly [string?, string?] {
  if (!word.startsWith('--')) return []
  const equals = word.indexOf('=')
  return equals < 0 ? [word.slice(2)] : [word.slice(2, equals), word.slice(equals + 1)]
}

function phonesAt(text: string): Options['phones'] {
  const [, host, digits = ''] = /^(?:(\d{1,3}(?:\.\d{1,3}){3}):)?(\d+)$/.exec(text) ?? []
  const port = wholeNumber(digits, 0, largestPort)
  if (port === undefined || host?.split('.').some((part) => Number(part) > 255)) return undefined
  return host === undefined ? { port } : { host, port }
}

const originIn = (text: string): string | undefined =>
  /^(https?:\/\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?)\/?$/.exec(text.toLowerCase())?.[1]

function wholeNumber(text: string, lowest: number, highest: number): number | undefined {
  if (!/^\d{1,6}$/.test(text)) return undefined
  const value = Number(text)
  return value >= lowest && value <= highest ? value : undefined
}

const refuse = (message: string): ParsedOptions => ({ ok: false, message: `${message}.` })
