/** The desk's tally: what somebody has asked about, who wants to be called back, with one press, and the way back next to it. */
import { type ReactElement, useEffect, useState } from 'react'
import { compareNames, mayPlay } from '../../core/asset.ts'
import { isElsewhere } from '../../core/asset-group.ts'
import type { AssetList } from '../../core/contract.ts'
import type { CallBackKind, CallBackSums } from '../../core/report-contract.ts'
import { Action } from '../shared/action.tsx'
import { Dialog } from '../shared/dialog.tsx'
import { deliver } from '../shared/press.ts'
import { useDesk } from './desk-context.ts'
import './asked-about.css'

const unanswered = 'Anteroom did not answer, so it is not known whether this was counted.'

interface Subject {
  readonly about: { readonly service: string } | { readonly asset: string }
  readonly name: string
}

interface Said {
  readonly text: string
  readonly isWrong: boolean
  /** Takes back what was just counted. */
  readonly undo?: () => Promise<void>
}

/** The button for the head of the page, and what it opens. */
export function AskedMenu(): ReactElement {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Action look="quiet" onPress={() => setOpen(true)}>
        <span className="asked-long">They asked about …</span>
        {/* Beside the booking program there is room for a word. */}
        <span className="asked-short">Asked …</span>
      </Action>
      {isOpen && <AskedDialog onClose={() => setOpen(false)} />}
    </>
  )
}

function AskedDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { clinic, canPress } = useDesk()
  const films = useFilms()
  const [said, say] = useState<Said>()
  const services = clinic.services.map(({ id, name }): Subject => ({ about: { service: id }, name }))
  const count = async ({ about, name }: Subject) => {
    const delivered = await deliver<{ readonly asked: string }>('/api/asked', { body: JSON.stringify(about) })
    if (delivered.kind === 'done')
      say({ text: `Counted: ${name}.`, isWrong: false, undo: () => undo(delivered.answer.asked, name) })
    else say({ text: delivered.kind === 'refused' ? delivered.message : unanswered, isWrong: true })
  }
  const undo = async (asked: string, name: string) => {
    const delivered = await deliver(`/api/asked/${asked}`, { method: 'DELETE' })
    if (delivered.kind === 'done') say({ text: `Taken back: ${name}.`, isWrong: false })
    else say({ text: delivered.kind === 'refused' ? delivered.message : unanswered, isWrong: true })
  }
  const countCallBack = async (what: CallBackKind, by: 1 | -1 = 1) => {
    const body = JSON.stringify({ what, by })
    const delivered = await deliver<CallBackSums>('/api/call-backs', { body })
    if (delivered.kind !== 'done') {
      return say({ text: delivered.kind === 'refused' ? delivered.message : unanswered, isWrong: true })
    }
    const { wanted, returned } = delivered.answer
    const text = `${by === 1 ? 'Counted' : 'Taken back'}. Today ${wanted} wanted to be called back, ${returned} were.`
    say({ text, isWrong: false, ...(by === 1 ? { undo: () => countCallBack(what, -1) } : {}) })
  }
  return (
    <Dialog title="They asked about …" look="wide" onClose={onClose}>
      <p>One press counts one. Nothing is kept of who asked; the reports of the day and the month show the sums.</p>
      <Subjects title="A service" subjects={services} canPress={canPress} onPress={count} />
      <CallBacks canPress={canPress} onPress={countCallBack} />
      {films.length > 0 && <Subjects title="A film" subjects={films} canPress={canPress} onPress={count} />}
      <div className="dialog-actions asked-end">
        <p role="status" data-wrong={said?.isWrong === true}>
          {said?.text}
        </p>
        {said?.undo !== undefined && (
          <Action isOff={!canPress} onPress={() => void said.undo?.()}>
            Undo
          </Action>
        )}
        <Action look="first" onPress={onClose}>
          Done
        </Action>
      </div>
    </Dialog>
  )
}

interface SubjectsState {
  readonly title: string
  readonly subjects: readonly Subject[]
  readonly canPress: boolean
  readonly onPress: (subject: Subject) => Promise<void>
}

function Subjects({ title, subjects, canPress, onPress }: SubjectsState): ReactElement {
  return (
    <section className="asked" aria-label={title}>
      <h3>{title}</h3>
      <div className="asked-choice">
        {subjects.map((subject) => (
          <Action key={JSON.stringify(subject.about)} isOff={!canPress} onPress={() => void onPress(subject)}>
            <bdi>{subject.name}</bdi>
          </Action>
        ))}
      </div>
    </section>
  )
}

interface CallBacksState {
  readonly canPress: boolean
  readonly onPress: (what: CallBackKind) => Promise<void>
}

function CallBacks({ canPress, onPress }: CallBacksState): ReactElement {
  return (
    <section className="asked" aria-label="On the telephone">
      <h3>On the telephone</h3>
      <div className="asked-choice">
        <Action isOff={!canPress} onPress={() => void onPress('wanted')}>
          Wants to be called back
        </Action>
        <Action isOff={!canPress} onPress={() => void onPress('returned')}>
          Was called back
        </Action>
      </div>
    </section>
  )
}

/** What can be asked about: films of this clinic, not every picture on its TV. */
function useFilms(): readonly Subject[] {
  const [films, setFilms] = useState<readonly Subject[]>([])
  useEffect(() => {
    let isOver = false
    fetch('/api/assets')
      .then(async (response) => ((await response.json()) as AssetList).assets)
      .then((assets) => {
        if (isOver) return
        const shown = assets
          .filter(
            (asset) =>
              (asset.kind === 'video' || asset.kind === 'explainer') &&
              asset.state !== 'refused' &&
              mayPlay(asset.path) &&
              !isElsewhere(asset),
          )
          .map(({ id, title, path }): Subject => ({ about: { asset: id }, name: title ?? path }))
        setFilms(shown.toSorted((one, other) => compareNames(one.name, other.name)))
      })
      // Services can be counted without them.
      .catch(() => undefined)
    return () => {
      isOver = true
    }
  }, [])
  return films
}
