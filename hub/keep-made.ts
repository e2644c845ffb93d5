/** Puts what an intake worker has made into the store. */
import type { StoredMedia } from '../core/asset.ts'
import type { MadeFile } from './intake-worker/messages.ts'
import type { Store } from './store.ts'

export async function keepMade(store: Store, { file, poster, ...measured }: MadeFile): Promise<StoredMedia> {
  const posterFile = `${poster.hash}.jpg`
  await store.keep([
    { file, as: `${measured.hash}.${measured.extension}` },
    { file: poster.file, as: posterFile },
  ])
  return { ...measured, poster: posterFile }
}
