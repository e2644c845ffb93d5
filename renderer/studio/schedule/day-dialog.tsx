/** One day as a list: the same as its column, in words and with room for a finger. */
import type { ReactElement } from 'react'
import { Action } from '../../shared/action.tsx'
import { dayName } from '../../shared/clinic-time.ts'
import { Dialog } from '../../shared/dialog.tsx'
import type { PlaylistLine } from '../programming.ts'
import { useWorld } from '../studio-context.ts'
import { timesOf } from './block.tsx'
import { airingWords } from './schedule-words.ts'
import type { Day, Piece } from './week.ts'

interface DayState {
  readonly day: Day
  readonly pieces: readonly Piece[]
  readonly playlists: readonly PlaylistLine[]
  readonly onPiece: (piece: Piece) => void
  readonly onClose: () => void
}

export function DayDialog({ day, pieces, playlists, onPiece, onClose }: DayState): ReactElement {
  const { zone } = useWorld()
  const hours = (day.toMs - day.fromMs) / 3_600_000
  return (
    <Dialog title={dayName(new Date(day.fromMs).toISOString(), zone)} onClose={onClose}>
      {day.shift !== undefined && (
        <p>
          The clocks are set {day.shift.minutes < 0 ? 'back' : 'forward'} in this night: the day has {hours} hours.{' '}
          {day.shift.minutes < 0
            ? 'What plays in the hour that comes twice plays twice.'
            : 'What would begin in the hour that is missing does not play.'}
        </p>
      )}
      <ul className="day-rows">
        {pieces.map((piece) => (
          <li key={piece.fromMs}>
            <button type="button" onClick={() => onPiece(piece)}>
              <span>{timesOf(piece, zone)}</span>
              <b dir="auto">{airingWords(piece.row, playlists)}</b>
              <span className="path">
                {piece.row.because.schedule === null ? 'nothing scheduled' : `“${piece.row.because.schedule}”`}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <div className="dialog-actions">
        <Action look="first" onPress={onClose}>
          Close
        </Action>
      </div>
    </Dialog>
  )
}
