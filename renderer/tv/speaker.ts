/** What is heard of a call: the chime, then code and room word by word; films step back meanwhile. Silent without a sound card. */
import type { Call } from '../../core/queue-contract.ts'
import { type Utterance, utterancesFor } from '../../core/speech.ts'
import type { TvSnapshot } from '../../core/tv-contract.ts'
import { msOf } from '../shared/clock.ts'
import { chimeInto } from './chime.ts'
import type { FilmSound } from './sound.ts'

/** Seconds: after the chime, between two words, and between two times. */
const pauses = { chime: 0.1, word: 0.04, again: 0.45 } as const
/** A test of the chime that was wanted longer ago is not heard any more. */
const freshMs = 5_000
/** As espeak-ng speaks. */
const clipHertz = 22_050
const mostNoted = 200

/** One sound and when it is heard, on the clock of the audio context. */
export interface Sounding {
  readonly what: string
  readonly fromSeconds: number
  readonly untilSeconds: number
}

declare global {
  interface Window {
    /** The newest sounds, for whoever diagnoses a screen. */
    anteroomSounds?: readonly Sounding[]
  }
}

export class Speaker {
  readonly #films: FilmSound
  readonly #noted: Sounding[] = []
  readonly #clips = new Map<string, Promise<AudioBuffer | undefined>>()
  #tv: TvSnapshot | undefined
  #context: AudioContext | undefined
  #output: GainNode | undefined
  #announced = ''
  #tested: string | undefined
  #unduck = 0

  constructor(films: FilmSound, page: Window) {
    this.#films = films
    page.anteroomSounds = this.#noted
  }

  /** Takes over what the clinic wants; @param now milliseconds since 1970 UTC */
  follow(tv: TvSnapshot, now: number): void {
    const { media, mutedUntil } = tv.sound
    this.#films.setVolume(mutedUntil !== undefined && now < msOf(mutedUntil) ? 0 : media / 100)
    if (this.#tv === tv) return
    this.#tv = tv
    const { testedAt } = tv
    if (testedAt !== undefined && testedAt !== this.#tested && now - msOf(testedAt) < freshMs) this.#chime('call')
    this.#tested = testedAt
    for (const words of Object.values(tv.voice)) for (const file of Object.values(words)) void this.#clip(file)
  }

  /** Once for each call, however often it is asked. @param now milliseconds since 1970 UTC */
  announce(call: Call, languages: readonly string[], now: number): void {
    const key = `${call.code}${call.announceFrom}${call.retracted ?? ''}`
    const tv = this.#tv
    if (key === this.#announced || tv === undefined) return
    this.#announced = key
    if (tv.isQuiet) return
    const chimeSeconds = this.#chime(call.retracted ? 'retraction' : 'call')
    if (chimeSeconds === undefined) return
    const secondsLeft = (msOf(call.announceUntil) - now) / 1_000 - chimeSeconds
    void this.#speak(utterancesFor(call, languages, tv.voice), secondsLeft, chimeSeconds)
  }

  /** Whole utterances only, and the first one in any case: the next call has a time of its own. */
  async #speak(utterances: readonly Utterance[], secondsLeft: number, afterSeconds: number): Promise<void> {
    const context = this.#context
    if (context === undefined) return
    const chimeOver = context.currentTime + afterSeconds + pauses.chime
    const spoken = await Promise.all(
      utterances.map(async ({ files }) => Promise.all(files.map((file) => this.#clip(file)))),
    )
    let at = Math.max(chimeOver, context.currentTime)
    const end = at + secondsLeft - pauses.chime
    let isFirst = true
    for (const [index, clips] of spoken.entries()) {
      const files = utterances[index]?.files ?? []
      const seconds = clips.reduce((sum, clip) => sum + (clip?.duration ?? 0) + pauses.word, 0)
      const isWhole = clips.every((clip) => clip !== undefined)
      if (!isWhole || (!isFirst && at + seconds > end)) continue
      isFirst = false
      for (const [place, clip] of clips.entries()) {
        if (clip === undefined) continue
        this.#play(clip, files[place] ?? '', at)
        at += clip.duration + pauses.word
      }
      at += pauses.again
    }
    this.#duckUntil(at)
  }

  #chime(kind: 'call' | 'retraction'): number | undefined {
    try {
      const { context, output } = this.#opened()
      const from = context.currentTime + 0.02
      const seconds = chimeInto(kind, { context, output }, from)
      this.#note(kind, from, from + seconds)
      this.#duckUntil(from + seconds)
      return seconds
    } catch {
      // The picture says the same.
      return undefined
    }
  }

  #opened(): { readonly context: AudioContext; readonly output: GainNode } {
    this.#context ??= new AudioContext()
    const context = this.#context
    void context.resume()
    if (this.#output === undefined) {
      this.#output = context.createGain()
      this.#output.connect(context.destination)
    }
    this.#output.gain.value = (this.#tv?.sound.calls ?? 0) / 100
    return { context, output: this.#output }
  }

  #play(clip: AudioBuffer, file: string, at: number): void {
    const { context, output } = this.#opened()
    const source = context.createBufferSource()
    source.buffer = clip
    source.connect(output)
    source.start(at)
    this.#note(file, at, at + clip.duration)
  }

  #duckUntil(seconds: number): void {
    const context = this.#context
    if (context === undefined) return
    this.#films.duck(true)
    clearTimeout(this.#unduck)
    const restMs = Math.max(0, seconds - context.currentTime) * 1_000
    this.#unduck = window.setTimeout(() => this.#films.duck(false), restMs)
  }

  /** Fetched and decoded once, before anybody is called. */
  #clip(file: string): Promise<AudioBuffer | undefined> {
    const known = this.#clips.get(file)
    if (known !== undefined) return known
    const loading = this.#load(file).catch(() => {
      this.#clips.delete(file)
      return undefined
    })
    this.#clips.set(file, loading)
    return loading
  }

  async #load(file: string): Promise<AudioBuffer> {
    const answer = await fetch(`/api/voice/${file}`)
    if (!answer.ok) throw new Error(`answered ${answer.status}`)
    // Not the one that is heard: that one must not be opened before there is something to hear.
    return new OfflineAudioContext(1, 1, clipHertz).decodeAudioData(await answer.arrayBuffer())
  }

  #note(what: string, fromSeconds: number, untilSeconds: number): void {
    this.#noted.push({ what, fromSeconds, untilSeconds })
    if (this.#noted.length > mostNoted) this.#noted.shift()
  }
}
