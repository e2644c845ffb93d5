/** The words of the calls, one after another: listen, record in the own voice, or leave them to the computer. */
import { type ReactElement, useEffect, useRef, useState } from 'react'
import { languages as knownLanguages } from '../../core/languages.ts'
import type { VoiceWords } from '../../core/tv-contract.ts'
import { Action } from '../shared/action.tsx'
import { SelectField } from '../shared/fields.tsx'
import { randomId } from '../shared/press.ts'
import { type Recording, record } from './recorder.ts'
import './voice.css'

type Word = VoiceWords['words'][number]

const byWords: Readonly<Record<Word['by'], string>> = {
  recorded: 'your voice',
  computer: 'the computer’s voice',
  none: 'nobody yet',
}

export function VoiceWordsList(): ReactElement | null {
  const [all, setAll] = useState<readonly VoiceWords[]>([])
  const [wanted, setWanted] = useState('')
  const [told, setTold] = useState('')
  const [busy, setBusy] = useState<string>()
  const [isListening, setIsListening] = useState(false)
  const recording = useRef<Recording>(undefined)
  const list = useRef<HTMLUListElement>(null)
  const [next, setNext] = useState<number>()
  // The next word is one key away, when its button can be pressed again.
  useEffect(() => {
    if (busy === undefined && next !== undefined) list.current?.children[next]?.querySelector('button')?.focus()
  }, [busy, next])
  useEffect(() => {
    void fetch('/api/voice').then(async (response) => {
      if (response.ok) setAll(((await response.json()) as { languages: readonly VoiceWords[] }).languages)
    })
    return () => recording.current?.stop()
  }, [])
  const shown = all.find(({ language }) => language === wanted) ?? all[0]
  if (shown === undefined) return null
  const { language, words } = shown

  const send = async (clip: string, sent: RequestInit): Promise<boolean> => {
    const address = `/api/recordings/${language}/${encodeURIComponent(clip)}`
    const response = await fetch(address, { ...sent, headers: { 'idempotency-key': randomId() } }).catch(
      () => undefined,
    )
    const body = (await response?.json().catch(() => undefined)) as
      | { languages?: readonly VoiceWords[]; message?: string }
      | undefined
    if (body?.languages !== undefined) setAll(body.languages)
    else setTold(body?.message ?? 'Anteroom does not answer. Try again in a moment.')
    return body?.languages !== undefined
  }
  const take = async ({ clip, text }: Word) => {
    setBusy(clip)
    setTold(`Say “${text}”.`)
    recording.current = record(() => setIsListening(true))
    const heard = await recording.current.done
    recording.current = undefined
    setIsListening(false)
    if (heard.kind === 'refused') setTold(heard.message)
    else if (await send(clip, { method: 'PUT', body: heard.wav })) {
      setTold(`“${text}” is recorded.`)
      await play(heard.wav.buffer.slice(0))
      setNext(words.findIndex((word) => word.clip === clip) + 1)
    }
    setBusy(undefined)
  }
  const listen = async (file: string) => {
    const response = await fetch(`/api/voice/${file}`)
    if (response.ok) await play(await response.arrayBuffer())
  }
  const recorded = words.filter(({ by }) => by === 'recorded').length
  return (
    <details className="voice">
      <summary>
        The voice of the calls: {recorded} of {words.length} words recorded
      </summary>
      <p className="note">
        Where espeak-ng is installed, this computer speaks the calls. Your own voice sounds better: record letters,
        digits and rooms once, in a quiet room. A call that lacks a word is not spoken; the chime sounds all the same.
      </p>
      {all.length > 1 && (
        <SelectField
          label="Language"
          value={language}
          options={all.map((one) => ({
            value: one.language,
            name: knownLanguages.find(({ tag }) => tag === one.language)?.name ?? one.language,
          }))}
          onChange={setWanted}
        />
      )}
      <p className="note voice-told" role="status">
        {told}
      </p>
      <ul ref={list} className="voice-words">
        {words.map((word) => (
          <li key={word.clip} data-by={word.by}>
            <Action
              label={isListening && busy === word.clip ? `Stop recording ${word.text}` : `Record ${word.text}`}
              isOff={busy !== undefined && busy !== word.clip}
              onPress={() => (busy === word.clip ? recording.current?.stop() : void take(word))}
            >
              {busy !== word.clip ? 'Record' : isListening ? 'Stop' : '…'}
            </Action>
            <strong lang={language} dir="auto">
              {word.text}
            </strong>
            <span className="note">{byWords[word.by]}</span>
            {word.file !== undefined && (
              <Action look="quiet" label={`Listen to ${word.text}`} onPress={() => void listen(word.file ?? '')}>
                Listen
              </Action>
            )}
            {word.by === 'recorded' && (
              <Action look="quiet" label={`Remove ${word.text}`} onPress={() => void remove(word)}>
                Remove
              </Action>
            )}
          </li>
        ))}
      </ul>
    </details>
  )

  async function remove({ clip, text }: Word): Promise<void> {
    if (await send(clip, { method: 'DELETE' })) setTold(`Your “${text}” is removed. Record it again at any time.`)
  }
}

async function play(sound: ArrayBuffer): Promise<void> {
  const context = new AudioContext()
  try {
    const source = context.createBufferSource()
    source.buffer = await context.decodeAudioData(sound)
    source.connect(context.destination)
    const ended = new Promise((resolve) => source.addEventListener('ended', resolve, { once: true }))
    source.start()
    // Without a sound card it never ends.
    await Promise.race([
      ended,
      new Promise((resolve) => setTimeout(resolve, source.buffer ? source.buffer.duration * 1_500 : 0)),
    ])
  } catch {
    // A computer without sound records all the same.
  } finally {
    await context.close()
  }
}
