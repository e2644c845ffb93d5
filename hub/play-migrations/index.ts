/** Every step from an empty file of plays to today's, in order. Never edit one that has shipped. */
import { plays } from './0001-plays.ts'
import { answers } from './0002-answers.ts'

export const playMigrations: readonly string[] = [plays, answers]
