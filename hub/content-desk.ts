/** Changes the content folder for whoever cannot reach it: adds, replaces, deletes, and takes that back. */
import { rm, writeFile } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import type { z } from 'zod'
import { isIgnored } from '../core/asset.ts'
import { type contentBodies, largestUploadBytes } from '../core/content-contract.ts'
import { freeName, insidePath, newPath } from '../core/content-path.ts'
import { editSidecar, largestNoteBytes, parseSidecar } from '../core/sidecar.ts'
import { problemText } from '../core/yaml-document.ts'
import { type Answer, type AnswerBook, type Request, requestOf } from './answer-book.ts'
import { refusal } from './changing.ts'
import { type ContentTree, troubleOf, unknownFile } from './content-tree.ts'
import { keepCopy, moveFile, moveToFree } from './move-file.ts'
import { readOrdinary } from './ordinary-file.ts'
import type { Questions } from './questions.ts'
import type { Trash } from './trash.ts'
import { receiveUpload, refusedAtOnce } from './upload.ts'

type Body<Name extends keyof typeof contentBodies> = z.output<(typeof contentBodies)[Name]>

interface Parts {
  readonly tree: ContentTree
  readonly trash: Trash
  readonly questions: Questions
  readonly answers: AnswerBook
  readonly now: () => number
  /** Whether the disk of the verified copies has so much room. */
  readonly hasRoomFor: (bytes: number) => Promise<boolean>
  /** The file that holds the note of a file, or would hold a new one. */
  readonly noteFileOf: (path: string) => string
  /** Told of what is gone, so that it leaves the screens at once. */
  readonly onGone: (path: string) => void
  /** Judges one file anew; all of them when nobody says which. @returns how many were seen */
  readonly lookAgain: (path?: string) => Promise<number>
  /** Told when what the pages show of the files has changed. */
  readonly onChange: () => void
}

export interface Upload {
  readonly source: Readable
  readonly bytes: number | undefined
  readonly largestBytes?: number
  /** `new`: nothing is replaced; `free`: a number is added to a name that is taken. */
  readonly place: 'any' | 'new' | 'free'
}

export class ContentDesk {
  readonly #parts: Parts
  #last: Promise<unknown> = Promise.resolve()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** @param key of the press; absent for uploads that nobody repeats */
  async put(
    sent: string,
    { source, bytes, largestBytes = largestUploadBytes, place }: Upload,
    key?: string,
  ): Promise<Answer> {
    const { tree, answers } = this.#parts
    const verdict = await this.#placeFor(sent)
    if (!verdict.ok) return refusal(422, 'name', verdict.message)
    const wanted = verdict.path
    const receiving = { source, bytes, largestBytes, hasRoomFor: (more: number) => this.#hasRoomFor(more) }
    // A repeated press is answered as the first one was, and that file is there by now.
    const isRepeated = key !== undefined && answers.find({ key, digest: '' }) !== undefined
    if (!isRepeated) {
      if (place === 'new' && (await tree.has(wanted))) return exists
      const refused = (await tree.trouble()) ?? (await refusedAtOnce(receiving))
      if (refused !== undefined) return refused
    }
    const aside = tree.aside()
    try {
      const received = await receiveUpload(aside, receiving)
      if (!received.ok) return received.refused
      const request = key === undefined ? undefined : requestOf(key, `PUT ${wanted}`, { hash: received.hash, place })
      return await this.once(request, () => this.#settle(wanted, aside, received.bytes, place))
    } catch (cause) {
      const trouble = troubleOf(cause)
      if (trouble === undefined) throw cause
      return trouble
    } finally {
      await rm(aside, { force: true })
    }
  }

  async remove(sent: string, key: string): Promise<Answer> {
    const { tree, trash, questions, onGone, now } = this.#parts
    const verdict = insidePath(sent)
    if (!verdict.ok) return refusal(422, 'name', verdict.message)
    const { path } = verdict
    return this.once(requestOf(key, `DELETE ${path}`, {}), async () => {
      const refused = await tree.refusalFor(path, 'file')
      if (refused !== undefined) return refused
      const undo = await trash.take({ path, files: [path, ...(await tree.besides(path))] }, now())
      questions.forget(path)
      onGone(path)
      return done({ path, undo })
    })
  }

  async replace({ path, by }: Body<'replace'>, request: Request): Promise<Answer> {
    const { tree, trash, questions, onGone, now } = this.#parts
    return this.once(request, async () => {
      for (const each of [path, by]) {
        const refused = inside(each) ?? (await tree.refusalFor(each, 'file'))
        if (refused !== undefined) return refused
      }
      if (path === by) return refusal(422, 'same-file', 'A file cannot take its own place.')
      const files = [path, ...(await tree.besides(by))]
      const undo = await trash.take({ path, replacedBy: { path: by }, files }, now(), () =>
        moveFile(tree.at(by), tree.at(path)),
      )
      questions.forget(by)
      onGone(by)
      return done({ path, undo })
    })
  }

  async undo({ undo }: Body<'undo'>, request: Request): Promise<Answer> {
    const { tree, trash, now } = this.#parts
    return this.once(request, async () => {
      const entry = trash.find(undo)
      if (entry === undefined) {
        return refusal(404, 'unknown-undo', 'This cannot be brought back any more, or has been already.')
      }
      const { path, replacedBy } = entry
      const held = await trash.held(undo)
      const back = replacedBy === undefined ? held : held.filter((file) => file !== path)
      for (const each of [...back, ...(replacedBy?.path === undefined ? [] : [replacedBy.path])]) {
        if (await tree.has(each)) {
          return refusal(409, 'taken', `There is another file called "${each}" now. Rename or delete that one first.`)
        }
      }
      const refused = await tree.refusalFor(path, 'folder')
      if (refused !== undefined) return refused
      if (replacedBy !== undefined && (await tree.has(path))) {
        // The one that had taken its place goes back to its own name, or becomes what can be brought back.
        if (replacedBy.path === undefined) await trash.take({ path, replacedBy: {}, files: [path] }, now())
        else await keepCopy(tree.at(path), tree.at(replacedBy.path))
      }
      await trash.restore(undo)
      return done({ path })
    })
  }

  async answer(code: 'new-version' | 'plays-silently', sent: string, request: Request): Promise<Answer> {
    return this.once(request, async () => {
      const refused = inside(sent) ?? ((await this.#parts.tree.has(sent)) ? undefined : unknownFile)
      if (refused !== undefined) return refused
      this.#parts.questions.answer(sent, code)
      return done({})
    })
  }

  async note({ path, changes }: Body<'note'>, request: Request): Promise<Answer> {
    const { tree } = this.#parts
    return this.once(request, async () => {
      const refused = inside(path) ?? (await tree.refusalFor(path, 'file'))
      if (refused !== undefined) return refused
      const file = this.#parts.noteFileOf(path)
      const odd = await tree.refusalFor(file, 'folder')
      if (odd !== undefined) return odd
      const before = (await tree.has(file)) ? await readOrdinary(tree.at(file), largestNoteBytes) : undefined
      if (before !== undefined && problemIn(before) !== undefined) {
        const message = `The note beside the file cannot be understood (${problemIn(before)}). Mend it in the folder first.`
        return refusal(409, 'note-broken', message)
      }
      const text = editSidecar(before, changes)
      const problem = problemIn(text)
      if (problem !== undefined) return refusal(422, 'bad-note', problem)
      const aside = tree.aside()
      try {
        await writeFile(aside, text, { flag: 'wx', flush: true })
        await moveFile(aside, tree.at(file))
      } finally {
        await rm(aside, { force: true })
      }
      return done({})
    })
  }

  async rescan({ path }: Body<'rescan'>, request: Request): Promise<Answer> {
    return this.once(request, async () => {
      const { tree, lookAgain } = this.#parts
      const refused =
        path === undefined ? await tree.trouble() : (inside(path) ?? (await tree.refusalFor(path, 'file')))
      if (refused !== undefined) return refused
      return path !== undefined && isIgnored(path) ? noContent : done({ files: await lookAgain(path) })
    })
  }

  /** What is there already keeps the name it has, however odd; something new gets one that everybody can open. */
  async #placeFor(sent: string) {
    const there = insidePath(sent)
    return there.ok && (await this.#parts.tree.has(sent)) ? there : newPath(sent)
  }

  async #settle(wanted: string, aside: string, bytes: number, place: Upload['place']): Promise<Answer> {
    const { tree, trash, now } = this.#parts
    const refused = await tree.refusalFor(wanted, 'folder')
    if (refused !== undefined) return refused
    if (place === 'any' && (await tree.has(wanted))) {
      const undo = await trash.take({ path: wanted, replacedBy: {}, files: [wanted] }, now(), () =>
        moveFile(aside, tree.at(wanted)),
      )
      return done({ path: wanted, bytes, undo })
    }
    const taken = new Set<string>()
    for (;;) {
      const path = freeName(wanted, (name) => taken.has(name))
      if (await moveToFree(aside, tree.at(path))) return { status: 201, body: { path, bytes } }
      if (place !== 'free') return exists
      taken.add(path)
    }
  }

  /** One change after the other, each once: the same press again is answered as it was. */
  once(request: Request | undefined, act: () => Promise<Answer>): Promise<Answer> {
    const { answers, now, onChange } = this.#parts
    const turn = this.#last.then(async () => {
      const known = request === undefined ? undefined : answers.find(request)
      if (known !== undefined) return known
      const answer = await act().catch((cause) => {
        const trouble = troubleOf(cause)
        if (trouble === undefined) throw cause
        return trouble
      })
      if (request !== undefined) answers.keep(request, answer, now())
      onChange()
      return answer
    })
    this.#last = turn.catch(() => {})
    return turn
  }

  /** In the content folder, and again among the verified copies. */
  async #hasRoomFor(bytes: number): Promise<boolean> {
    return (await this.#parts.tree.hasRoomFor(bytes)) && this.#parts.hasRoomFor(2 * bytes)
  }
}

/** What is wrong with a note first of all. */
function problemIn(text: string): string | undefined {
  const parsed = parseSidecar(text)
  const [first] = parsed.ok ? [] : parsed.problems
  return first === undefined ? undefined : problemText(first)
}

function inside(sent: string): Answer | undefined {
  const verdict = insidePath(sent)
  return verdict.ok ? undefined : refusal(422, 'name', verdict.message)
}

const done = (body: object): Answer => ({ status: 200, body })
const noContent = refusal(409, 'no-content', 'A file of this name is never shown: there is nothing to look at.')
const exists = refusal(409, 'exists', 'There is a file of this name already. Nothing was replaced.')
