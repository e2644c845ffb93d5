/** `anteroom check FILE…`: before anything is put on the TV, the same verdicts at the command line. */
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusal } from '../../core/remarks.ts'
import { anteroom } from '../support/command.ts'
import { makePlace } from '../support/place.ts'
import { drop, sample, truncated } from '../support/samples.ts'

interface Verdicts {
  readonly files: readonly {
    readonly file: string
    readonly ok: boolean
    readonly code?: string
    readonly lines: readonly string[]
  }[]
}

const place = makePlace()
const check = (...args: readonly string[]) => anteroom(['check', ...args], { cwd: place.content })
const verdictsOn = async (...files: readonly string[]) => {
  const { code, out } = await check('--json', '--', ...files)
  return { code, verdicts: (JSON.parse(out) as Verdicts).files }
}

beforeAll(() => {
  drop(place.content, 'film.mp4', sample('film.mp4'))
  drop(place.content, 'photo.jpg', sample('photo.jpg'))
  drop(place.content, 'really a png.jpg', sample('photo.png'))
  drop(place.content, 'half.mp4', truncated(sample('film.mp4'), 0.5))
  drop(place.content, 'empty.mp4', '')
  drop(place.content, 'letter.mp4', 'Dear patients')
  drop(place.content, 'h265.mp4', sample('film-h265.mp4'))
  drop(place.content, 'good.yaml', 'items:\n  - film.mp4\n')
  drop(place.content, 'bad.yaml', 'title: x\nitmes: []\n')
  drop(place.content, 'brand.yaml', 'name: 12\n')
})

afterAll(() => place.remove())

const shows = (picture: string) =>
  `---\ntitle: A hat\ntemplate: procedure\nkind: welcome\n---\n\n## The hat\n\n![A green hat](${picture})\n`

test('a film whose words are longer than their line is ready: the tables of syllables lie beside the program', async () => {
  drop(
    place.content,
    'words.de.md',
    '---\ntitle: Gespräch\ntemplate: follow-up\n---\n\n## Krankenversicherungskartenlesegerät\n\n- Ein Text.\n',
  )
  const { verdicts } = await verdictsOn('words.de.md')
  expect(verdicts).toMatchObject([{ ok: true }])
})

describe('a film that shows a picture', () => {
  test('is refused with line and remedy when the picture is not there or no picture, and ready when it is', async () => {
    drop(place.content, 'missing.md', shows('_pictures/hat.jpg'))
    drop(place.content, 'notes.md', shows('letter.mp4'))
    drop(place.content, 'there.md', shows('photo.jpg'))
    const { code, verdicts } = await verdictsOn('missing.md', 'notes.md', 'there.md')
    expect(verdicts.map((verdict) => verdict.code)).toEqual(['broken-text', 'broken-text', undefined])
    expect(verdicts[0]?.lines).toEqual([
      'Line 9, column 1: There is no picture "_pictures/hat.jpg". Put it there, seen from the folder of this file, or take it out of the text.',
    ])
    expect(code).toBe(1)
  })

  test('is told of the picture and of what else is wrong in one go, in the order of the lines', async () => {
    drop(place.content, 'both.md', `${shows('_pictures/hat.jpg')}\n## More\n\n:::timelin\n- a: b\n:::\n`)
    const { verdicts } = await verdictsOn('both.md')
    expect(verdicts[0]?.lines).toEqual([
      expect.stringMatching(/^Line 9, column 1: There is no picture/),
      expect.stringMatching(/^Line 13, column 1: There is no block/),
    ])
  })
})

describe('in words', () => {
  test('a good film and a good picture end with 0', async () => {
    const { code, out, err } = await check('film.mp4', 'photo.jpg')
    expect(out).toBe(
      'ready    film.mp4\n         Video, 2.0 s, 320 × 180.\nready    photo.jpg\n         Picture, 320 × 180.\n',
    )
    expect([code, err]).toEqual([0, ''])
  })

  test('one bad file among good ones ends with 1, and says what to do', async () => {
    const { code, out } = await check('film.mp4', 'half.mp4')
    const { message, remedy } = refusal('damaged')
    expect(out).toContain(`refused  half.mp4\n         ${message}\n         ${remedy}\n`)
    expect(code).toBe(1)
  })

  test.each([
    [['check'], /wants at least one file/],
    [['check', '--loud', 'film.mp4'], /--loud/],
    [['chekc', 'film.mp4'], /^There is no command "chekc"\.\n\nCommands:/],
    [[], /^Commands:/],
  ])('%j ends with 2', async (args, told) => {
    const { code, out, err } = await anteroom(args, { cwd: place.content })
    expect(err).toMatch(told)
    expect([code, out]).toEqual([2, ''])
  })

  test('help is no mistake', async () => {
    const { code, out } = await anteroom(['--help'])
    expect(out).toMatch(/^Commands:/)
    expect(code).toBe(0)
  })

  test('what would have to be converted is said', async () => {
    const { code, out } = await check('h265.mp4')
    expect(out).toBe('ready    h265.mp4\n         Video, 2.0 s, 320 × 180; would be converted.\n')
    expect(code).toBe(0)
  })

  test('without ffmpeg nothing can be said about a film: it ends with 3', async () => {
    const { code, out } = await anteroom(['check', 'film.mp4'], { cwd: place.content, environment: { PATH: '' } })
    expect(out).toContain('This computer has no program for this kind of file')
    expect(code).toBe(3)
  })
})

describe('for programs', () => {
  test('every refused file has its reason, and the answer is 1', async () => {
    const reasons = {
      'half.mp4': 'damaged',
      'empty.mp4': 'empty',
      'letter.mp4': 'not-media',
      'nowhere.mp4': 'missing',
      '.': 'missing',
      'bad.yaml': 'invalid',
      'brand.yaml': 'invalid',
    }
    const { code, verdicts } = await verdictsOn(...Object.keys(reasons))
    expect(Object.fromEntries(verdicts.map((verdict) => [verdict.file, verdict.code]))).toEqual(reasons)
    expect(verdicts.filter(({ ok }) => ok)).toEqual([])
    expect(verdicts.find(({ file }) => file === 'bad.yaml')?.lines).toEqual([
      'Line 2: "itmes" is not known here. Did you mean "items"?',
    ])
    expect(code).toBe(1)
  })

  test('a good playlist and a picture with the wrong ending are good', async () => {
    const { code, verdicts } = await verdictsOn('good.yaml', 'really a png.jpg')
    expect(verdicts.map(({ ok }) => ok)).toEqual([true, true])
    expect(verdicts[1]?.lines[1]).toMatch(/^The name says another type/)
    expect(code).toBe(0)
  })

  test('what a file is called means nothing, neither to a shell nor to ffmpeg', async () => {
    const names = ['-i.mp4', '10:30 breakfast.mp4', '50%d.jpg', 'concat:a|b.jpg', 'two\nlines.png', '😀.webp']
    for (const name of names) {
      drop(place.content, name, sample(path.extname(name) === '.mp4' ? 'film.mp4' : 'photo.jpg'))
    }
    const { code, verdicts } = await verdictsOn(...names, ...names.map((name) => path.join(place.content, name)))
    expect(verdicts.filter(({ ok }) => !ok)).toEqual([])
    expect(code).toBe(0)
  })
})
