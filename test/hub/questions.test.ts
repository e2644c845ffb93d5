/** What is asked about files: once, of whom it concerns, and quickly. */
import path from 'node:path'
import { expect, test } from 'vitest'
import type { Asset } from '../../core/asset.ts'
import { notice, refusal } from '../../core/remarks.ts'
import { openDatabase } from '../../hub/database.ts'
import { Questions } from '../../hub/questions.ts'
import { makePlace } from '../support/place.ts'

const asset = (name: string, more: Partial<Asset> = {}): Asset => ({
  id: name,
  path: name,
  kind: 'video',
  state: 'ready',
  notices: [],
  ...more,
})
const silent = { notices: [notice('plays-silently')] }

function questionsIn(file: string) {
  const database = openDatabase(file)
  const questions = new Questions(database)
  const about = (...assets: readonly Asset[]) => questions.ask(assets).map(({ question }) => question?.code)
  return { database, questions, about }
}

test('it is asked what is open, and never about what is refused or a draft', () => {
  const place = makePlace()
  const { database, questions, about } = questionsIn(path.join(place.folder, 'a.sqlite'))
  const offer = asset('offer.mp4')
  expect(about(asset('offer (2).mp4'))).toEqual([undefined])
  expect(about(offer, asset('offer (2).mp4'))).toEqual([undefined, 'new-version'])
  const refused = asset('offer (2).mp4', { state: 'refused', reason: refusal('damaged') })
  expect(about(offer, refused, asset('_drafts/a.mp4', silent))).toEqual([undefined, undefined, undefined])
  expect(about(asset('talk.mp4', silent))).toEqual(['plays-silently'])
  const [told] = questions.ask([asset('offer (2).mp4'), offer])
  expect(told?.question).toEqual({ code: 'new-version', of: 'offer.mp4' })
  expect(told?.notices.map(({ code }) => code)).toEqual(['new-version'])
  database.close()
  place.remove()
})

test('an answer holds across restarts, until the file is gone', () => {
  const place = makePlace()
  const file = path.join(place.folder, 'a.sqlite')
  const first = questionsIn(file)
  first.questions.answer('talk.mp4', 'plays-silently')
  expect(first.about(asset('talk.mp4', silent))).toEqual([undefined])
  first.database.close()
  const second = questionsIn(file)
  expect(second.about(asset('talk.mp4', silent))).toEqual([undefined])
  second.questions.forget('talk.mp4')
  expect(second.about(asset('talk.mp4', silent))).toEqual(['plays-silently'])
  second.database.close()
  place.remove()
})

test('an answer is about one film: another one of its name is asked about, whoever put it there and however', () => {
  const place = makePlace()
  const file = path.join(place.folder, 'a.sqlite')
  const first = questionsIn(file)
  const talk = (source: string) => asset('talk.mp4', { ...silent, source })
  expect(first.about(talk('one'))).toEqual(['plays-silently'])
  first.questions.answer('talk.mp4', 'plays-silently')
  expect(first.about(talk('one'))).toEqual([undefined])
  expect(first.about(talk('two'))).toEqual(['plays-silently'])
  // Answered before anybody knew its bytes: it holds for the first that come.
  first.questions.answer('offer (2).mp4', 'new-version')
  const offer = (source: string) => first.about(asset('offer.mp4'), asset('offer (2).mp4', { source }))[1]
  expect([offer('three'), offer('four')]).toEqual([undefined, 'new-version'])
  first.database.close()
  const second = questionsIn(file)
  expect([second.about(talk('one')), second.about(talk('two'))]).toEqual([[undefined], ['plays-silently']])
  second.database.close()
  place.remove()
})

test('what has not changed is the same object, so that nobody writes it out anew', () => {
  const place = makePlace()
  const { database, questions } = questionsIn(path.join(place.folder, 'a.sqlite'))
  const [one, two, three] = [asset('talk.mp4', silent), asset('b.mp4'), asset('c.mp4')]
  const list = [one, two]
  const before = questions.ask(list)
  expect(questions.ask(list)).toBe(before)
  const after = questions.ask([one, two])
  expect([after[0] === before[0], after[1] === two]).toEqual([true, true])
  expect(questions.ask([one, two, three])[1]).toBe(two)
  database.close()
  place.remove()
})
