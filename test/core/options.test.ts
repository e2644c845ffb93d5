/** The command line of `npm start` and `npm run hub`. */
import { expect, test } from 'vitest'
import { optionNames, parseOptions } from '../../core/options.ts'

const optionsOf = (args: readonly string[], environment = {}) => {
  const parsed = parseOptions(args, environment)
  return parsed.ok ? parsed.options : undefined
}
const told = (...args: readonly string[]) => {
  const parsed = parseOptions(args, {})
  return parsed.ok ? undefined : parsed.message
}

test('without a word it is the kiosk on this computer, at port 8710', () => {
  expect(optionsOf([])).toEqual({ port: 8710, host: '127.0.0.1', windowed: false, demo: false, uhd: false })
})

test('a value may follow its option or stand behind an equals sign', () => {
  const wanted = { port: 0, content: '/clinic films', zone: 'Europe/Madrid', screens: 2, windowed: true }
  expect(
    optionsOf(['--port', '0', '--content', '/clinic films', '--zone', 'Europe/Madrid', '--screens', '2', '--windowed']),
  ).toMatchObject(wanted)
  expect(
    optionsOf(['--port=0', '--content=/clinic films', '--zone=Europe/Madrid', '--screens=2', '--windowed']),
  ).toMatchObject(wanted)
  expect(optionsOf(['--content=a=b'])).toMatchObject({ content: 'a=b' })
})

test('every folder, the zone and the clock can be named', () => {
  const args = ['--content', 'c', '--playlists', 'p', '--data', 'd', '--at', '2026-11-21T14:00:00+01:00']
  expect(optionsOf(args)).toMatchObject({ content: 'c', playlists: 'p', data: 'd', at: '2026-11-21T14:00:00+01:00' })
})

test('an option wins over the environment, the environment over nothing; an empty variable is none', () => {
  const environment = { ANTEROOM_PORT: '9000', ANTEROOM_ZONE: 'Asia/Tokyo', ANTEROOM_DATA: '' }
  expect(optionsOf([], environment)).toEqual({
    port: 9000,
    host: '127.0.0.1',
    zone: 'Asia/Tokyo',
    windowed: false,
    uhd: false,
    demo: false,
  })
  expect(optionsOf(['--port', '0'], environment)).toMatchObject({ port: 0, zone: 'Asia/Tokyo' })
})

test('of two values the last one counts', () => {
  expect(optionsOf(['--port', '1', '--port', '2'])).toMatchObject({ port: 2 })
})

test('an unknown option is refused with all that are known', () => {
  expect(told('--prot', '1')).toBe(
    `Option --prot is not known. Known are: ${optionNames.map((name) => `--${name}`).join(', ')}.`,
  )
  expect(told('-p')).toMatch(/^Option -p is not known\./)
  expect(told('stray')).toMatch(/^Option stray is not known\./)
  expect(told('--')).toMatch(/^Option -- is not known\./)
})

test.each([
  [['--port'], 'Option --port needs a value.'],
  [['--content='], 'Option --content needs a value.'],
  [['--windowed=no'], 'Option --windowed takes no value.'],
  [['--port', '65536'], '--port takes a number from 0 (a free one) to 65535.'],
  [['--port', '80a'], '--port takes a number from 0 (a free one) to 65535.'],
  [['--port', '-1'], '--port takes a number from 0 (a free one) to 65535.'],
  [['--screens', '0'], '--screens takes a number from 1 to 8.'],
  [['--screens', '9'], '--screens takes a number from 1 to 8.'],
] as const)('%j is refused in a sentence', (args, sentence) => {
  expect(told(...args)).toBe(sentence)
})

test('this version listens on this computer only', () => {
  for (const host of ['127.0.0.1', '::1', 'localhost']) expect(optionsOf(['--host', host])).toMatchObject({ host })
  for (const host of ['0.0.0.0', '::', '192.168.1.5', '127.0.0.1.example.org']) {
    expect(told('--host', host)).toMatch(/this computer only/)
  }
})

test('the address for phones is an address without a path', () => {
  const wanted = { publicUrl: 'https://wait.clinic.example' }
  expect(optionsOf(['--public-url', 'https://Wait.Clinic.example/'])).toMatchObject(wanted)
  expect(optionsOf([], { ANTEROOM_PUBLIC_URL: 'https://wait.clinic.example' })).toMatchObject(wanted)
  expect(optionsOf(['--public-url', 'http://192.168.1.20:8711'])).toMatchObject({
    publicUrl: 'http://192.168.1.20:8711',
  })
  for (const text of ['wait.clinic.example', 'https://clinic.example/wait', 'ftp://clinic.example', 'https://a b']) {
    expect(told('--public-url', text)).toBe(
      '--public-url takes an address without a path, such as https://wait.clinic.example.',
    )
  }
})
