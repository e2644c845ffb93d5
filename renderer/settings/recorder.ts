/** Records one word with this computer's microphone. */
import { spokenHertz, trimmed, wavOf } from './wav.ts'

const longestMs = 4_000

export type Recorded =
  | { readonly kind: 'word'; readonly wav: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'refused'; readonly message: string }

export interface Recording {
  readonly stop: () => void
  readonly done: Promise<Recorded>
}

/** Begins to listen, after the browser has asked whether it may; ends when told to, or after four seconds. */
export function record(onListening: () => void): Recording {
  const ending = new AbortController()
  return { stop: () => ending.abort(), done: listen(ending.signal, onListening).catch(refusedBy) }
}

async function listen(ending: AbortSignal, onListening: () => void): Promise<Recorded> {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: { channelCount: 1, echoCancellation: false, autoGainControl: true, noiseSuppression: true },
  })
  try {
    if (ending.aborted) return nothingHeard
    const recorder = new MediaRecorder(stream)
    const parts: Blob[] = []
    recorder.addEventListener('dataavailable', ({ data }) => parts.push(data))
    const ended = new Promise((resolve) => recorder.addEventListener('stop', resolve, { once: true }))
    const stop = () => recorder.state === 'recording' && recorder.stop()
    recorder.start()
    onListening()
    const timer = setTimeout(stop, longestMs)
    ending.addEventListener('abort', stop, { once: true })
    await ended
    clearTimeout(timer)
    const heard = await new Blob(parts).arrayBuffer()
    const sound = await new OfflineAudioContext(1, 1, spokenHertz).decodeAudioData(heard)
    const word = trimmed(sound.getChannelData(0))
    return word === undefined ? nothingHeard : { kind: 'word', wav: wavOf(word) }
  } finally {
    for (const track of stream.getTracks()) track.stop()
  }
}

const nothingHeard: Recorded = {
  kind: 'refused',
  message: 'Nothing was heard. Speak right after pressing, close to the microphone.',
}

function refusedBy(cause: unknown): Recorded {
  const name = cause instanceof DOMException ? cause.name : ''
  if (name === 'NotAllowedError') {
    return {
      kind: 'refused',
      message: 'This page may not use the microphone. Allow it beside the address, and try again.',
    }
  }
  const message =
    name === 'NotFoundError' || name === 'NotReadableError' || navigator.mediaDevices === undefined
      ? 'This computer has no microphone, or another program is using it.'
      : 'The recording did not work. Try again.'
  return { kind: 'refused', message }
}
