/** Checks by clinicians as one part of the hub: what is noted, what follows from it for the TV, and the addresses. */
import type { Hono } from 'hono'
import type { Explainer } from '../core/explainer.ts'
import type { Settings } from '../core/settings.ts'
import { mountApprovals } from './approval-routes.ts'
import { Approvals } from './approvals.ts'
import { type Clock, wallIn } from './clock.ts'
import { ContentChecks } from './content-checks.ts'
import type { Database } from './database.ts'
import type { Told } from './explainer-book.ts'

interface Parts {
  readonly database: Database
  readonly clock: Clock
  readonly settings: () => Pick<Settings, 'profile' | 'languages'>
  /** The last good text of an explainer. */
  readonly explainerAt: (path: string) => Explainer | undefined
  /** The same film in all its languages. */
  readonly familyOf: (path: string) => readonly Told[]
}

type Around = Pick<Parameters<typeof mountApprovals>[1], 'assets' | 'answers' | 'onChange' | 'onWithdrawn'>

export interface Checking {
  readonly checks: ContentChecks
  readonly mount: (app: Hono, around: Around) => void
}

export function openChecking({ database, clock, settings, explainerAt, familyOf }: Parts): Checking {
  const approvals = new Approvals(database)
  const { dateOf: dayOf } = wallIn(clock.zone)
  return {
    checks: new ContentChecks({ approvals, explainerAt, familyOf, settings }),
    mount: (app, around) => mountApprovals(app, { ...around, approvals, explainerAt, clock, dayOf }),
  }
}
