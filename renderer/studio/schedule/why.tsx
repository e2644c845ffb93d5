/** What plays at a time and why: the schedule that wins, what plays beside it, and what would play without it. */
import type { ReactElement } from 'react'
import { isCalendarName } from '../../../core/schedule-file.ts'
import { Action } from '../../shared/action.tsx'
import { dayName } from '../../shared/clinic-time.ts'
import { Dialog } from '../../shared/dialog.tsx'
import { screenName } from '../../shared/tv-now.tsx'
import { type PlaylistLine, titleOfList } from '../programming.ts'
import { useWorld } from '../studio-context.ts'
import { timesOf } from './block.tsx'
import { airingWords, becauseWords } from './schedule-words.ts'
import { usePreview } from './use-preview.ts'
import type { Piece } from './week.ts'

interface WhyState {
  readonly piece: Piece
  readonly screen: string
  readonly playlists: readonly PlaylistLine[]
  readonly onEdit: (schedule: string) => void
  readonly onMoment: (ms: number) => void
  readonly onClose: () => void
}

export function Why({ piece, screen, playlists, onEdit, onMoment, onClose }: WhyState): ReactElement {
  const { zone, canPress } = useWorld()
  const { row, fromMs, toMs } = piece
  const winner = row.because.schedule
  const [from, to] = [fromMs, toMs].map((ms) => new Date(ms).toISOString()) as [string, string]
  const beneath = usePreview(winner === null ? undefined : { screen, zone: row.zone, from, to, without: winner })
  const hidden = beneath.rows?.rows ?? []
  const beside = row.with
  return (
    <Dialog title={airingWords(row, playlists)} onClose={onClose}>
      <p className="why-when">
        {screenName(screen)}, {dayName(from, zone)}, {timesOf(piece, zone)}
      </p>
      <p>{becauseWords(row)}</p>
      {beside.map(({ playlist, share }) => (
        <p key={`${playlist}${share}`}>
          {share === undefined
            ? `${titleOfList(playlist, playlists)} has the same priority: they take turns, item by item.`
            : `${titleOfList(playlist, playlists)} comes in between and takes ${share} % of the time.`}
        </p>
      ))}
      {hidden.length > 0 && (
        <>
          <h3 className="why-beneath">Without “{winner}”</h3>
          <ul className="why-rows">
            {hidden.map((one) => (
              <li key={one.from}>
                <span>
                  {timesOf(
                    { fromMs: Math.max(fromMs, Date.parse(one.from)), toMs: Math.min(toMs, Date.parse(one.to)) },
                    zone,
                  )}
                </span>
                <b dir="auto">{airingWords(one, playlists)}</b>
                <span className="path">
                  {one.because.schedule === null ? 'nothing scheduled' : `“${one.because.schedule}”`}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="dialog-actions">
        <Action look="quiet" onPress={() => onMoment(fromMs)}>
          What is on at {timesOf(piece, zone).slice(0, 5)}
        </Action>
        {winner !== null && isCalendarName(winner) && (
          <Action onPress={() => location.assign('/settings#hours')}>Opening hours</Action>
        )}
        {winner !== null && !isCalendarName(winner) && (
          <Action isOff={!canPress} onPress={() => onEdit(winner)}>
            Change “{winner}”
          </Action>
        )}
        <Action look="first" onPress={onClose}>
          Close
        </Action>
      </div>
    </Dialog>
  )
}
