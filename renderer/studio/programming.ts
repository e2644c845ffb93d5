/** What the hub says of playlists and schedules, and how the pages ask for it. */
import { useEffect, useState } from 'react'
import type { z } from 'zod'
import type { airing, MomentAnswer, PlaylistAnswer, PlaylistList } from '../../core/playlist-contract.ts'
import type { PlaylistFile, PlaylistItem } from '../../core/playlist-file.ts'
import type { Problem } from '../../core/problem.ts'
import type { AiredRow, Preview, ScheduleList, scheduleRemark } from '../../core/schedule-contract.ts'
import type { ScreenGroup, schedule } from '../../core/schedule-file.ts'

export type { MomentAnswer, PlaylistFile, PlaylistItem, Problem, ScheduleList, ScreenGroup }
export type PlaylistLine = PlaylistList['playlists'][number]
export type PlaylistDetail = PlaylistAnswer
export type PlaylistEntry = PlaylistAnswer['entries'][number]
type Unchanging<Whole> = {
  readonly [Key in keyof Whole]: Whole[Key] extends readonly (infer Each)[] | undefined
    ? readonly Each[] | Extract<Whole[Key], undefined>
    : Whole[Key]
}
/** As it is written: what is left out is as usual. */
export type Schedule = Unchanging<z.input<typeof schedule>>
export type KeptSchedule = ScheduleList['schedules'][number]
export type Airing = z.infer<typeof airing>
export type Row = AiredRow
export type Rows = Preview
export type ScheduleRemark = z.infer<typeof scheduleRemark>
export type NextItem = MomentAnswer['next'][number]

export const playlistAddress = (name: string): string => `/api/playlists/${encodeURIComponent(name)}`
export const scheduleAddress = (name: string): string => `/api/schedules/${encodeURIComponent(name)}`

/** What a person reads instead of a name. */
export function titleOfList(name: string, lists: readonly PlaylistLine[]): string {
  const list = lists.find((one) => one.name === name)
  if (list?.title !== undefined) return list.title
  // A default.yaml without a title is no longer all there is.
  return name === 'default' ? (list?.kind === 'file' ? 'Default playlist' : 'All content') : name
}

export interface Asked<Answer> {
  /** The newest answer; stays while the next is on its way. */
  readonly answer: Answer | undefined
  readonly isAsking: boolean
  /** Why there is no answer, in a sentence. */
  readonly problem: string | undefined
}

/**
 * Asks the hub for something that is not followed live.
 *
 * @param path undefined asks nothing
 * @param key asks again when it changes
 */
export function useAsked<Answer>(path: string | undefined, key: unknown, pauseMs = 0): Asked<Answer> {
  const [asked, setAsked] = useState<Asked<Answer>>({ answer: undefined, isAsking: true, problem: undefined })
  // `key` says that the answer has changed.
  useEffect(() => {
    if (path === undefined) return
    const control = new AbortController()
    setAsked((before) => ({ ...before, isAsking: true }))
    const timer = setTimeout(() => {
      fetchJson<Answer>(path, { signal: control.signal })
        .then((answer) => setAsked({ answer, isAsking: false, problem: undefined }))
        .catch((cause: unknown) => {
          if (control.signal.aborted) return
          const problem = cause instanceof Error ? cause.message : String(cause)
          setAsked(({ answer }) => ({ answer, isAsking: false, problem }))
        })
    }, pauseMs)
    return () => {
      clearTimeout(timer)
      control.abort()
    }
  }, [path, key, pauseMs])
  return asked
}

/** @throws Error with the hub's own sentence */
async function fetchJson<Answer>(path: string, request: RequestInit): Promise<Answer> {
  const response = await fetch(path, request).catch((cause: unknown) => {
    throw new Error('Anteroom does not answer.', { cause })
  })
  const body = (await response.json()) as Answer & { readonly message?: string }
  if (!response.ok) throw new Error(body.message ?? `Anteroom refused this (${response.status}).`)
  return body
}
