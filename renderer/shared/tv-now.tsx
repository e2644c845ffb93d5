/** On the TV now: a picture of it, on to the next film, or hide this one until somebody has checked it. */
import { type ReactElement, useEffect, useRef, useState } from 'react'
import type { TvState } from '../../core/tv-contract.ts'
import { Action } from './action.tsx'
import { clockTime } from './clinic-time.ts'
import type { TvLink } from './tv-link.ts'

/** While it is looked at, the picture is a new one this often. */
const pictureMs = 3_000

export interface TvPart {
  readonly tv: TvState
  readonly zone: string
  readonly press: TvLink['press']
  readonly canPress: boolean
}

export function TvNow({ tv, zone, press, canPress }: TvPart): ReactElement {
  const [chosen, choose] = useState(tv.screens[0]?.id)
  const screen = tv.screens.find(({ id }) => id === chosen) ?? tv.screens[0]
  return (
    <section className="tv-part tv-now" aria-labelledby="tv-now">
      <h3 id="tv-now">On the TV now</h3>
      <ScreenChoice screens={tv.screens} chosen={screen?.id} onChoose={choose} />
      {screen !== undefined && <TvPicture key={screen.id} screen={screen.id} isThere={screen.hasPicture} />}
      <p className="tv-title" dir="auto">
        {screen?.playing?.title ?? 'No film at the moment'}
      </p>
      <WhyNow playing={screen?.playing} />
      <TvButtons {...{ tv, zone, press, canPress }} playing={screen?.playing} />
      <HeldList {...{ tv, zone, press, canPress }} />
    </section>
  )
}

/** Why it comes out of its order; otherwise there is nothing to explain. */
export const WhyNow = ({ playing }: Pick<TvState['screens'][number], 'playing'>): ReactElement | null =>
  playing?.why === undefined ? null : <p className="tv-why">{playing.why}</p>

export const screenName = (id: string): string => id.replace('screen-', 'Screen ')

interface ScreenChoiceState {
  readonly screens: readonly { readonly id: string }[]
  readonly chosen: string | undefined
  readonly onChoose: (screen: string) => void
}

/** Nothing to choose where there is one. */
export function ScreenChoice({ screens, chosen, onChoose }: ScreenChoiceState): ReactElement | null {
  if (screens.length < 2) return null
  return (
    <fieldset className="tv-chips tv-screens">
      <legend className="unseen">Screen</legend>
      {screens.map(({ id }) => (
        <label key={id} className="tv-chip">
          <input type="radio" name="tv-screen" checked={id === chosen} onChange={() => onChoose(id)} />
          <span>{screenName(id)}</span>
        </label>
      ))}
    </fieldset>
  )
}

interface TvButtonsState extends TvPart {
  readonly playing: { readonly asset: string; readonly title: string } | undefined
}

/** On to the next film, or hide this one. */
export function TvButtons({ tv, press, canPress, playing }: TvButtonsState): ReactElement {
  const isHidden = playing !== undefined && tv.held.some(({ asset }) => asset === playing.asset)
  return (
    <div className="tv-buttons">
      <Action
        isOff={!canPress || playing === undefined}
        onPress={() => void press('skip', {}, 'Every screen goes on to its next item.')}
      >
        Skip
      </Action>
      <Action
        isOff={!canPress || playing === undefined || isHidden}
        onPress={() => {
          if (playing !== undefined)
            void press('hide', { asset: playing.asset }, `${playing.title} is hidden everywhere.`)
        }}
      >
        Hide until checked
      </Action>
    </div>
  )
}

/** What is hidden until somebody has checked it. */
export function HeldList({ tv, zone, press, canPress }: TvPart): ReactElement | null {
  if (tv.held.length === 0) return null
  return (
    <ul className="tv-held" aria-label="Hidden until checked">
      {tv.held.map(({ asset, title, at }) => (
        <li key={asset}>
          <span dir="auto">
            <b>{title}</b> hidden since {clockTime(at, zone)}
          </span>
          <Action
            isOff={!canPress}
            label={`Show again: ${title}`}
            onPress={() => void press('unhide', { asset }, `${title} plays again.`)}
          >
            Show again
          </Action>
        </li>
      ))}
    </ul>
  )
}

interface PictureState {
  readonly screen: string
  readonly isThere: boolean
}

/** Asked for only while somebody looks; each waits for the one before, which stays until then. */
export function TvPicture({ screen, isThere }: PictureState): ReactElement {
  const [round, setRound] = useState(0)
  const [hasLoaded, setLoaded] = useState(false)
  const timer = useRef(0)
  useEffect(() => () => clearTimeout(timer.current), [])
  const again = () => {
    clearTimeout(timer.current)
    timer.current = window.setTimeout(() => setRound((before) => before + 1), pictureMs)
  }
  return (
    <div className="tv-picture" data-loaded={hasLoaded}>
      {isThere && (
        <img
          src={`/api/screens/${screen}/screenshot?${round}`}
          alt={`What ${screen.replace('-', ' ')} shows at this moment`}
          onLoad={() => {
            setLoaded(true)
            again()
          }}
          onError={again}
        />
      )}
      {!(isThere && hasLoaded) && (
        <p>{isThere ? 'One moment …' : 'No picture: the TV is off, or does not run on a kiosk.'}</p>
      )}
    </div>
  )
}
