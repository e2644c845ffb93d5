/** The buttons of the TV with a way back: what is hidden is shown again, what is said is taken off. */
import { useCallback } from 'react'
import type { TvAnswer, TvLink } from '../../shared/tv-link.ts'
import type { Steps } from '../steps.ts'

export function useTvPress({ send, done, say }: Steps): TvLink['press'] {
  return useCallback(
    async (name, body, words) => {
      const answer = await send<TvAnswer<typeof name>>(`/api/tv/${name}`, { body: JSON.stringify(body) })
      if (answer === undefined) return undefined
      const back = wayBack(name, body, answer)
      if (back === undefined) say('done', words)
      else {
        const [path, sent] = back
        const how = { body: JSON.stringify(sent) }
        done(words.replace(/\.$/, ''), async () => (await send(`/api/tv/${path}`, how)) !== undefined)
      }
      return answer
    },
    [send, done, say],
  )
}

function wayBack(name: string, body: object, answer: object): readonly [string, object] | undefined {
  switch (name) {
    case 'hide':
      return ['unhide', body]
    case 'unhide':
      return ['hide', body]
    case 'say':
      return ['unsay', { message: (answer as TvAnswer<'say'>).message.id }]
    default:
      return undefined
  }
}
