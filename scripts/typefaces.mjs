/** Reads the bundled typefaces: which signs each of them writes, and how wide they are. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { brotliDecompressSync } from 'node:zlib'

/**
 * A typeface with all its parts, each as far as its unicode-range lets a browser use it.
 *
 * @param {string} sheet path of its style sheet
 * @returns {Promise<{ family: string, widths: Map<number, number> }>} its name in CSS; widths of its signs, in hundredths of the size
 */
export async function readTypeface(sheet) {
  const css = await readFile(sheet, 'utf8')
  const widths = new Map()
  for (const [, file, ranges] of css.matchAll(/url\(([^)]+)\)[^}]*?unicode-range: ([^;]+);/g)) {
    const allowed = ranges.split(',').map(rangeOf)
    for (const [sign, width] of readWidths(await readFile(path.join(path.dirname(sheet), file)))) {
      if (allowed.some(([first, last]) => sign >= first && sign <= last)) widths.set(sign, width)
    }
  }
  return { family: /font-family: '([^']+)'/.exec(css)?.[1] ?? '', widths }
}

/** `U+25CC`, `U+0900-097F` */
function rangeOf(text) {
  const [first = '', last = first] = text.trim().slice(2).split('-')
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)]
}

function readWidths(woff2) {
  const { cmap, head, hhea, hmtx } = tablesOf(woff2)
  const unitsPerEm = head.bytes.readUInt16BE(18)
  const count = hhea.bytes.readUInt16BE(34)
  // Transformed, the widths stand behind a byte of flags; otherwise each is followed by a bearing.
  const at = (glyph) => (hmtx.isTransformed ? 1 + 2 * glyph : 4 * glyph)
  const widthOf = (glyph) => (100 * hmtx.bytes.readUInt16BE(at(Math.min(glyph, count - 1)))) / unitsPerEm
  return glyphsOf(cmap.bytes).map(([sign, glyph]) => [sign, widthOf(glyph)])
}

// WOFF2 specification, 4.1: known tables go by number. The others are of no interest here.
const names = ['cmap', 'head', 'hhea', 'hmtx']
const transformedAsUsual = [10, 11]

function tablesOf(woff2) {
  const count = woff2.readUInt16BE(12)
  let at = 48
  const base128 = () => {
    let value = 0
    for (;;) {
      const byte = woff2[at++]
      value = value * 128 + (byte & 127)
      if (byte < 128) return value
    }
  }
  const entries = Array.from({ length: count }, () => {
    const flags = woff2[at++]
    const number = flags & 63
    if (number === 63) at += 4
    const isTransformed = transformedAsUsual.includes(number) ? flags >> 6 !== 3 : flags >> 6 !== 0
    const length = base128()
    return { name: names[number], isTransformed, length: isTransformed ? base128() : length }
  })
  const data = brotliDecompressSync(woff2.subarray(at, at + woff2.readUInt32BE(20)))
  let from = 0
  const tables = {}
  for (const { name, isTransformed, length } of entries) {
    if (name !== undefined) tables[name] = { isTransformed, bytes: data.subarray(from, from + length) }
    from += length
  }
  return tables
}

/** Signs and their glyphs, from a table of format 12 or else 4; a glyph 0 is the empty box. */
function glyphsOf(cmap) {
  const offsets = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) => cmap.readUInt32BE(8 + 8 * index))
  const tables = offsets.map((offset) => cmap.subarray(offset))
  const found = [12, 4].flatMap((format) => tables.filter((table) => table.readUInt16BE(0) === format))[0]
  if (found === undefined) throw new Error('This typeface has no table of signs that can be read here.')
  const pairs = found.readUInt16BE(0) === 12 ? groupsOf(found) : segmentsOf(found)
  return pairs.filter(([, glyph]) => glyph !== 0)
}

function groupsOf(table) {
  return Array.from({ length: table.readUInt32BE(12) }, (_, index) => {
    const [first, last, glyph] = [0, 4, 8].map((offset) => table.readUInt32BE(16 + 12 * index + offset))
    return Array.from({ length: last - first + 1 }, (_, step) => [first + step, glyph + step])
  }).flat()
}

function segmentsOf(table) {
  const double = table.readUInt16BE(6)
  const pairs = []
  for (let at = 0; at < double; at += 2) {
    const last = table.readUInt16BE(14 + at)
    const first = table.readUInt16BE(16 + double + at)
    const delta = table.readUInt16BE(16 + 2 * double + at)
    const place = 16 + 3 * double + at
    const offset = table.readUInt16BE(place)
    for (let sign = first; sign <= last && sign !== 0xffff; sign += 1) {
      const listed = offset === 0 ? sign : table.readUInt16BE(place + offset + 2 * (sign - first))
      pairs.push([sign, listed === 0 ? 0 : (listed + delta) & 0xffff])
    }
  }
  return pairs
}
