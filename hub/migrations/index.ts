/** Every step from an empty database to today's, in order; `user_version` counts the steps done. Never edit one that has shipped. */
import { library } from './0001-library.ts'
import { queue } from './0002-queue.ts'
import { films } from './0003-films.ts'
import { intake } from './0004-intake.ts'
import { queueDay } from './0005-queue-day.ts'
import { settings } from './0006-settings.ts'
import { bookings } from './0007-bookings.ts'
import { feedback } from './0008-feedback.ts'
import { tv } from './0009-tv.ts'
import { schedules } from './0010-schedules.ts'
import { approvals } from './0011-approvals.ts'
import { waits } from './0012-waits.ts'
import { answers } from './0013-answers.ts'
import { filmWishes } from './0014-film-wishes.ts'
import { filmPictures } from './0015-film-pictures.ts'
import { answerKeys } from './0016-answer-keys.ts'

export const migrations: readonly string[] = [
  library,
  queue,
  films,
  intake,
  queueDay,
  settings,
  bookings,
  feedback,
  tv,
  schedules,
  approvals,
  waits,
  answers,
  filmWishes,
  filmPictures,
  answerKeys,
]
