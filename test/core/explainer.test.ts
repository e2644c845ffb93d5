/** What an explainer may say, what becomes of it, and what its author is told when something in it cannot be shown. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Explainer, parseExplainer, placedProblemText, wantsToBeFilm } from '../../core/explainer.ts'
import { draftOf, withSettings } from '../../core/explainer-draft.ts'
import { plannedScene } from '../../core/scene.ts'
import { layoutOf } from '../../core/scene-layout.ts'

const settings = '---\ntitle: Waiting\ntemplate: procedure\n---\n'
const parsed = (text: string): Explainer => {
  const result = parseExplainer(text)
  if (!result.ok) throw new Error(result.problems.map(placedProblemText).join('\n'))
  return result.explainer
}
const scenesOf = (body: string) => parsed(settings + body).scenes.map(({ scene }) => scene)
const told = (text: string): readonly string[] => {
  const result = parseExplainer(text)
  return result.ok ? [] : result.problems.map(placedProblemText)
}
const toldOf = (body: string) => told(settings + body)
const scene = '\n## Something\n\nA sentence.\n'

describe('which Markdown files become films', () => {
  test.each([
    settings,
    '---\r\ntitle: x\r\ntemplate: procedure\r\n---\r\n',
    '\u{feff}---\ntemplate: procedure\n---\n',
    '---\ntmplate: procedure\n---\n',
    '---\ntemplate: procedure\nnever closed',
  ])('%j does', (text) => expect(wantsToBeFilm(text)).toBe(true))

  test.each([
    '',
    '# Read me',
    'template: procedure',
    '---\ntags: [a]\n---\n# Notes',
    '\n---\ntemplate: procedure\n---\n',
  ])('%j is somebody’s notes', (text) => expect(wantsToBeFilm(text)).toBe(false))
})

describe('scenes', () => {
  test('the settings make the first one, the closing words the last', () => {
    const text = `---\ntitle: Peel\ntemplate: procedure\nsubtitle: Step by step\nminutes: 30\nclosing: Ask us.\nlocale: en-GB\n---\n${scene}`
    const { title, locale, scenes } = parsed(text)
    expect([title, locale]).toEqual(['Peel', 'en-GB'])
    expect(scenes.map((planned) => planned.scene)).toEqual([
      { kind: 'title', title: 'Peel', subtitle: 'Step by step', minutes: 30 },
      { kind: 'text', heading: 'Something', paragraphs: ['A sentence.'] },
      { kind: 'closing', closing: 'Ask us.' },
    ])
  })

  test.each(['\r\n', '\r'])('a sentence may go on in the next line, also in a file whose lines end in %j', (end) => {
    const body = '\n## Words\n\nOne that\ngoes on.\n\n## Breathe\n\n> Slowly,\n> and again.\n'
    expect(parsed((settings + body).replaceAll('\n', end)).scenes).toEqual(parsed(settings + body).scenes)
  })

  test('each heading begins one: sentences, points, steps or one large thought', () => {
    const body = `
## Words

One.
Still *one*, with a **strong** word.

Two.

## Points

Before them:

- a
- b

## Steps

1. first
2. second

## Pause

> Say stop.
`
    expect(scenesOf(body).slice(1, -1)).toEqual([
      { kind: 'text', heading: 'Words', paragraphs: ['One. Still one, with a strong word.', 'Two.'] },
      { kind: 'points', heading: 'Points', lead: 'Before them:', points: ['a', 'b'] },
      { kind: 'steps', heading: 'Steps', steps: ['first', 'second'] },
      { kind: 'note', heading: 'Pause', note: 'Say stop.' },
    ])
  })

  test('a note beside other text is a scene of its own, behind it', () => {
    expect(scenesOf('## Steps\n\n1. a\n2. b\n\n> Say stop.\n').map(({ kind }) => kind)).toEqual([
      'title',
      'steps',
      'note',
      'closing',
    ])
  })

  test('a comment is for the author alone', () => {
    expect(scenesOf(`<!-- check\nwith Ana -->\n${scene}\nMore <!-- or less --> words.\n`)[1]).toMatchObject({
      paragraphs: ['A sentence.', 'More words.'],
    })
  })

  test('one grows out of the ground of the one before, and neighbours stand on different grounds', () => {
    const planned = parsed(`${settings}${scene}${scene}${scene}\n> Stop.\n`).scenes
    expect(planned.map(({ tone }) => tone)).toEqual(['ground', 'surface', 'ground', 'surface', 'accent', 'ground'])
    expect(planned.map(({ toneBefore }) => toneBefore)).toEqual([
      undefined,
      ...planned.slice(0, -1).map(({ tone }) => tone),
    ])
  })
})

describe('what is wrong is told with line, column and what was meant', () => {
  test.each([
    ['---\ntilte: x\ntemplate: procedure\n---\n', 'Line 2, column 1: "tilte" is not known here. Did you mean "title"?'],
    ['---\ntitle: x\n---\n', 'Line 2, column 1: "template" is missing.'],
    [
      '---\ntitle: x\ntemplate: proceedure\n---\n',
      'Line 3, column 11: There is no template "proceedure". Did you mean "procedure"?',
    ],
    [
      '---\ntitle: x\ntemplate: fancy\n---\n',
      'Line 3, column 11: There is no template "fancy". There are: procedure, recovery, risk, follow-up, plan, telehealth, team, offer, welcome, questions, notice.',
    ],
    ['---\ntitle: x\ntemplate: procedure\nminutes: soon\n---\n', 'Line 4, column 10: "minutes" must be a number.'],
    [
      '---\ntitle: x\ntemplate: procedure\n\n## A\n\nB.\n',
      'Line 1, column 1: The settings at the top are not closed. Put a line with only "---" after the last of them.',
    ],
    [
      '---\ntitle: வணக்கம்\ntemplate: procedure\n---\n',
      'Line 2, column 1: The TV cannot write "வ" (U+0BB5): it would be an empty box. Tamil letters are not among those that come with it.',
    ],
  ])('in the settings %j', (text, problem) => expect(told(`${text}${scene}`)).toEqual([problem]))

  test.each([
    ['', 'Line 1, column 1: There is no scene yet. A scene begins with a line like "## What happens".'],
    [
      `Hello.\n${scene}`,
      'Line 5, column 1: This stands before the first scene. Write a line like "## What happens" above it.',
    ],
    [
      `# Hello\n${scene}`,
      'Line 5, column 1: A scene begins with two signs: "## Heading". What the film is called stands in "title:" at the top.',
    ],
    [
      `${scene}\n### More\n`,
      'Line 10, column 1: There are no headings below a scene. Begin a scene with "## Heading", or write plain text.',
    ],
    ['## Empty\n', 'Line 5, column 1: The scene "Empty" is empty. Write a sentence under it.'],
    ['##\n\nWords.\n', 'Line 5, column 1: This scene has no heading. Write it behind "## ".'],
    [
      `${scene}\nSee [our page](https://a.b).\n`,
      'Line 10, column 5: Nobody can follow a link on a TV. Write the words without it, or a code to scan: ::code[Words]{url="https://…"}.',
    ],
    [
      `${scene}\n![us](https://a.b/c.png)\n`,
      'Line 10, column 1: A picture lies in the content folder. Write its name as seen from this text, like "_pictures/room.jpg".',
    ],
    [`${scene}\n<script>x()</script>\n`, 'Line 10, column 1: Web code cannot be shown. Write plain text.'],
    [`${scene}\nA <b>bold</b> word.\n`, 'Line 10, column 3: Web code cannot be shown. Write plain text.'],
    [
      `${scene}\n\`\`\`\nx\n\`\`\`\n`,
      'Line 10, column 1: Program text has no place on a TV. Remove the lines of back quotes.',
    ],
    [
      `${scene}\n    moved in\n`,
      'Line 10, column 1: This line is moved in by four spaces and would be program text. Move it to the left.',
    ],
    [
      `${scene}\nType \`x\`.\n`,
      'Line 10, column 6: Text between back quotes is program text. Leave the back quotes out.',
    ],
    [
      `${scene}\n***\n`,
      'Line 10, column 1: A line of dashes means nothing here. A new scene begins with "## Heading".',
    ],
    [
      `${scene}\n| a | b |\n`,
      'Line 10, column 1: A table cannot be read from afar. Write its rows as points of a list.',
    ],
    [
      '## A\n\n- a\n  - b\n',
      'Line 8, column 3: A list in a list cannot be read from afar. Move this line to the left.',
    ],
    [
      '## A\n\n- a\n\nB.\n',
      'Line 9, column 1: Text behind a list has no place. Write it above the list, or begin another scene with "## Heading".',
    ],
    [
      '## A\n\n- a\n\n1. b\n',
      'Line 9, column 1: A scene has room for one list. Begin another scene with "## Heading".',
    ],
    [
      '## A\n\nThumbs 👍 up\n',
      'Line 7, column 8: The TV cannot write "👍" (U+1F44D): it would be an empty box. Leave the little picture out, or say it in a word.',
    ],
  ])('in the text %j', (body, problem) => expect(toldOf(body)[0]).toBe(problem))

  test('every mistake is told, in the order of the lines', () => {
    const text = `---\ntitle: x\ntemplate: procedure\nsubtilte: y\n---\n# One\n\n## Two\n\n[x](y)\n`
    expect(told(text).map((line) => line.split(':')[0])).toEqual([
      'Line 4, column 1',
      'Line 6, column 1',
      'Line 10, column 1',
    ])
  })

  test('a scene that is too long is told beside a block, a name and a quote that are wrong, with the pictures all of them name', () => {
    const long = 'We explain each step before we begin. '.repeat(8)
    const text = `---\ntitle: "x\ntemplate: procedure\nsubtilte: y\n---\n\n## One\n\n:::tmeline\n- a\n:::\n\n## Two\n\n${long}\n\n## Three\n\n![A room](room.jpg)\n`
    const result = parseExplainer(text)
    expect(told(text).map((line) => line.replace(/ \(.*|[".].*/, ''))).toEqual([
      'Line 2, column 8: The quote that begins here is not closed',
      'Line 4, column 1: ',
      'Line 9, column 1: There is no block ',
      'Line 13, column 1: The scene ',
    ])
    expect(told(text)[1]).toContain('Did you mean "subtitle"?')
    expect(!result.ok && result.pictures).toEqual([{ file: 'room.jpg', line: 19, column: 1 }])
  })

  test('nothing that anybody saves makes it fall over', () => {
    const piece = fc.constantFrom(
      '---\n',
      'title: x\n',
      'template: procedure\n',
      '## A\n',
      '> b\n',
      '- c\n',
      '1. d\n',
      '<x>',
      '`',
      '\n',
      '&',
      '[',
      ']',
      ':::timeline\n',
      ':::chart{of=face}\n- lips: a\n',
      ':::for[x]\n',
      ':::against\n',
      ':::\n',
      '::code[a]{url="https://a.example"}\n',
      '![a](b.jpg)',
      '- [ ] e\n',
      '- f: g (Care: h)\n',
      '{seconds=8}\n',
      '<!-- i -->\n',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 30 }), (pieces) => {
        const text = pieces.join('')
        const result = parseExplainer(text)
        const { scenes } = draftOf(text)
        expect(text.endsWith(scenes.map(({ source }) => source).join(''))).toBe(true)
        withSettings(text, { title: 'y' })
        if (result.ok) for (const planned of result.explainer.scenes) plannedScene.parse(planned)
        else
          for (const { line, column, message } of result.problems) {
            expect(Math.min(line, column)).toBeGreaterThan(0)
            expect(message).toMatch(/[.?]$/)
          }
      }),
      { numRuns: 150 },
    )
  })
})

describe('what can be read from the last seat', () => {
  const sentence = 'We explain each step before we begin. '
  const layout = (words: number) =>
    layoutOf({ kind: 'text', heading: 'Before', paragraphs: [Array(words).fill('word').join(' ')] }, { name: 'x' })

  test('short words are set large, long ones smaller, and never below 72 of 1080', () => {
    const sizes = [5, 26, 30, 33].map(layout).map((result) => (result.ok ? result.layout.bodySize : undefined))
    expect(sizes[0]).toBe(88)
    expect(sizes).toEqual(sizes.toSorted((a, b) => (b ?? 0) - (a ?? 0)))
    expect(Math.min(...sizes.map((size) => size ?? 0))).toBeGreaterThanOrEqual(72)
  })

  test('what does not fit at that size is refused: which scene, and by how much', () => {
    expect(toldOf(`\n## A long story\n\n${sentence.repeat(8)}\n`)).toEqual([
      'Line 6, column 1: The scene "A long story" is 85 characters too long to be read from the last seat. Shorten it, or divide it with another line "## Heading".',
    ])
    expect(toldOf(`## A\n\n1. ${'Hm'.repeat(20)}-treatment\n`)[0]).toMatch(
      /has a word that is too long for one line of the TV: "(?:Hm){20}-"/,
    )
  })

  test('a hyphen lets a long word break', () => {
    expect(toldOf('## A\n\nHippopotomonstroses-quippedaliophobia is the fear of long words.\n')).toEqual([])
  })
})
