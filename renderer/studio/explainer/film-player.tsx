/** Plays scenes as the TV will, from the same compositions; loaded only when somebody edits a film. */
import { Player, type PlayerRef } from '@remotion/player'
import { type ReactElement, useEffect, useMemo, useRef, useState } from 'react'
import { framesOf, framesPerSecond, type SceneProps } from '../../../core/scene.ts'
import { leavingFrames } from '../../../core/scene-plan.ts'
import { WholeFilm } from '../../films/whole-film.tsx'
import { Icon } from '../icons.tsx'

interface PlayerState {
  readonly scenes: readonly SceneProps[]
  /** Changes when something else is shown; what is merely rewritten stays where it is. */
  readonly subject: string
  /** The scene among them at which to look, when all of them are shown. */
  readonly at?: number
  /** What is seen, for whoever cannot: `Scene 2: At home`. */
  readonly label: string
}

const sizes = { hd: [1920, 1080], uhd: [1920, 1080], portrait: [1080, 1920] } as const
const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches

export default function FilmPlayer({ scenes, subject, at, label }: PlayerState): ReactElement {
  const player = useRef<PlayerRef>(null)
  const [isPlaying, setPlaying] = useState(false)
  const [frame, setFrame] = useState(0)
  const frames = Math.max(
    1,
    scenes.reduce((sum, { durationMs }) => sum + framesOf(durationMs), 0),
  )
  // The last moment at which everything is there: a scene takes its words along when it goes.
  const rest = Math.max(0, frames - 1 - (scenes.at(-1)?.scene.kind === 'closing' ? 0 : leavingFrames + 2))
  const inputProps = useMemo(() => ({ scenes }), [scenes])
  const [width, height] = sizes[scenes[0]?.size ?? 'hd']

  const tooLong = useTooLong(subject, scenes)
  const newest = useRef(scenes)
  newest.current = scenes
  const restAt = useRef(rest)
  restAt.current = rest
  useEffect(() => {
    const shown = player.current
    if (shown === null) return
    const onFrame = ({ detail }: { readonly detail: { readonly frame: number } }) => setFrame(detail.frame)
    const onPlay = () => setPlaying(true)
    const onPause = () => setPlaying(false)
    const onEnded = () => {
      setPlaying(false)
      shown.seekTo(restAt.current)
    }
    shown.addEventListener('frameupdate', onFrame)
    shown.addEventListener('play', onPlay)
    shown.addEventListener('pause', onPause)
    shown.addEventListener('ended', onEnded)
    return () => {
      shown.removeEventListener('frameupdate', onFrame)
      shown.removeEventListener('play', onPlay)
      shown.removeEventListener('pause', onPause)
      shown.removeEventListener('ended', onEnded)
    }
  }, [])

  // Another subject begins anew, another wording does not.
  useEffect(() => {
    const shown = player.current
    if (shown === null) return
    if (still()) {
      shown.pause()
      shown.seekTo(restAt.current)
      return
    }
    shown.seekTo(0)
    shown.play()
  }, [subject])

  // Whoever goes to another scene while the whole film is shown sees that one: with all its words when nothing moves.
  const placeBefore = useRef<number>(undefined)
  useEffect(() => {
    const wasShown = placeBefore.current !== undefined
    placeBefore.current = at
    if (at === undefined || !wasShown) return
    const lengths = newest.current.map(({ durationMs }) => framesOf(durationMs))
    const from = lengths.slice(0, at).reduce((sum, length) => sum + length, 0)
    const isStill = player.current?.isPlaying() !== true
    player.current?.seekTo(isStill ? from + Math.max(0, (lengths[at] ?? 0) - leavingFrames - 2) : from)
  }, [at])

  // A scene that has become longer or shorter while it stood still shows itself whole again.
  useEffect(() => {
    if (at === undefined && player.current?.isPlaying() === false) player.current.seekTo(rest)
  }, [rest, at])

  const seconds = (count: number) => Math.round(count / framesPerSecond)
  const toggle = () => {
    const shown = player.current
    if (shown === null) return
    if (!isPlaying && shown.getCurrentFrame() >= rest) shown.seekTo(0)
    shown.toggle()
  }
  return (
    <div className="edit-player">
      <div className="edit-screen" role="img" aria-label={label} data-size={height > width ? 'portrait' : 'hd'}>
        <div aria-hidden="true" inert>
          <Player
            ref={player}
            component={WholeFilm}
            inputProps={inputProps}
            durationInFrames={frames}
            compositionWidth={width}
            compositionHeight={height}
            fps={framesPerSecond}
            initialFrame={still() ? rest : 0}
            style={{ width: '100%' }}
            numberOfSharedAudioTags={0}
            initiallyMuted
            // Who needs a licence is said in NOTICES.md and in the manual, not in the console of a clinic.
            acknowledgeRemotionLicense
            clickToPlay={false}
            spaceKeyToPlayOrPause={false}
            errorFallback={({ error }) => (
              <p className="edit-screen-fault">This scene cannot be drawn: {error.message}</p>
            )}
          />
        </div>
      </div>
      {tooLong && (
        <p className="edit-preview-note" role="status">
          These words reach beyond the edge of the screen. Shorten them: the film would be refused.
        </p>
      )}
      <div className="edit-player-bar">
        <button type="button" className="icon-button" aria-label={isPlaying ? 'Pause' : 'Play'} onClick={toggle}>
          <Icon name={isPlaying ? 'pause' : 'play'} />
        </button>
        <input
          type="range"
          aria-label="Place in the film"
          aria-valuetext={`${seconds(frame)} of ${seconds(frames)} seconds`}
          min={0}
          max={frames - 1}
          value={Math.min(frame, frames - 1)}
          onChange={({ currentTarget }) => {
            player.current?.pause()
            player.current?.seekTo(currentTarget.valueAsNumber)
          }}
        />
        <span className="edit-player-time">
          {seconds(frame)} / {seconds(frames)} s
        </span>
      </div>
    </div>
  )
}

/** A scene measures its own words once they are set, and says so when they do not fit. */
function useTooLong(subject: string, scenes: readonly SceneProps[]): boolean {
  const [isTooLong, setTooLong] = useState(false)
  // What is shown now has not been measured yet.
  useEffect(() => setTooLong(false), [subject, scenes])
  useEffect(() => {
    const onFault = (event: PromiseRejectionEvent) => {
      if (!(event.reason instanceof Error) || !event.reason.message.startsWith('does-not-fit')) return
      event.preventDefault()
      setTooLong(true)
    }
    window.addEventListener('unhandledrejection', onFault)
    return () => window.removeEventListener('unhandledrejection', onFault)
  }, [])
  return isTooLong
}
