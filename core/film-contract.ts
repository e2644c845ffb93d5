/** The render queue in the contract: which films are being made, how far they are, and what may be asked of them. */
import { z } from 'zod'
import type { Operation, Role } from './operation.ts'
import { keyParameter } from './queue-operations.ts'

const authors = ['marketing', 'manager', 'administrator'] as const satisfies readonly Role[]

export const filmEntry = z.object({
  /** Of its explainer, below the content folder. */
  path: z.string(),
  title: z.string(),
  /**
   * `stills`: its scenes are made as pictures, which play first; `film`: it is rendered; `cancelled`: somebody does not want
   * it made.
   */
  state: z.enum(['waiting', 'stills', 'film', 'done', 'failed', 'cancelled']),
  /** Share done, 0 to 1. */
  progress: z.number().min(0).max(1),
  /** Until it is ready, by what this computer has taken for others; with those before it. */
  remainingS: z.int().nonnegative().optional(),
  /** Until its scenes are there as pictures, which play first; absent when they are. */
  picturesS: z.int().nonnegative().optional(),
  /** Its film in an older look plays until then. */
  isAnew: z.literal(true).optional(),
  /** In the queue, from 1; absent when there is nothing to wait for. */
  position: z.int().positive().optional(),
  /** Why it failed. */
  message: z.string().optional(),
})
export type FilmEntry = z.infer<typeof filmEntry>

export const filmList = z.object({ films: z.array(filmEntry) })
export type FilmList = z.infer<typeof filmList>

export const filmBody = z.strictObject({})
export const filmAnswer = z.object({ film: filmEntry })

const place = {
  in: 'path',
  name: 'path',
  schema: z.string().min(1).max(4_000),
  description: 'of the explainer below the content folder, with /',
} as const

const wish = (path: string, summary: string) =>
  ({
    method: 'post',
    path,
    summary: `${summary}. 404 \`unknown-film\``,
    roles: authors,
    parameters: [keyParameter, place],
    body: filmBody,
    answer: filmAnswer,
  }) as const

export const filmOperations = {
  films: {
    method: 'get',
    path: '/api/films',
    summary: 'The films of all explainers: first those to be made, in their order, then the others by name',
    roles: authors,
    answer: filmList,
  },
  cancelFilm: wish(
    '/api/films/{path}/cancel',
    'Stops the making of a film; what is rendered of it is kept. 409 `not-in-work`',
  ),
  retryFilm: wish(
    '/api/films/{path}/retry',
    'Has a film made that was cancelled or has failed. 409 `not-stopped` when it is made or being made',
  ),
  firstFilm: wish('/api/films/{path}/first', 'Has a film made before the others. 409 `not-in-work`'),
  captions: {
    method: 'get',
    path: '/api/explainers/{path}/captions.vtt',
    summary: 'What a film says, as WebVTT, in its last good version. 404 `unknown-explainer`',
    roles: authors,
    parameters: [place],
  },
} as const satisfies Record<string, Operation>

/** Whole, after every change; progress in steps of a hundredth, and how long it takes with every picture that is made. */
export const filmTopics = { films: filmOperations.films.roles } as const
