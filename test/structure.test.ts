/** The shape of the code: who may import whom, how large a file may get, where time and chance come from. */
import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makePlace, projectRoot } from './support/place.ts'
import { filesImportedBy, isProjectFile, packagesImportedBy, sourcesIn, withoutComments } from './support/sources.ts'

const programs = sourcesIn('core', 'hub', 'main', 'renderer')
const everything = [...programs, ...sourcesIn('scripts', 'bench', 'test')]

/** The parts of the program, each with the parts and packages it may import. */
const parts = {
  core: {
    may: ['core'],
    packages: ['zod', 'yaml', 'ical.js', 'rrule-temporal', 'temporal-polyfill', 'hyphen', /^(mdast|micromark)\b/],
  },
  hub: {
    may: ['core', 'hub'],
    packages: [
      ...[
        'better-sqlite3',
        'chokidar',
        'hono',
        '@hono/node-server',
        'ws',
        'zod',
        'file-type',
        'sharp',
        'date-holidays',
      ],
      ...['@remotion/renderer', '@remotion/bundler'],
    ],
  },
  main: { may: ['core', 'main'], packages: ['electron'] },
  renderer: {
    may: ['core', 'renderer', 'renderer/films'],
    packages: ['react', 'react-dom', '@remotion/player', 'uqr', 'zod', /^@fontsource/],
  },
  'renderer/films': { may: ['core', 'renderer/films'], packages: ['react', 'remotion', 'uqr', 'zod', /^@fontsource/] },
} as const
type Part = keyof typeof parts

const partOf = (file: string): string =>
  file.startsWith('renderer/films/') ? 'renderer/films' : (file.split('/')[0] ?? '')
const sourcesOf = (part: Part) => programs.filter(({ file }) => partOf(file) === part)
/** A stylesheet says how things look, wherever it lies; it cannot call anything. */
const isStyle = (file: string) => file.endsWith('.css')

describe.each(Object.entries(parts))('%s', (part, { may, packages }) => {
  test('imports only the parts below it', () => {
    const wrong = sourcesOf(part as Part).flatMap((source) =>
      filesImportedBy(source)
        .filter((file) => !isStyle(file) && !(may as readonly string[]).includes(partOf(file)))
        .map((file) => `${source.file} imports ${file}`),
    )
    expect(wrong).toEqual([])
  })

  test('imports only the packages it may', () => {
    const isAllowed = (name: string) =>
      packages.some((each) => (typeof each === 'string' ? each === name : each.test(name)))
    const wrong = sourcesOf(part as Part).flatMap((source) =>
      packagesImportedBy(source)
        .filter((name) => !isAllowed(name))
        .map((name) => `${source.file} imports ${name}`),
    )
    expect(wrong).toEqual([])
  })

  test('imports what is there', () => {
    const missing = sourcesOf(part as Part).flatMap((source) =>
      filesImportedBy(source)
        .filter((file) => !isProjectFile(file))
        .map((file) => `${source.file} imports ${file}`),
    )
    expect(missing).toEqual([])
  })
})

test('pages tell people of Anteroom: no receptionist knows a hub', () => {
  const told = sourcesOf('renderer').flatMap(({ file, text }) => {
    const words = withoutComments(text).match(/\b(?:the|a|this|no) hub\b.*/gi) ?? []
    return words.map((line) => `${file}: ${line}`)
  })
  expect(told).toEqual([])
})

describe('the compiler', () => {
  const place = makePlace()
  const run = promisify(execFile)
  const tsc = path.join(projectRoot, 'node_modules/typescript/bin/tsc')
  const compile = async (...args: readonly string[]) =>
    run(process.execPath, [tsc, ...args, '--pretty', 'false'], { cwd: place.folder }).then(
      ({ stdout }) => stdout,
      ({ stdout }: { readonly stdout: string }) => stdout,
    )
  const inProject = (name: string) => path.join(place.folder, name)

  // The real settings around files of one line each.
  beforeAll(async () => {
    symlinkSync(path.join(projectRoot, 'node_modules'), inProject('node_modules'))
    writeFileSync(inProject('package.json'), '{ "type": "module" }')
    cpSync(path.join(projectRoot, 'tsconfig.base.json'), inProject('tsconfig.base.json'))
    for (const part of Object.keys(parts)) {
      mkdirSync(inProject(part), { recursive: true })
      cpSync(path.join(projectRoot, part, 'tsconfig.json'), inProject(`${part}/tsconfig.json`))
      writeFileSync(inProject(`${part}/thing.ts`), 'export const thing = 1\n')
    }
    expect(await compile('-b', ...Object.keys(parts))).toBe('')
  })

  afterAll(() => place.remove())

  test.each(Object.entries(parts))('lets %s import what it may, and refuses the rest', async (part, { may }) => {
    const others = Object.keys(parts)
    for (const other of others) {
      const from = path.posix.relative(part, other) || '.'
      const specifier = from.startsWith('.') ? from : `./${from}`
      writeFileSync(
        inProject(`${part}/from-${other.replace('/', '-')}.ts`),
        `export { thing } from '${specifier}/thing.ts'\n`,
      )
    }
    const said = await compile('-p', part, '--noEmit')
    const refused = others.filter(
      (other) => said.includes(`from-${other.replace('/', '-')}.ts`) || said.includes(`/${other}/thing.ts`),
    )
    expect(refused).toEqual(others.filter((other) => !(may as readonly string[]).includes(other)))
  })

  test('knows no clock, no network and no process in core', async () => {
    const outside = ['process.pid', 'fetch', 'setTimeout', 'console', 'document', 'Buffer', 'crypto', 'performance']
    for (const name of outside) writeFileSync(inProject(`core/uses-${name}.ts`), `export const outside = ${name}\n`)
    const said = await compile('-p', 'core', '--noEmit')
    expect(outside.filter((name) => !said.includes(`uses-${name}.ts`))).toEqual([])
  })
})

describe('time and chance', () => {
  test('core is told what time it is, and throws no dice', () => {
    const asks = /\bDate\b(?!:)|\bMath\.random\b|\bIntl\b|\bTemporal\.Now\b/
    const core = sourcesIn('core').filter(({ file }) => file.endsWith('.ts') && file !== 'core/wall-clock.ts')
    expect(core.filter(({ text }) => asks.test(withoutStrings(text))).map(({ file }) => file)).toEqual([])
  })

  test('the hub asks its clock', () => {
    const hub = sourcesIn('hub').filter(({ file }) => file.endsWith('.ts') && file !== 'hub/clock.ts')
    expect(hub.filter(({ text }) => /\bDate\b/.test(withoutStrings(text))).map(({ file }) => file)).toEqual([])
  })

  test('only the clocks use Temporal.Now', () => {
    const asking = programs.filter(({ text }) => /\bTemporal\.Now\b/.test(withoutComments(text)))
    expect(asking.map(({ file }) => file).filter((file) => !/\/(wall-)?clock\.ts$/.test(file))).toEqual([])
  })
})

describe('files', () => {
  test('are at most 300 lines long', () => {
    const long = everything.map(({ file, text }) => `${file}: ${text.trimEnd().split('\n').length} lines`)
    expect(long.filter((line) => Number(/(\d+) lines$/.exec(line)?.[1]) > 300)).toEqual([])
  })

  test('open by saying why they exist', () => {
    const code = everything.filter(({ file }) => /\.(ts|tsx|cts|mjs)$/.test(file))
    expect(code.filter(({ text }) => !/^(#!.*\n)?\/\*\*[\s*]*[\w`]/.test(text)).map(({ file }) => file)).toEqual([])
  })

  test('do not import each other in circles', () => {
    expect(circlesAmong(new Map(everything.map((source) => [source.file, filesImportedBy(source)])))).toEqual([])
  })
})

test('every dependency has one exact version, and is in the lock file with it', () => {
  const read = (name: string) => JSON.parse(readFileSync(path.join(projectRoot, name), 'utf8'))
  const { dependencies, devDependencies, optionalDependencies } = read('package.json')
  const { packages } = read('package-lock.json')
  const all: Readonly<Record<string, string>> = { ...dependencies, ...devDependencies, ...optionalDependencies }
  for (const [name, version] of Object.entries(all)) {
    expect(`${name} ${version}`).toMatch(/ \d+\.\d+\.\d+(-[\w.]+)?$/)
    expect(`${name} ${packages[`node_modules/${name}`]?.version}`).toBe(`${name} ${version}`)
  }
})

/** Code without comments and without what it only says. */
const withoutStrings = (text: string): string => withoutComments(text).replace(/'(?:[^'\\\n]|\\.)*'|`[^`]*`/g, "''")

/** @returns each circle once, as `a → b → a` */
function circlesAmong(imports: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const circles = new Set<string>()
  const done = new Set<string>()
  const visit = (file: string, trail: readonly string[]): void => {
    const before = trail.indexOf(file)
    if (before >= 0) circles.add([...trail.slice(before), file].join(' → '))
    if (before >= 0 || done.has(file)) return
    for (const next of imports.get(file) ?? []) visit(next, [...trail, file])
    done.add(file)
  }
  for (const file of imports.keys()) visit(file, [])
  return [...circles]
}
