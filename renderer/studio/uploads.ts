/** Files on their way to the hub: two at a time, each with its progress, its way out and its second try. */
import { randomId } from '../shared/press.ts'

export type UploadState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'sending'; readonly sent: number; readonly perSecond: number | undefined }
  | { readonly kind: 'done'; readonly path: string; readonly undo: string | undefined }
  /** `isWorthRetrying`: the way was broken, not the file. */
  | { readonly kind: 'failed'; readonly message: string; readonly isWorthRetrying: boolean }

export interface Upload {
  readonly id: string
  readonly file: File
  /** Where to, below the content folder. */
  readonly path: string
  /** What happens to a file of that name. */
  readonly place: 'new' | 'replace'
  readonly state: UploadState
}

export interface Wish extends Pick<Upload, 'file' | 'path' | 'place'> {
  /** Told when it has arrived. */
  readonly onDone?: (path: string, undo: string | undefined) => void
}

interface Running extends Wish {
  readonly id: string
  /** Stays the same until there is an answer: what arrived, but was not answered, is not added twice. */
  key: string
  request?: XMLHttpRequest
  state: UploadState
}

const mostAtOnce = 2
const speedOverMs = 4_000
const lost = 'The connection was lost. Nothing was changed.'

export class Uploads {
  readonly #all: Running[] = []
  readonly #listeners = new Set<() => void>()
  #snapshot: readonly Upload[] = []

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  list = (): readonly Upload[] => this.#snapshot

  add(wishes: readonly Wish[]): void {
    for (const wish of wishes) {
      this.#all.push({ ...wish, id: randomId(), key: randomId(), state: { kind: 'waiting' } })
    }
    this.#next()
  }

  cancel(id: string): void {
    const upload = this.#take(id)
    upload?.request?.abort()
    this.#next()
  }

  retry(id: string): void {
    const upload = this.#all.find((one) => one.id === id)
    if (upload?.state.kind === 'failed') upload.state = { kind: 'waiting' }
    this.#next()
  }

  /** Forgets what has arrived or cannot. */
  clear(): void {
    for (const { id, state } of [...this.#all]) if (state.kind === 'done' || state.kind === 'failed') this.#take(id)
    this.#changed()
  }

  #take(id: string): Running | undefined {
    const at = this.#all.findIndex((one) => one.id === id)
    return at < 0 ? undefined : this.#all.splice(at, 1)[0]
  }

  #next(): void {
    let running = this.#all.filter(({ state }) => state.kind === 'sending').length
    for (const upload of this.#all) {
      if (upload.state.kind !== 'waiting' || running >= mostAtOnce) continue
      running += 1
      this.#send(upload)
    }
    this.#changed()
  }

  #send(upload: Running): void {
    const request = new XMLHttpRequest()
    upload.request = request
    upload.state = { kind: 'sending', sent: 0, perSecond: undefined }
    const speed = speedometer()
    request.open('PUT', `/api/content/${upload.path.split('/').map(encodeURIComponent).join('/')}`)
    request.setRequestHeader('Idempotency-Key', upload.key)
    if (upload.place === 'new') request.setRequestHeader('If-None-Match', '*')
    request.upload.onprogress = ({ loaded }) => {
      upload.state = { kind: 'sending', sent: loaded, perSecond: speed(loaded) }
      this.#changed()
    }
    const settle = (state: UploadState) => {
      upload.state = state
      if (state.kind === 'done') upload.onDone?.(state.path, state.undo)
      this.#next()
    }
    request.onload = () => {
      upload.key = randomId()
      settle(outcome(request))
    }
    request.onerror = () => settle({ kind: 'failed', message: lost, isWorthRetrying: true })
    // fetch() cannot tell how much has been sent.
    request.send(upload.file)
  }

  #changed(): void {
    this.#snapshot = this.#all.map(({ id, file, path, place, state }) => ({ id, file, path, place, state }))
    for (const listener of this.#listeners) listener()
  }
}

function outcome({ status, responseText }: XMLHttpRequest): UploadState {
  try {
    const body = JSON.parse(responseText) as {
      readonly path?: string
      readonly undo?: string
      readonly message?: string
    }
    if (status < 300 && body.path !== undefined) return { kind: 'done', path: body.path, undo: body.undo }
    const isWorthRetrying = status >= 500 || status === 408 || status === 400
    return { kind: 'failed', message: body.message ?? lost, isWorthRetrying }
  } catch {
    return { kind: 'failed', message: lost, isWorthRetrying: true }
  }
}

/** @returns bytes a second over the last seconds, from what has been sent so far */
function speedometer(): (sent: number) => number | undefined {
  const marks: { readonly at: number; readonly sent: number }[] = [{ at: performance.now(), sent: 0 }]
  return (sent) => {
    const now = performance.now()
    marks.push({ at: now, sent })
    while (marks.length > 2 && now - (marks[0]?.at ?? now) > speedOverMs) marks.shift()
    const first = marks[0]
    return first === undefined || now - first.at < 500 ? undefined : ((sent - first.sent) / (now - first.at)) * 1_000
  }
}
