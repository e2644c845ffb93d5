/** Checking a film for the words that were read, and taking that back, as the screens hear of it. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import type { ExplainerTexts } from '../../core/approval-contract.ts'
import { parseExplainer } from '../../core/explainer.ts'
import { AnswerBook } from '../../hub/answer-book.ts'
import { mountApprovals } from '../../hub/approval-routes.ts'
import { Approvals } from '../../hub/approvals.ts'
import { openDatabase } from '../../hub/database.ts'

const text = '---\ntitle: Laser\ntemplate: procedure\nkind: treatment\n---\n\n## One\n\nWe look at your skin.\n'

test('whoever read other words than the film has by now does not sign for them', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'anteroom-approvals-'))
  const database = openDatabase(path.join(folder, 'anteroom.sqlite'))
  const explainerOf = (words: string) => {
    const parsed = parseExplainer(words, 'laser.md')
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
    return parsed.explainer
  }
  let explainer = explainerOf(text)
  const approvals = new Approvals(database)
  const app = new Hono()
  mountApprovals(app, {
    ...{ approvals, explainerAt: () => explainer, assets: () => [] },
    ...{ answers: new AnswerBook(database), dayOf: () => '2026-11-21', onChange: () => {} },
    clock: { now: () => 0, zone: 'Europe/Berlin', isTrusted: () => true },
  })
  const read = async () => {
    const { explainers } = (await (await app.request('/api/explainers?path=laser.md')).json()) as ExplainerTexts
    return explainers[0]?.words
  }
  const check = (words: string | undefined) => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() }
    const body = JSON.stringify({ path: 'laser.md', by: 'Dr L', on: '2026-11-20', words })
    return app.request('/api/approvals', { method: 'PUT', headers, body })
  }
  const words = await read()
  explainer = explainerOf(text.replace('We look', 'We do not look'))
  const refused = await check(words)
  expect([refused.status, await refused.json()]).toMatchObject([409, { reason: 'other-film' }])
  expect(approvals.of('laser.md', explainer)).toBeUndefined()
  expect((await check(await read())).status).toBe(200)
  expect(approvals.of('laser.md', explainer)).toEqual({ by: 'Dr L', on: '2026-11-20' })
  database.close()
  rmSync(folder, { recursive: true })
})

test('a check that is taken back is told to the screens before anything else, and once', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'anteroom-approvals-'))
  const database = openDatabase(path.join(folder, 'anteroom.sqlite'))
  const parsed = parseExplainer(text, 'laser.md')
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const approvals = new Approvals(database)
  approvals.note('laser.md', parsed.explainer, { by: 'Dr L', on: '2026-11-20' }, 0)
  const told: string[] = []
  const app = new Hono()
  mountApprovals(app, {
    ...{ approvals, explainerAt: () => parsed.explainer, assets: () => [] },
    ...{ answers: new AnswerBook(database), dayOf: () => '2026-11-21' },
    onChange: () => told.push('changed'),
    onWithdrawn: () => told.push('withdrawn'),
    clock: { now: () => 0, zone: 'Europe/Berlin', isTrusted: () => true },
  })
  const headers = { 'content-type': 'application/json', 'idempotency-key': 'one-press' }
  const takeBack = () =>
    app.request('/api/approvals', { method: 'DELETE', headers, body: JSON.stringify({ path: 'laser.md' }) })
  expect([(await takeBack()).status, (await takeBack()).status]).toEqual([200, 200])
  expect(told).toEqual(['withdrawn', 'changed'])
  database.close()
  rmSync(folder, { recursive: true })
})
