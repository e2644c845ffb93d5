/** The order of the test files: a long one that comes last keeps everybody waiting. */
import path from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { projectRoot } from './place.ts'

/** Those that take longest, roughly: twenty seconds and more, and then the kiosks. Whatever is not listed comes after them. */
export const longest = [
  'test/hub/films.test.ts',
  'test/pages/studio.test.ts',
  'test/hub/intake-worker.test.ts',
  'test/pages/film-gone.test.ts',
  'test/hub/intake-surroundings.test.ts',
  'test/pages/desk.test.ts',
  'test/pages/settings.test.ts',
  'test/hub/content-watch.test.ts',
  'test/pages/studio-schedule.test.ts',
  'test/hub/sidecars.test.ts',
  'test/pages/desk-day.test.ts',
  'test/pages/room.test.ts',
  'test/pages/films.test.ts',
  'test/pages/desk-offline.test.ts',
  'test/pages/slips.test.ts',
  'test/pages/film-mended.test.ts',
  'test/pages/ticket-page.test.ts',
  'test/hub/queue-restart.test.ts',
  'test/pages/booked.test.ts',
  'test/pages/pages.test.ts',
  'test/pages/studio-now.test.ts',
  'test/hub/network-drive.test.ts',
  'test/hub/schedules.test.ts',
  'test/pages/approvals.test.ts',
  'test/hub/day-reports.test.ts',
  'test/pages/film-scenes.test.ts',
  'test/pages/leaning.test.ts',
  'test/pages/film-told.test.ts',
  'test/hub/intake-kinds.test.ts',
  'test/pages/studio-playlists.test.ts',
  'test/hub/demo.test.ts',
  'test/hub/waits.test.ts',
  'test/hub/schedule-command.test.ts',
  'test/hub/folder-away.test.ts',
  'test/hub/board-calls.test.ts',
  'test/hub/bookings.test.ts',
  'test/hub/intake-worker-process.test.ts',
  'test/e2e/content.test.ts',
  'test/e2e/programming.test.ts',
  'test/e2e/plays.test.ts',
  'test/e2e/marketing-day.test.ts',
  'test/e2e/package.test.ts',
  'test/e2e/composition.test.ts',
  'test/e2e/calls.test.ts',
  'test/e2e/faults.test.ts',
  'test/e2e/tv-desk.test.ts',
  'test/e2e/morning.test.ts',
] as const

const files: readonly string[] = longest
const placeOf = ({ moduleId }: TestSpecification): number => {
  const at = files.indexOf(path.relative(projectRoot, moduleId).replaceAll(path.sep, '/'))
  return at < 0 ? files.length : at
}

export default class LongestFirst extends BaseSequencer {
  override async sort(specifications: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(specifications)
    return sorted.toSorted((one, other) => placeOf(one) - placeOf(other))
  }
}
