/** The addresses under which the text of an explainer is read and saved: never over a change that nobody has seen. */
import { createHash } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import type { Hono } from 'hono'
import { type Asset, isMarkdown } from '../core/asset.ts'
import { insidePath, newPath } from '../core/content-path.ts'
import { parseExplainer } from '../core/explainer.ts'
import {
  type ChangedMeanwhile,
  type ExplainerSaved,
  type ExplainerSource,
  explainerBody,
} from '../core/explainer-contract.ts'
import type { FilmEntry } from '../core/film-contract.ts'
import type { Answer } from './answer-book.ts'
import { changing, limitedTo, readKey, refusal, said } from './changing.ts'
import type { ContentDesk } from './content-desk.ts'
import { type ContentTree, troubleOf } from './content-tree.ts'
import { codeOf } from './fault.ts'
import { moveFile, moveToFree } from './move-file.ts'
import { readOrdinary } from './ordinary-file.ts'
import { sentBelow } from './sent-path.ts'

interface Parts {
  readonly tree: ContentTree
  readonly desk: Pick<ContentDesk, 'once' | 'remove'>
  readonly assets: () => readonly Asset[]
  readonly films: () => readonly FilmEntry[]
  /** Whether what is told of a film is about this very text. */
  readonly hasTaken: (path: string, text: string) => boolean
  /** Judges a file anew: a share says nothing when a file on it changes. */
  readonly lookAgain: (path: string) => Promise<number>
}

const base = '/api/explainers/'
/** What is read into a form; a file of this kind is never so large. */
const longestBytes = 1_000_000
/** 65,536 signs, each of which may take six bytes in JSON. */
const limitText = limitedTo(400)

export function mountExplainers(app: Hono, { tree, desk, assets, films, hasTaken, lookAgain }: Parts): void {
  /** What is there keeps the name it has; a new one gets a name that everybody can open. */
  const placeFor = async (sent: string): Promise<{ readonly path: string } | { readonly refused: Answer }> => {
    const there = insidePath(sent)
    const verdict = there.ok && (await tree.has(sent)) ? there : newPath(sent)
    if (!verdict.ok) return { refused: refusal(422, 'name', verdict.message) }
    return isMarkdown(verdict.path) ? verdict : { refused: noMarkdown }
  }

  app.get(`${base}*`, async (context, next) => {
    const sent = sentBelow(base, context)
    // Captions of a film have an address below its own.
    if (sent === undefined || !isMarkdown(sent)) return next()
    const place = await placeFor(sent)
    if ('refused' in place) return said(context, place.refused)
    const { path } = place
    const refused = await tree.refusalFor(path, 'file')
    if (refused !== undefined) return said(context, refused)
    try {
      const text = await readOrdinary(tree.at(path), longestBytes)
      const parsed = parseExplainer(text, path)
      const isHere = (one: { readonly path: string }) => one.path === path
      const film = hasTaken(path, text) ? filmOf(assets().find(isHere), films().find(isHere)) : undefined
      const body: ExplainerSource = {
        ...{ path, text, version: versionOf(text) },
        problems: parsed.ok ? [] : [...parsed.problems],
        ...(film === undefined ? {} : { film }),
      }
      return said(context, { status: 200, body })
    } catch (cause) {
      const trouble = troubleOf(cause)
      if (trouble === undefined) throw cause
      return said(context, trouble)
    }
  })

  app.put(`${base}*`, limitText, async (context, next) => {
    const sent = sentBelow(base, context)
    if (sent === undefined) return next()
    return changing(context, explainerBody, async ({ text, version }, request) => {
      const place = await placeFor(sent)
      if ('refused' in place) return place.refused
      const { path } = place
      const answer = await desk.once(request, async () => {
        const refused = (await tree.refusalFor(path, 'folder')) ?? (await roomFor(tree, text))
        if (refused !== undefined) return refused
        const before = await textAt(tree, path)
        if ((before === null ? null : versionOf(before)) !== version) return conflict(before)
        return (await write(tree, path, text, before === null)) ? saved(path, text) : conflict(before)
      })
      if (answer.status === 200) await lookAgain(path)
      return answer
    })
  })

  app.delete(`${base}*`, async (context, next) => {
    const sent = sentBelow(base, context)
    if (sent === undefined) return next()
    const key = readKey(context)
    if (typeof key !== 'string') return said(context, key.refused)
    return said(context, isMarkdown(sent) ? await desk.remove(sent, key) : noMarkdown)
  })
}

const textAt = (tree: ContentTree, path: string): Promise<string | null> =>
  readOrdinary(tree.at(path), longestBytes).catch((cause) => {
    if (codeOf(cause) === 'ENOENT') return null
    throw cause
  })

/** @param isNew nothing may be there @returns whether it was written */
async function write(tree: ContentTree, path: string, text: string, isNew: boolean): Promise<boolean> {
  const aside = tree.aside()
  try {
    await writeFile(aside, text, { flag: 'wx', flush: true })
    if (isNew) return await moveToFree(aside, tree.at(path))
    await moveFile(aside, tree.at(path))
    return true
  } finally {
    await rm(aside, { force: true })
  }
}

async function roomFor(tree: ContentTree, text: string): Promise<Answer | undefined> {
  return (await tree.hasRoomFor(2 * text.length)) ? undefined : noSpace
}

function filmOf(asset: Asset | undefined, making: FilmEntry | undefined): ExplainerSource['film'] {
  if (asset === undefined) return undefined
  const { state, reason, notices, approval } = asset
  return {
    ...{ state, notices },
    ...(reason === undefined ? {} : { reason }),
    ...(approval === undefined ? {} : { approval }),
    ...(making?.position === undefined ? {} : { making }),
  }
}

const versionOf = (text: string): string => createHash('sha256').update(text).digest('hex')

function saved(path: string, text: string): Answer {
  return { status: 200, body: { path, version: versionOf(text) } satisfies ExplainerSaved }
}

function conflict(text: string | null): Answer {
  const message =
    text === null
      ? 'The file is gone from the folder. Save it again under a name, or leave it.'
      : 'Somebody has changed this file meanwhile. Nothing was saved: look at both versions and choose.'
  const version = text === null ? null : versionOf(text)
  return { status: 409, body: { reason: 'changed-meanwhile', message, text, version } satisfies ChangedMeanwhile }
}

const noMarkdown = refusal(422, 'name', 'The text of a film is a file whose name ends in ".md".')
const noSpace = refusal(507, 'no-space', 'The disk is full. Nothing was changed.')
