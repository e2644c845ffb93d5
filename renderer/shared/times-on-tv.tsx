/** The waiting times on the TV, off for today at one press: on a day that goes by no clock they only make people angry. */
import type { ReactElement } from 'react'
import { Action } from './action.tsx'
import type { TvPart } from './tv-now.tsx'

export function TimesOnTv({ tv: { times }, press, canPress }: TvPart): ReactElement | null {
  if (times === 'off') return null
  const areHidden = times === 'hidden'
  return (
    <section className="tv-part tv-times" aria-labelledby="tv-times">
      <h3 id="tv-times">Waiting times on the TV</h3>
      <p className="tv-hint">
        {areHidden
          ? 'Off for today: the TV shows codes only. Desk and phones go on telling them; tomorrow they are back.'
          : 'The TV shows them. Desk and phones tell them in any case.'}
      </p>
      <div className="tv-buttons">
        {areHidden ? (
          <Action isOff={!canPress} onPress={() => void press('times', { hidden: false }, 'The TV shows times again.')}>
            Show times again
          </Action>
        ) : (
          <Action
            isOff={!canPress}
            onPress={() => void press('times', { hidden: true }, 'No times on the TV for today.')}
          >
            Hide times today
          </Action>
        )}
      </div>
    </section>
  )
}
