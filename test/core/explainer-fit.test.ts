/** What becomes of a scene that is too long, and of pictures and languages of an explainer. */
import { describe, expect, test } from 'vitest'
import { parseExplainer, placedProblemText } from '../../core/explainer.ts'
import type { Scene } from '../../core/scene.ts'
import { parsed, scenesOf, toldOf } from '../support/explainers.ts'

describe('pictures', () => {
  test.each([
    ['in a block that nobody knows', ':::peple\n- Ana, nurse: helps ![](hat.jpg)\n:::'],
    ['in a block that nobody closed', ':::timeline\n- Today: rest\n- Tomorrow: walk\n\n![A hat](hat.jpg)'],
    ['where it has no place', ':::care\nRest. ![A hat](hat.jpg)\n:::'],
    ['without words', 'Rest.\n\n![](hat.jpg)'],
    ['as the second one', '![A room](room.jpg)\n\n![A hat](hat.jpg)'],
    ['deep in a list', '- a\n  - b ![A hat](hat.jpg)'],
  ])('a picture %s is named beside what is wrong, whether or not its file is there', (_, scene) => {
    const result = parseExplainer(`---\ntitle: x\ntemplate: procedure\n---\n\n## One\n\n${scene}\n`)
    expect(!result.ok && result.pictures.map(({ file }) => file)).toContain('hat.jpg')
  })

  test('are named as they are written, with their place', () => {
    const { pictures } = parsed(
      '## A\n\n![a b](<_pictures/my room.jpg>)\n\n## B\n\n:::people\n- Ana, x ![](../a%20b.PNG)\n:::\n',
    )
    expect(pictures).toEqual([
      { file: '_pictures/my room.jpg', line: 7, column: 1 },
      { file: '../a b.PNG', line: 12, column: 10 },
    ])
  })
})

describe('too much for one scene', () => {
  const points = Array.from({ length: 9 }, (_, index) => `Something to know, number ${index + 1}`)
  const lengthsOf = (scenes: readonly Scene[]) =>
    scenes.map((scene) => ('points' in scene ? scene.points.length : 'steps' in scene ? scene.steps.length : 0))

  test('a long list goes on in another scene of the same heading, each about as long', () => {
    const scenes = scenesOf(`## Many\n\nBefore them:\n\n${points.map((point) => `- ${point}\n`).join('')}`)
    expect(scenes.length).toBeGreaterThan(1)
    expect(scenes.flatMap((scene) => ('points' in scene ? scene.points : []))).toEqual(points)
    expect(new Set(scenes.map((scene) => 'heading' in scene && scene.heading))).toEqual(new Set(['Many']))
    expect(scenes.map((scene) => 'lead' in scene)).toEqual(scenes.map((_, index) => index === 0))
    expect(Math.max(...lengthsOf(scenes)) - Math.min(...lengthsOf(scenes))).toBeLessThanOrEqual(1)
  })

  test('steps go on counting', () => {
    const scenes = scenesOf(`## Many\n\n${points.map((point, index) => `${index + 1}. ${point}\n`).join('')}`)
    let next = 1
    for (const scene of scenes) {
      expect(scene).toMatchObject(next === 1 ? {} : { first: next })
      next += 'steps' in scene ? scene.steps.length : 0
    }
    expect(next).toBe(10)
  })

  test('a chart or a timeline that goes on says so in the language of the film; its own lead stands on the first alone', () => {
    const regions = ['lips', 'nose', 'chin', 'jaw', 'eyes', 'cheeks'].map((name) => `- ${name}: a line\n`).join('')
    const leadsOf = (block: string, path: string) =>
      parsed(`## A\n\nBefore it:\n\n${block}`, path)
        .scenes.slice(1, -1)
        .map(({ scene }) => ('lead' in scene ? scene.lead : undefined))
    const chart = `:::chart{of=face}\n${regions}:::\n`
    expect(leadsOf(chart, 'a.md')).toEqual(['Before it:', 'Continued'])
    expect(leadsOf(chart, 'a.de.md')).toEqual(['Before it:', 'Fortsetzung'])
    const long = 'it is still a little red and warm and that is quite usual for everybody who had it '
    const stages = Array.from({ length: 4 }, (_, at) => `- Week ${at + 1}: ${long}(Care: cool it)\n`).join('')
    const [first, ...others] = leadsOf(`:::timeline\n${stages}:::\n`, 'a.es.md')
    expect([first, new Set(others)]).toEqual(['Before it:', new Set(['Continuación'])])
  })

  test('both sides go on together, and a chart of six regions in two', () => {
    const side = (name: string, count: number) =>
      `:::${name}\n${points
        .slice(0, count)
        .map((point) => `- ${point.slice(0, 9)}\n`)
        .join('')}:::\n`
    expect(scenesOf(`## A\n\n${side('for', 6)}\n${side('against', 3)}`).length).toBeGreaterThan(1)
    const uneven = scenesOf(`## A\n\n${side('for', 7)}\n${side('against', 1)}`)
    for (const scene of uneven) expect(scene).toMatchObject({ sides: [{}, { points: ['Something'] }] })
    expect(uneven.length).toBeGreaterThan(1)
    const regions = ['lips', 'nose', 'chin', 'jaw', 'eyes', 'neck'].map((name) => `- ${name}: a\n`).join('')
    expect(scenesOf(`## A\n\n:::chart{of=face}\n${regions}:::\n`)).toMatchObject([{ kind: 'chart' }, { kind: 'chart' }])
  })

  test('paragraphs go on, too; one that is too long is refused with the count', () => {
    const paragraph = 'We explain each step before we begin, and you decide. '.repeat(2)
    expect(scenesOf(`## Long\n\n${`${paragraph}\n\n`.repeat(3)}`)).toMatchObject(Array(2).fill({ kind: 'text' }))
    expect(toldOf(`## Long\n\n${paragraph.repeat(4)}\n`)[0]).toMatch(
      /^Line 5, column 1: The scene "Long" is \d+ characters too long to be read from the last seat\. Shorten it/,
    )
  })

  test('the count is right: so many characters fewer, and it fits', () => {
    const paragraph = 'We explain each step before we begin and you decide '.repeat(8).trim()
    const excess = Number(/is (\d+) characters/.exec(toldOf(`## Long\n\n${paragraph}\n`)[0] ?? '')?.[1])
    expect(toldOf(`## Long\n\n${paragraph.slice(0, -excess)}\n`)).toEqual([])
    expect(toldOf(`## Long\n\n${paragraph.slice(0, 1 - excess)}x\n`)).not.toEqual([])
  })
})

describe('languages', () => {
  test.each([
    ['lips.md', 'en'],
    ['treatments/lips.es.md', 'es'],
    ['lips.pt-BR.md', 'pt-BR'],
    ['Version 2.final.md', 'en'],
    ['summer.new.md', 'en'],
  ])('%s is in %s', (path, locale) => expect(parsed('## A\n\nB.\n', path).locale).toBe(locale))

  test('the name of a file and its settings say the same', () => {
    const text = '---\ntitle: x\ntemplate: plan\nlocale: de\n---\n## A\n\nB.\n'
    expect(parseExplainer(text, 'a.de.md').ok).toBe(true)
    const result = parseExplainer(text, 'a.es.md')
    expect(result.ok ? [] : result.problems.map(placedProblemText)).toEqual([
      'Line 4, column 1: The name of the file says "es", and here stands "de". Make them the same.',
    ])
  })
})
