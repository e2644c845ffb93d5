/** Several files leave the folder as one: all of them or none, and they come back together. */
import type { z } from 'zod'
import type { contentAnswers } from '../../core/content-contract.ts'
import { type Delivered, deliver } from '../shared/press.ts'

export type Deletion =
  /** By these names the hub brings them back. */
  { readonly kind: 'done'; readonly undos: readonly string[] } | { readonly kind: 'refused'; readonly message: string }

const unknown = 'Anteroom did not answer, so it is not known whether this was done.'

/** @param paths one that is no longer there is deleted already */
export async function deleteAll(paths: readonly string[]): Promise<Deletion> {
  const undos: string[] = []
  for (const path of paths) {
    const address = `/api/content/${path.split('/').map(encodeURIComponent).join('/')}`
    const delivered = await deliver<z.output<typeof contentAnswers.remove>>(address, { method: 'DELETE' })
    if (delivered.kind === 'done') undos.push(delivered.answer.undo)
    const isThere = delivered.kind !== 'refused' || delivered.reason !== 'unknown-file' || paths.length === 1
    const message = isThere ? troubleIn(delivered) : undefined
    if (message !== undefined) {
      const rest = await bringAllBack(undos)
      return { kind: 'refused', message: rest === undefined ? message : `${message} ${rest}` }
    }
  }
  return { kind: 'done', undos }
}

/** @returns why not all of them are back */
export async function bringAllBack(undos: readonly string[]): Promise<string | undefined> {
  let trouble: string | undefined
  for (const undo of undos) {
    // What one of them stumbles over does not keep the others away.
    const own = troubleIn(await deliver('/api/content/undo', { body: JSON.stringify({ undo }) }))
    trouble ??= own
  }
  return trouble
}

function troubleIn(delivered: Delivered<unknown>): string | undefined {
  switch (delivered.kind) {
    case 'done':
      return undefined
    case 'refused':
      return delivered.message
    case 'unanswered':
      return unknown
  }
}
