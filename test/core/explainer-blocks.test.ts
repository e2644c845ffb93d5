/** What the author of an explainer is told about a block or a picture that is written wrongly. */
import { describe, expect, test } from 'vitest'
import { parseExplainer, placedProblemText } from '../../core/explainer.ts'

const settings = '---\ntitle: Waiting\ntemplate: procedure\n---\n'
const toldOf = (body: string): readonly string[] => {
  const result = parseExplainer(settings + body)
  return result.ok ? [] : result.problems.map(placedProblemText)
}

describe('what is wrong with a block is told with line, column and what was meant', () => {
  test.each([
    [':::timelien\n- a: b\n:::', 'Line 7, column 1: There is no block "timelien". Did you mean "timeline"?'],
    [
      ':::quiz\n- a: b\n:::',
      'Line 7, column 1: There is no block "quiz". There are: timeline, chart, for, against, numbers, people, ask, care, urgent, terms, code.',
    ],
    [
      '::: timeline\n- a: b\n:::',
      'Line 7, column 1: This block cannot be understood. Begin it with a line like ":::timeline", without spaces in between.',
    ],
    [
      '::timeline',
      'Line 7, column 1: This block holds lines: begin it with three colons, ":::timeline", and end it with a line ":::".',
    ],
    [
      'A.\n\n:::',
      'Line 9, column 1: Here a block ends that never began. Remove this line, or begin the block with a line like ":::timeline".',
    ],
    [
      ':::numbers\n- 1: b',
      'Line 7, column 1: The block ":::numbers" is not closed. Put a line with only ":::" behind its last line.',
    ],
    [
      ':::timeline\n- a\n- b: c\n:::',
      'Line 8, column 1: Write when, a colon, and what: "- Days 1–3: swelling (Care: cool it)".',
    ],
    [':::timeline\n- a: b\n:::', 'Line 7, column 1: A timeline has two stages or more.'],
    [
      ':::timeline\nSome words.\n- a: b\n- c: d\n:::',
      'Line 8, column 1: Each line in ":::timeline" begins with "- ". Write sentences above the block.',
    ],
    [':::numbers\n:::', 'Line 7, column 1: The block ":::numbers" is empty. Each of its lines begins with "- ".'],
    [':::chart{of=fase}\n- lips: a\n:::', 'Line 7, column 10: There is no chart of "fase". Did you mean "face"?'],
    [':::chart{on=face}\n- lips: a\n:::', 'Line 7, column 10: "on" is not known here. Did you mean "of"?'],
    [':::chart\n- lips: a\n:::', 'Line 7, column 1: Say which chart: ":::chart{of=face}" or ":::chart{of=neck}".'],
    [':::chart{of=face}\n- lisp: a\n:::', 'Line 8, column 3: There is no region "lisp". Did you mean "lips"?'],
    [':::chart{of=face}\n- lips: a\n- lips: b\n:::', 'Line 9, column 3: "lips" is there twice.'],
    [':::for\n- a\n:::', 'Line 7, column 1: ":::for" stands beside ":::against". Write that block, too.'],
    [':::ask\n:::', 'Line 7, column 1: The block ":::ask" is empty. Write a sentence into it.'],
    [':::ask\n- a\n:::', 'Line 8, column 1: ":::ask" holds one or two plain sentences.'],
    [':::ask[Words]\na\n:::', 'Line 7, column 7: ":::ask" has no words of its own. Write them above the block.'],
    [
      ':::terms{until=31.12.2026}\n- a\n:::',
      'Line 7, column 10: "31.12.2026" is not a date. Write it like 2026-12-31.',
    ],
    [
      ':::terms\n:::',
      'Line 7, column 1: Say until when the offer holds, or what it depends on: ":::terms{until=2026-12-31}".',
    ],
    ['::code[a]{url="http://a.example"}', 'Line 7, column 11: A code leads to an address that begins with https://.'],
    [
      '::code[a]{url="javascript:alert(1)"}',
      'Line 7, column 11: A code leads to an address that begins with https://.',
    ],
    ['::code[a]', 'Line 7, column 1: Say where the code leads: ::code[Words]{url="https://…"}.'],
    ['- [ ] a\n- b', 'Line 8, column 1: In a checklist every line begins with "- [ ] ".'],
    [
      '- a\n\n:::numbers\n- 1: b\n:::',
      'Line 9, column 1: A scene has room for one list. Begin another scene with "## Heading".',
    ],
    [':::ask\n<script>x()</script>\n:::', 'Line 8, column 1: ":::ask" holds one or two plain sentences.'],
    [
      '<!-- for later',
      'Line 7, column 1: This note to yourself has no end. Write "-->" behind it, with nothing else in that line.',
    ],
    [':::numbers\n- 1: <b>x</b>\n:::', 'Line 8, column 6: Web code cannot be shown. Write plain text.'],
  ])('%j', (block, problem) => expect(toldOf(`## A\n\n${block}\n`)[0]).toBe(problem))

  test.each([
    [
      '![](_pictures/a.jpg)',
      'Say between the square brackets what one sees, for people who cannot see it: "![A treatment room](…)".',
    ],
    [
      '![a](/etc/a.jpg)',
      'A picture lies in the content folder. Write its name as seen from this text, like "_pictures/room.jpg".',
    ],
    [
      '![a](data:image/png;base64,AAAA)',
      'A picture lies in the content folder. Write its name as seen from this text, like "_pictures/room.jpg".',
    ],
    ['![a](film.mp4)', '"film.mp4" is no picture that can be shown. Save it as .jpg, .png or .webp.'],
    ['- a ![b](c.jpg)', 'A picture has no place in a list. Write it beside sentences, or alone under a heading.'],
    ['![a](b.jpg)\n![c](d.jpg)', 'A scene has room for one picture. Begin another scene with "## Heading".'],
    ['![a](b.jpg)\n\n- c', 'A picture stands beside sentences, or alone. Give it a heading of its own.'],
  ])('a picture written %j', (body, problem) =>
    expect(toldOf(`## A\n\n${body}\n`).map((line) => line.replace(/^.*?: /, ''))).toEqual([problem]),
  )

  test('a block that nobody closed ends before the next heading', () => {
    const text = '## A\n\n:::timeline\n- a: b\n- c: d\n\n## B\n\n:::care\nE.\n:::\n'
    expect(toldOf(text)).toEqual([
      'Line 7, column 1: The block ":::timeline" is not closed. Put a line with only ":::" behind its last line.',
    ])
  })

  test.each([
    ['*a*'.repeat(20_000), 'Line 7, column 1: Here are 60000 characters in one go. A scene has room for about 300.'],
    [
      ':::care\n'.repeat(2_000),
      'Line 7, column 1: Here a block begins that is never closed. Put a line with only ":::" behind its last line.',
    ],
    [
      ':::care\na\n:::\n\n'.repeat(3_000),
      'Line 407, column 1: There are too many blocks for a film. Make several films of them.',
    ],
  ])('what would take long to read is told before it is read', (text, problem) => {
    const started = performance.now()
    expect(toldOf(`## A\n\n${text}`)).toEqual([problem])
    expect(performance.now() - started).toBeLessThan(500)
  })

  test('five hundred scenes are no film', () => {
    const body = Array.from({ length: 500 }, (_, index) => `## Scene ${index}\n\n${'Words. '.repeat(30)}\n`).join('\n')
    expect(toldOf(body)).toEqual([
      'Line 85, column 1: There are 500 scenes, and at most 20 make a film. Make 25 films of them.',
    ])
  })
})

test('an old editor’s line ends and its mark at the beginning change nothing', () => {
  const text = `${settings}## A\n\n:::numbers\n- 1: b\n:::\n\n## C\n\n<x>\n`
  for (const changed of [text.replaceAll('\n', '\r\n'), text.replaceAll('\n', '\r'), `\u{feff}${text}`]) {
    const result = parseExplainer(changed)
    expect(result.ok ? [] : result.problems.map(placedProblemText)).toEqual([
      'Line 13, column 1: Web code cannot be shown. Write plain text.',
    ])
  }
})

describe('what stands in brackets behind a stage is its care', () => {
  const careOf = (words: string) => {
    const result = parseExplainer(`${settings}## A\n\n:::timeline\n- 1–3: x (${words})\n- 4: y\n:::\n`)
    const scene = result.ok ? result.explainer.scenes[1]?.scene : undefined
    return scene?.kind === 'timeline' ? scene.stages[0] : undefined
  }

  test.each([
    ...[
      'Care',
      'Pflege',
      'Cuidados',
      'Soins',
      'Cura',
      'Nazorg',
      'Pielęgnacja',
      'Bakım',
      'BAKIM',
      'Bakim',
      'Уход',
      'Догляд',
    ],
    ...['العناية', 'مراقبت', 'देखभाल', 'การดูแล', '护理', 'যত্ন', 'Φροντίδα', 'טיפול', 'Njega', 'Ápolás', 'ケア', '관리'],
    ...['Îngrijire', 'Daryeel', 'Kujdesi', 'Нега', 'ክንክን', 'دیکھ بھال', 'Chăm sóc'],
  ])('as "%s" in the language of the film', (word) => {
    expect(careOf(`${word}: xyz`)).toMatchObject({ text: 'x', care: 'xyz' })
  })

  test('and other brackets are not', () => {
    expect(careOf('Kühlen: xyz')).toMatchObject({ text: 'x (Kühlen: xyz)' })
  })
})

describe('a text that begins with a number and a full stop', () => {
  const scenesOf = (body: string) => {
    const result = parseExplainer(settings + body)
    return result.ok
      ? result.explainer.scenes.slice(1, -1).map(({ scene }) => scene)
      : result.problems.map(placedProblemText)
  }

  test('is a point of a list like any other', () => {
    expect(
      scenesOf('## A\n\n:::timeline\n- 4. Woche: alles gut (Pflege: ruhen)\n- 12. Woche: wir sehen nach\n:::\n'),
    ).toMatchObject([
      {
        stages: [
          { when: '4. Woche', text: 'alles gut', care: 'ruhen' },
          { when: '12. Woche', text: 'wir sehen nach' },
        ],
      },
    ])
    expect(scenesOf('## A\n\n- 1. Stock rechts\n- 2) hinten\n')).toMatchObject([
      { points: ['1. Stock rechts', '2) hinten'] },
    ])
  })

  test('is no way to write a list in a list', () => {
    expect(scenesOf('## A\n\n- 1. a\n  2. b\n')[0]).toMatch(/^Line 7, column 3: /)
  })

  test('is told how it is written where no list can be', () => {
    expect(scenesOf('## A\n\n:::care\n4. Woche: ruhen Sie.\n:::\n')).toEqual([
      'Line 8, column 1: ":::care" holds one or two plain sentences. A sentence that begins with a number is written "4\\. …".',
    ])
  })
})
