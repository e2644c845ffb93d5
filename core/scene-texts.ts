/** What the author of a scene has written in it, text by text. */
import type { Scene } from './scene.ts'

/** What is no sentence of its author. */
const others = ['kind', 'urgency', 'chart', 'region', 'url', 'until', 'picture']

/** The scene with each of its texts made into another. */
export function mapTexts(scene: Scene, change: (text: string, index: number, key: string) => string): Scene {
  let index = 0
  const within = (value: unknown, key: string): unknown => {
    if (others.includes(key)) return value
    if (typeof value === 'string') return change(value, index++, key)
    if (Array.isArray(value)) return value.map((one) => within(one, ''))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, within(one, name)]))
  }
  return within(scene, '') as Scene
}

export function textsIn(scene: Scene): readonly string[] {
  const texts: string[] = []
  mapTexts(scene, (text) => {
    texts.push(text)
    return text
  })
  return texts
}

export function keysIn(scene: Scene): readonly string[] {
  const keys: string[] = []
  mapTexts(scene, (text, _, key) => {
    keys.push(key)
    return text
  })
  return keys
}
