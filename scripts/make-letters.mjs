/** Writes core/letter-table.ts out of the bundled typefaces: which signs they can write, and how wide the letters are. */
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { root } from './setup/place.mjs'
import { readTypeface } from './typefaces.mjs'

const stacks = path.join(root, 'renderer/films/letters.css')
const table = path.join(root, 'core/letter-table.ts')

/** Alphabets whose letters differ in width. Signs of Chinese, Japanese and Korean fill a square. */
const alphabets = [
  [0x20, 0x7e, 'vietnamese'],
  [0x370, 0x52f], // Greek, Cyrillic
  [0x590, 0x6ff], // Hebrew, Arabic
  [0x750, 0x77f], // Arabic of other languages
  [0x900, 0x9ff], // Devanagari, Bengali
  [0xe00, 0xe7f], // Thai
  [0x1200, 0x139f], // Ethiopic
  [0x2000, 0x206f], // punctuation
  [0x20a0, 0x20cf], // currencies
]

/** Text of core/letter-table.ts as the typefaces want it. */
export async function letterTable() {
  const css = await readFile(stacks, 'utf8')
  const require = createRequire(stacks)
  const sheets = [...css.matchAll(/@import "(@fontsource[^"]+)"/g)].map(([, name]) => require.resolve(name))
  const faces = new Map((await Promise.all(sheets.map(readTypeface))).map(({ family, widths }) => [family, widths]))
  const stackOf = (name) => {
    const [, list = ''] = new RegExp(`--${name}:\\s*([^;]+);`).exec(css) ?? []
    return list.split(',').flatMap((one) => {
      const [, inner] = /var\(--(\w+)\)/.exec(one) ?? []
      if (inner !== undefined) return stackOf(inner)
      const widths = faces.get(one.trim().replaceAll('"', ''))
      return widths === undefined ? [] : [widths]
    })
  }
  const [text, display, vietnamese] = [stackOf('body'), stackOf('display'), stackOf('letters')]
  const isIn = (stack) => (sign) => stack.some((widths) => widths.has(sign))
  const signs = [...new Set(text.flatMap((widths) => [...widths.keys()]))].filter(isIn(display)).filter(isPublic)
  const packed = { text: pack(text), display: pack(display), vietnamese: pack(vietnamese, 'vietnamese') }
  return `/** Which signs the bundled typefaces write, and how wide letters are. Made out of them by npm run letters. */

/** Runs of signs: how far behind the last one each begins, and how many follow its first; in base 36. Lines end anywhere. */
export const writableRuns = \`
${wrapped(runs(signs.sort((a, b) => a - b)))}\`

/** Widths in hundredths of the size: a run's first sign, then two digits for each of its signs; in base 36. */
export const letterWidths = {
${Object.entries(packed)
  .map(([name, widths]) => `  ${name}: \`\n${wrapped(widths)}\`,`)
  .join('\n')}
} as const
`
}

/** No control characters, and nothing that means something in one typeface alone. */
const isPublic = (sign) => !/[\p{Cc}\p{Co}\p{Cn}]/u.test(String.fromCodePoint(sign))

/** Not several letters in one sign, which are measured one by one. */
const isWhole = (sign) => String.fromCodePoint(sign).normalize('NFKD').length <= String.fromCodePoint(sign).length

function runs(signs) {
  const found = []
  for (const sign of signs) {
    const last = found.at(-1)
    if (last !== undefined && last[1] === sign - 1) last[1] = sign
    else found.push([sign, sign])
  }
  return found.map(([first, last], index) => {
    const gap = (first - (found[index - 1]?.[1] ?? 0)).toString(36)
    return last > first ? `${gap}+${(last - first).toString(36)}` : gap
  })
}

function pack(stack, only) {
  const widthOf = (sign) => stack.find((widths) => widths.has(sign))?.get(sign)
  const wide = [
    ...new Set(stack.flatMap((widths) => [...widths].flatMap(([sign, width]) => (width > 101 ? [sign] : [])))),
  ]
  const isListed = (sign) => alphabets.some(([first, last]) => sign >= first && sign <= last)
  const isSingle = (sign) => sign > 0x7e && !isListed(sign) && isPublic(sign) && isWhole(sign) && widthOf(sign) > 101
  const single = wide.filter(isSingle)
  const chosen = alphabets.filter(([, , name]) => name === only)
  const listed = only === undefined ? [...chosen, ...single.sort((a, b) => a - b).map((sign) => [sign, sign])] : chosen
  return listed.map(([first, last]) => {
    const signs = Array.from({ length: last - first + 1 }, (_, step) => first + step)
    // What is not there has no width: it is refused before anybody measures it.
    return `${first.toString(36)}:${signs.map((sign) => digits(Math.ceil(widthOf(sign) ?? 0))).join('')}`
  })
}

const digits = (width) =>
  Math.min(width, 36 * 36 - 1)
    .toString(36)
    .padStart(2, '0')

/** Lines of at most 120 letters, wherever they end. */
const wrapped = (words) => words.join(',').replace(/.{1,120}/g, '$&\n')

if (process.argv[1] === import.meta.filename) await writeFile(table, await letterTable())
