/** Why there is no film, in the words of whoever wrote it. */
import type { Scene, SceneProps } from '../core/scene.ts'
import { codeOf, reasonOf } from './fault.ts'
import { ShotFault } from './film-worker-process.ts'

/** `film-failed` is a riddle; the others say what to do. */
export type FilmRefusal =
  | 'no-browser'
  | 'too-busy'
  | 'missing-program'
  | 'scene-too-long'
  | 'no-space'
  | 'film-failed'
  | 'cancelled'

export class FilmFault extends Error {
  override readonly name = 'FilmFault'
  readonly code: FilmRefusal

  constructor(code: FilmRefusal, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** What went wrong while a scene was rendered. */
export function faultOf(cause: unknown, browser: string, { scene }: SceneProps): FilmFault {
  if (codeOf(cause) === 'ENOSPC') return new FilmFault('no-space', reasonOf(cause), { cause })
  if (!(cause instanceof ShotFault)) return new FilmFault('film-failed', reasonOf(cause), { cause })
  switch (cause.why) {
    case 'browser':
      return new FilmFault('no-browser', `${browser} cannot be started (${cause.message})`, { cause })
    case 'busy':
      return new FilmFault('too-busy', `${browser} did not start in time`, { cause })
    case 'encoder':
      return new FilmFault('missing-program', 'ffmpeg is missing', { cause })
    case 'does-not-fit':
      return new FilmFault('scene-too-long', `${nameOf(scene)} has more words than can be read`, { cause })
    case 'no-space':
      return new FilmFault('no-space', cause.message, { cause })
    case 'cancelled':
      return new FilmFault('cancelled', cause.message, { cause })
    case 'fault':
    case 'worker-ended':
      return new FilmFault('film-failed', cause.message, { cause })
  }
}

const nameOf = (scene: Scene): string =>
  'heading' in scene ? `The scene "${scene.heading}"` : scene.kind === 'title' ? 'The title' : 'The closing card'
