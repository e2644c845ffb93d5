/**
 * Adds to package-lock.json what npm left out: packages for other kinds of machine that its registry did not have on the day
 * (a mirror often lags). `npm ci` refuses a lock file without them, on every machine. Run it after `npm install PACKAGE`.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './setup/place.mjs'

const file = join(root, 'package-lock.json')
const lock = JSON.parse(readFileSync(file, 'utf8'))
const kind = /-(android|darwin|freebsd|linux|win32)-(arm64|arm|ia32|x64)(?:-(musl|gnu|msvc))?$/
const libc = { musl: ['musl'], gnu: ['glibc'] }

const added = Object.entries(lock.packages).flatMap(([at, { optionalDependencies = {}, dev }]) =>
  Object.entries(optionalDependencies)
    .filter(([name]) => !isThere(at, name))
    .map(([name, version]) => [`node_modules/${name}`, entryFor(name, version, dev)]),
)
writeFileSync(
  file,
  `${JSON.stringify({ ...lock, packages: { ...lock.packages, ...Object.fromEntries(added) } }, null, 2)}\n`,
)
for (const [path] of added) console.log(`added ${path}`)
// npm puts the entries in its own order, and says when it cannot read them.
execFileSync('npm', ['install', '--package-lock-only', '--ignore-scripts'], { cwd: root, stdio: 'inherit' })

function isThere(at, name) {
  return lock.packages[`${at}/node_modules/${name}`] || lock.packages[`node_modules/${name}`]
}

// Without its hash, which only a registry that has the package could tell; the name says for which machine it is.
function entryFor(name, version, dev) {
  const [, os, cpu, library] = kind.exec(name) ?? []
  if (!os || !/^\d/.test(version)) throw new Error(`${name}@${version}: add it to package-lock.json by hand`)
  const entry = { version, cpu: [cpu], dev, libc: libc[library], optional: true, os: [os] }
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined))
}
