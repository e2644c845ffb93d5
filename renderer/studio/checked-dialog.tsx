/** The form "Checked by … on …": whoever is entered here has read the film and says that it is right. */
import { type FormEvent, type ReactElement, useEffect, useState } from 'react'
import type { z } from 'zod'
import type { Approval } from '../../core/approval.ts'
import type { approvalAnswer, approvalBody, ExplainerTexts } from '../../core/approval-contract.ts'
import type { Asset } from '../../core/asset.ts'
import { Action } from '../shared/action.tsx'
import { ask } from '../shared/ask.ts'
import { Dialog } from '../shared/dialog.tsx'
import { deliver } from '../shared/press.ts'
import { type Changes, takenBackBy } from './changes.ts'
import { printAddress, titleOfAsset } from './words.ts'

type Answer = z.output<typeof approvalAnswer>

const unanswered = 'Anteroom did not answer, so it is not known whether this was done.'
const lastKey = 'anteroom-checked-by'

interface CheckedState {
  readonly asset: Asset
  /** `2026-11-21`, on the clinic's calendar. */
  readonly today: string
  readonly canPress: boolean
  readonly say: Changes['say']
  readonly onClose: () => void
}

export function CheckedDialog({ asset, today, canPress, say, onClose }: CheckedState): ReactElement {
  const [by, setBy] = useState(() => sessionStorage.getItem(lastKey) ?? '')
  const [on, setOn] = useState(today)
  const [wrong, setWrong] = useState<string>()
  const words = useWords(asset.path, setWrong)
  const title = titleOfAsset(asset)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const body: z.input<typeof approvalBody> = {
      ...{ path: asset.path, by, on, words },
      ...(asset.hash === undefined ? {} : { film: asset.hash }),
    }
    const delivered = await deliver<Answer>('/api/approvals', { method: 'PUT', body: JSON.stringify(body) })
    if (delivered.kind !== 'done') {
      setWrong(delivered.kind === 'refused' ? delivered.message : unanswered)
      return
    }
    sessionStorage.setItem(lastKey, by)
    const { before, words: checked } = delivered.answer
    say(
      'done',
      `${title} is checked: it plays.`,
      takenBackBy(() => putBack({ asset, wanted: before, words: checked }, say)),
    )
    onClose()
  }
  return (
    <Dialog title="Checked by a clinician" onClose={onClose}>
      <p>
        <strong className="named">{title}</strong> tells patients about a treatment or an offer. Whoever may say so
        reads it first; then it plays, until its text changes.
      </p>
      {asset.media === undefined ? (
        <p>
          Its film is still being made. <a href={printAddress(asset)}>Read its text</a> as a sheet.
        </p>
      ) : (
        <>
          <video className="checked-film" src={`/media/${asset.media}`} controls muted playsInline preload="metadata" />
          <p>
            Or <a href={printAddress(asset)}>read its text</a> as a sheet.
          </p>
        </>
      )}
      <form className="checked-form" onSubmit={(event) => void send(event)}>
        <label>
          <span>Checked by</span>
          <input
            type="text"
            dir="auto"
            required
            maxLength={80}
            placeholder="Dr L. Okafor"
            value={by}
            onChange={({ target }) => setBy(target.value)}
          />
        </label>
        <label>
          <span>On</span>
          <input type="date" required max={today} value={on} onChange={({ target }) => setOn(target.value)} />
        </label>
        {wrong !== undefined && <p role="alert">{wrong}</p>}
        <div className="dialog-actions">
          <Action onPress={onClose}>Cancel</Action>
          <button type="submit" className="action action-first" disabled={!canPress || words === undefined}>
            It is right: let it play
          </button>
        </div>
      </form>
    </Dialog>
  )
}

/** What the film says now, by its digest: whoever reads it for minutes must not sign for what somebody else saves meanwhile. */
function useWords(path: string, onFail: (message: string) => void): string | undefined {
  const [words, setWords] = useState<string>()
  // Once, when the dialog opens: that is what is read.
  useEffect(() => {
    ask<ExplainerTexts>(`/api/explainers?path=${encodeURIComponent(path)}`).then(
      ({ explainers }) => setWords(explainers[0]?.words),
      () => onFail('Its text cannot be fetched at the moment. Close this, and try again.'),
    )
  }, [path, onFail])
  return words
}

/** Takes a check back, from the preview of a film. */
export async function withdrawCheck(asset: Asset, say: Changes['say']): Promise<void> {
  await putBack({ asset, wanted: null }, say, ({ before, words }) =>
    takenBackBy(() => putBack({ asset, wanted: before, words }, say)),
  )
}

interface Step {
  readonly asset: Asset
  readonly wanted: Approval | null
  /** Of the text that it was noted for. */
  readonly words?: string
}

/** @param undoOf how what was there before comes back */
async function putBack(
  { asset, wanted, words }: Step,
  say: Changes['say'],
  undoOf?: (answer: Answer) => string,
): Promise<void> {
  const { path } = asset
  const title = titleOfAsset(asset)
  const body = JSON.stringify(wanted === null ? { path } : { path, ...wanted, words })
  const delivered = await deliver<Answer>('/api/approvals', { method: wanted === null ? 'DELETE' : 'PUT', body })
  if (delivered.kind !== 'done') return say('wrong', delivered.kind === 'refused' ? delivered.message : unanswered)
  const said = wanted === null ? `${title} waits to be checked again.` : `${title} is checked by ${wanted.by}.`
  say('done', said, undoOf?.(delivered.answer))
}
