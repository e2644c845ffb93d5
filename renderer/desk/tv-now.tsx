/** On the TV now: a picture of it, on to the next film, or hide this one until somebody has checked it. */
import { type ReactElement, useEffect, useRef, useState } from 'react'
import type { TvState } from '../../core/tv-contract.ts'
import { Action } from '../shared/action.tsx'
import { clockTime } from '../shared/clinic-time.ts'
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
  const playing = screen?.playing
  const isHidden = playing !== undefined && tv.held.some(({ asset }) => asset === playing.asset)
  return (
    <section className="tv-now" aria-labelledby="tv-now">
      <h3 id="tv-now">On the TV now</h3>
      {tv.screens.length > 1 && (
        <div className="tv-screens">
          {tv.screens.map(({ id }) => (
            <Action key={id} look={id === screen?.id ? 'first' : 'plain'} onPress={() => choose(id)}>
              {id.replace('screen-', 'Screen ')}
            </Action>
          ))}
        </div>
      )}
      {screen !== undefined && <Picture key={screen.id} screen={screen.id} isThere={screen.hasPicture} />}
      <p className="tv-title">{playing?.title ?? 'No film at the moment'}</p>
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
      {tv.held.length > 0 && (
        <ul className="tv-held" aria-label="Hidden until checked">
          {tv.held.map(({ asset, title, at }) => (
            <li key={asset}>
              <span>
                <b>{title}</b> hidden since {clockTime(at, zone)}
              </span>
              <Action
                isOff={!canPress}
                label={`Show ${title} again`}
                onPress={() => void press('unhide', { asset }, `${title} plays again.`)}
              >
                Show again
              </Action>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** Asked for only while somebody looks; each waits for the one before, which stays until then. */
function Picture({ screen, isThere }: { readonly screen: string; readonly isThere: boolean }): ReactElement {
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
