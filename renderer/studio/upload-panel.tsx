/** The files on their way, in a corner of the page: how far, how fast, and the way out of each. */
import { type ReactElement, useEffect, useSyncExternalStore } from 'react'
import { Icon } from './icons.tsx'
import type { Upload, Uploads } from './uploads.ts'
import { bytesOf, count, leftOf } from './words.ts'

const closesAfterMs = 8_000

export function UploadPanel({ uploads }: { readonly uploads: Uploads }): ReactElement | null {
  const list = useSyncExternalStore(uploads.subscribe, uploads.list)
  const isOver = list.length > 0 && list.every(({ state }) => state.kind === 'done')
  useEffect(() => {
    if (!isOver) return
    const timer = setTimeout(() => uploads.clear(), closesAfterMs)
    return () => clearTimeout(timer)
  }, [isOver, uploads])
  if (list.length === 0) return null
  const done = list.filter(({ state }) => state.kind === 'done').length
  const failed = list.filter(({ state }) => state.kind === 'failed').length
  const isSettled = done + failed === list.length
  const title = !isSettled
    ? `Adding ${Math.min(done + failed + 1, list.length)} of ${list.length}`
    : failed === 0
      ? `${count(done, 'file', 'files')} ${list.every(({ place }) => place === 'replace') ? 'replaced' : 'added'}`
      : `${done} added, ${failed} not`
  return (
    <section className="uploads" aria-labelledby="uploads">
      <header>
        <h2 id="uploads">{title}</h2>
        {isSettled && (
          <button type="button" className="icon-button" aria-label="Close the list" onClick={() => uploads.clear()}>
            <Icon name="close" />
          </button>
        )}
      </header>
      <ul>
        {list.map((upload) => (
          <UploadRow key={upload.id} upload={upload} uploads={uploads} />
        ))}
      </ul>
    </section>
  )
}

function UploadRow({ upload, uploads }: { readonly upload: Upload; readonly uploads: Uploads }): ReactElement {
  const { id, path, file, state } = upload
  return (
    <li className="upload" data-state={state.kind}>
      <div className="upload-words">
        <p className="upload-name">{path}</p>
        <p className="upload-state">{wordsOf(upload)}</p>
        {state.kind === 'sending' && (
          <progress value={file.size === 0 ? 1 : state.sent / file.size} aria-label={`Sending ${path}`} />
        )}
      </div>
      {state.kind === 'failed' && state.isWorthRetrying && (
        <button
          type="button"
          className="icon-button"
          aria-label={`Send ${path} again`}
          onClick={() => uploads.retry(id)}
        >
          <Icon name="retry" />
        </button>
      )}
      {state.kind === 'done' ? (
        <span className="upload-done">
          <Icon name="check" />
        </span>
      ) : (
        <button
          type="button"
          className="icon-button"
          aria-label={state.kind === 'failed' ? `Forget ${path}` : `Cancel ${path}`}
          onClick={() => uploads.cancel(id)}
        >
          <Icon name="close" />
        </button>
      )}
    </li>
  )
}

function wordsOf({ state, place, file: { size: bytes } }: Upload): string {
  switch (state.kind) {
    case 'waiting':
      return 'Waits for its turn'
    case 'sending': {
      const { sent, perSecond } = state
      if (sent >= bytes) return 'Arriving …'
      const speed = perSecond === undefined ? '' : ` · ${bytesOf(perSecond)}/s`
      const left =
        perSecond === undefined || perSecond === 0 ? '' : ` · ${leftOf(((bytes - sent) / perSecond) * 1_000)}`
      return `${bytesOf(sent)} of ${bytesOf(bytes)}${speed}${left}`
    }
    case 'done':
      return place === 'replace' ? 'Replaced' : 'Added'
    case 'failed':
      return state.message
  }
}
