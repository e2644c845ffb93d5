/** Tells every desk what was arranged with somebody; what does not work is said at the foot of the page. */
import type { ArrangedBody } from '../../core/arranged.ts'
import { deliver } from '../shared/press.ts'
import type { Presses } from '../shared/presses.ts'

/** @returns whether it is noted */
export async function arrange({ say }: Pick<Presses, 'say'>, arranged: ArrangedBody): Promise<boolean> {
  const delivered = await deliver('/api/arranged', { body: JSON.stringify(arranged) })
  if (delivered.kind === 'done') return true
  const text = delivered.kind === 'refused' ? delivered.message : 'Anteroom did not answer: not noted.'
  say({ tone: 'wrong', text })
  return false
}
