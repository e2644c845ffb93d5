/** Schedules and their file with everything looked at, the rules too; apart, because rules need a calendar that pages can do without. */
import { z } from 'zod'
import { readRule } from './rule-days.ts'
import { calendarOnly, groupList, isCalendarName, mostSchedules, repeated, schedule, twice } from './schedule-file.ts'

export const checkedSchedule = schedule.superRefine(({ name, rrule, from }, context) => {
  if (isCalendarName(name)) context.addIssue({ code: 'custom', path: ['name'], message: calendarOnly })
  const read = rrule === undefined ? undefined : readRule(rrule, from)
  if (read?.ok === false) context.addIssue({ code: 'custom', path: ['rrule'], message: read.message })
})

/** `playlists/schedule.yaml` */
export const scheduleFile = z
  .strictObject({ groups: groupList.default([]), schedules: z.array(checkedSchedule).max(mostSchedules) })
  .superRefine(({ schedules }, context) => {
    for (const index of repeated(schedules))
      context.addIssue({ code: 'custom', path: ['schedules', index, 'name'], message: twice })
  })
export type ScheduleFile = z.infer<typeof scheduleFile>
