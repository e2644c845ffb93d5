/** What the intake worker makes of pictures, drawings and documents. */
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { hashOf, makeBench, only } from '../support/judging.ts'
import { heic, oddMedia, pdf, photo } from '../support/odd-media.ts'
import { sample } from '../support/samples.ts'

const bench = makeBench()
afterAll(() => bench.remove())

const svg = (inside: string, attributes = 'width="200" height="100"') =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`)

describe('pictures', () => {
  test.each(['jpeg', 'png', 'webp', 'avif', 'tiff'] as const)('%s', async (format) => {
    const judgement = await bench.accepted(await photo(format), 'photo')
    const made = only(judgement)
    expect([judgement.kind, judgement.notices, made.extension]).toEqual(['image', [], 'jpg'])
    const { width, height, exif, icc, xmp, space } = await sharp(made.file).metadata()
    expect([width, height, space]).toEqual([320, 180, 'srgb'])
    expect([exif, icc, xmp]).toEqual([undefined, undefined, undefined])
    expect([made.width, made.height, made.durationMs]).toEqual([320, 180, 0])
    expect(made.hash).toBe(hashOf(made.file))
    expect(made.poster.hash).toBe(hashOf(made.poster.file))
  })

  test.each(['photo.bmp', 'photo.jp2'] as const)('%s', async (name) => {
    const made = only(await bench.accepted(oddMedia(name), name))
    expect([made.extension, made.width, made.height]).toEqual(['jpg', 320, 180])
  })

  test('a picture of a telephone, upright once, not twice', async () => {
    expect(size(only(await bench.accepted(await heic(), 'IMG_1.HEIC')))).toEqual([320, 180])
    expect(size(only(await bench.accepted(await heic(true), 'IMG_2.HEIC')))).toEqual([180, 320])
  })

  test('a single GIF stays a picture', async () => {
    expect((await bench.accepted(sample('photo.gif'), 'photo.gif')).kind).toBe('image')
  })

  test('what was held upright stands upright', async () => {
    const made = only(await bench.accepted(await photo('jpeg', { orientation: 6 }), 'photo.jpg'))
    expect(size(made)).toEqual([180, 320])
  })

  test('nothing is larger than the screen, nothing is blown up, portrait stays portrait', async () => {
    const large = await photo('jpeg', { width: 4_000, height: 3_000 })
    const tall = await photo('png', { width: 1_000, height: 4_000 })
    expect(size(only(await bench.accepted(large, 'large.jpg')))).toEqual([1920, 1440])
    expect(size(only(await bench.accepted(large, 'large.jpg', { profile: 'uhd' })))).toEqual([3840, 2880])
    const made = only(await bench.accepted(tall, 'tall.png'))
    expect(size(made)).toEqual([480, 1920])
    expect((await sharp(made.poster.file).metadata()).width).toBe(480)
    expect(size(only(await bench.accepted(await photo('jpeg', { width: 40, height: 30 }), 'a.jpg')))).toEqual([40, 30])
  })

  test('what can be seen through stays so', async () => {
    const glass = {
      create: { width: 60, height: 40, channels: 4 as const, background: { r: 9, g: 9, b: 9, alpha: 0.5 } },
    }
    const made = only(await bench.accepted(await sharp(glass).png().toBuffer(), 'glass.png'))
    expect(made.extension).toBe('webp')
    expect((await sharp(made.file).metadata()).hasAlpha).toBe(true)
    const opaque = { create: { ...glass.create, background: { r: 9, g: 9, b: 9, alpha: 1 } } }
    expect(only(await bench.accepted(await sharp(opaque).png().toBuffer(), 'window.png')).extension).toBe('jpg')
  })

  test('colours for print and a single colour become those of the screen', async () => {
    for (const space of ['cmyk', 'b-w'] as const) {
      const bytes = await sharp(await photo('png'))
        .toColourspace(space)
        .jpeg()
        .toBuffer()
      const { file } = only(await bench.accepted(bytes, 'print.jpg'))
      expect(await sharp(file).metadata()).toMatchObject({ space: 'srgb', channels: 3 })
    }
  })

  test('a name that says another type is worth a word, and nothing more', async () => {
    expect((await bench.accepted(await photo('png'), 'photo.jpg')).notices).toEqual(['name-mismatch'])
    expect((await bench.accepted(await photo('jpeg'), 'PHOTO.JPEG')).notices).toEqual([])
    expect((await bench.accepted(oddMedia('safe-silent.mp4'), 'a picture.png')).notices).toEqual(['name-mismatch'])
  })
})

describe('drawings', () => {
  test('are drawn as large as the screen', async () => {
    const made = only(await bench.accepted(svg('<rect width="200" height="100" fill="red"/>'), 'a.svg'))
    expect([made.extension, ...size(made)]).toEqual(['jpg', 1920, 960])
  })

  test('are known by what they say, with and without a prologue', async () => {
    const plain = svg('<rect width="9" height="9"/>', 'viewBox="0 0 10 20"').toString()
    const long = `\uFEFF<?xml version="1.0"?>\n<!-- by hand -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd">\n${plain}\n`
    for (const text of [plain, long]) {
      expect(size(only(await bench.accepted(Buffer.from(text), 'a.svg')))).toEqual([960, 1920])
    }
  })

  test('do not run what they carry', async () => {
    const script = '<script>throw 1</script><rect width="200" height="100" fill="#00f" onload="alert(1)"/>'
    expect(await bench.verdictOn(svg(script), 'a.svg')).toBe('a good image')
  })
})

describe('documents', () => {
  test('become a picture for each page', async () => {
    const judgement = await bench.accepted(pdf(3), 'notice.pdf')
    expect([judgement.kind, judgement.notices]).toEqual(['document', []])
    expect(judgement.made.map(size)).toEqual([size3, size3, size3])
    expect(new Set(judgement.made.map(({ hash }) => hash)).size).toBe(3)
    for (const { file, hash, kind } of judgement.made) expect([hashOf(file), 'image']).toEqual([hash, kind])
  })

  test('have at most a hundred pages', async () => {
    expect(await bench.verdictOn(pdf(101), 'book.pdf')).toBe('too-many-pages')
  })

  test('with a password are locked', async () => {
    expect(await bench.verdictOn(pdf(1, { isLocked: true }), 'secret.pdf')).toBe('locked')
  })

  test('of any size of paper fit the screen', async () => {
    const made = only(await bench.accepted(pdf(1, { width: 14_400_000, height: 14_400_000 }), 'poster.pdf'))
    expect(size(made)).toEqual([1920, 1920])
  })
})

describe('on a computer without the programs', () => {
  test('only what they are for is refused', async () => {
    const { PATH } = process.env
    const telephone = await heic()
    const empty = path.join(path.dirname(bench.taskFor(Buffer.of(), 'x').copy), 'made')
    process.env.PATH = empty
    try {
      expect(await bench.verdictOn(telephone, 'IMG_1.HEIC')).toBe('missing-program')
      expect(await bench.verdictOn(pdf(1), 'a.pdf')).toBe('missing-program')
      expect(await bench.verdictOn(filmBytes, 'a.mp4')).toBe('missing-program')
      expect(await bench.verdictOn(await photo('jpeg'), 'a.jpg')).toBe('a good image')
    } finally {
      process.env.PATH = PATH
    }
  })
})

const size3 = [1357, 1920]
const filmBytes = oddMedia('safe.mp4')
const size = ({ width, height }: { readonly width: number; readonly height: number }) => [width, height]
