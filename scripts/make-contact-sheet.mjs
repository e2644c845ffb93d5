/**
 * Stills of every template, language and size on a few sheets in docs/images: `npm run contact-sheet`.
 * `npm run contact-sheet -- stills` makes the pictures anew that test/pages/film-scenes.test.ts compares with.
 */
import { mkdir, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { templates } from '../core/scene.ts'
import { openFilmPage } from '../test/support/film-page.ts'
import { kinds, sampleLocales, sampleProps, stillOf, stillsFolder } from '../test/support/film-scenes.ts'
import { projectRoot } from '../test/support/place.ts'

const images = path.join(projectRoot, 'docs/images')
const gap = 6
/** What tells one template from the other, and where most of the words are. */
const shownKinds = ['title', 'text', 'steps', 'note']

const film = await openFilmPage()
try {
  if (process.argv.includes('stills')) await makeStills()
  else await makeSheets()
} finally {
  await film.close()
}

async function makeStills() {
  await mkdir(stillsFolder, { recursive: true })
  for (const [index, kind] of kinds.entries()) {
    const template = templates[index % templates.length]
    await writeFile(path.join(stillsFolder, `${kind}.png`), await stillOf(film, kind, template))
  }
}

async function makeSheets() {
  await mkdir(images, { recursive: true })
  const rows = (size, width, of) =>
    templates.map((template) => ({ width, shots: of.map((one) => sampleProps({ template, size, ...one })) }))
  const inLanguages = (kind) => sampleLocales.map((locale) => ({ kind, locale }))
  await sheet(
    'films-templates',
    rows(
      'hd',
      400,
      shownKinds.map((kind) => ({ kind })),
    ),
  )
  await sheet('films-languages', rows('hd', 320, inLanguages('title')))
  await sheet('films-upright', rows('portrait', 168, [...inLanguages('title'), ...inLanguages('steps')]))
  const pairs = Array.from({ length: kinds.length / 4 }, (_, row) => kinds.slice(4 * row, 4 * row + 4))
  await sheet(
    'films-scenes',
    pairs.map((four, row) => ({
      width: 400,
      shots: four.map((kind, at) => sampleProps({ kind, template: templates[(4 * row + at) % templates.length] })),
    })),
  )
}

/** @param rows stills beside each other, all as wide as their row says */
async function sheet(name, rows) {
  const tiles = []
  let top = gap
  let widest = 0
  for (const { width, shots } of rows) {
    let left = gap
    let height = 0
    for (const props of shots) {
      const input = await sharp(await film.photograph(props))
        .resize({ width })
        .png()
        .toBuffer()
      const { height: own } = await sharp(input).metadata()
      tiles.push({ input, left, top })
      left += width + gap
      height = Math.max(height, own)
    }
    top += height + gap
    widest = Math.max(widest, left)
  }
  const file = path.join(images, `${name}.webp`)
  const ground = { width: widest, height: top, channels: 3, background: '#d8d4cc' }
  await sharp({ create: ground }).composite(tiles).webp({ quality: 82, effort: 6 }).toFile(file)
  console.log(`docs/images/${name}.webp  ${Math.round((await stat(file)).size / 1_000)} kB`)
}
