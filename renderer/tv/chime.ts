/** Two soft tones before a code, made on the spot: between 500 and 2,000 Hz, about a second, no file to lose. */

interface Tone {
  readonly hertz: number
  readonly atSeconds: number
  readonly seconds: number
}

/** A falling third: heard across a room, startles nobody. */
const callTones: readonly Tone[] = [
  { hertz: 987.77, atSeconds: 0, seconds: 0.75 },
  { hertz: 783.99, atSeconds: 0.32, seconds: 0.9 },
]
const retractTones: readonly Tone[] = [{ hertz: 587.33, atSeconds: 0, seconds: 0.8 }]
const loudness = 0.5
const overtones = [
  { times: 1, share: 1 },
  { times: 2, share: 0.22 },
  { times: 3, share: 0.06 },
] as const

export type Chime = 'call' | 'retraction'

let own: AudioContext | undefined

/** On a page: at once. Silent where there is no sound card, and in a browser that wants a click first. */
export function chime(kind: Chime): void {
  try {
    own ??= new AudioContext()
    void own.resume()
    chimeInto(kind, { context: own, output: own.destination }, own.currentTime)
  } catch {
    // The picture says the same.
  }
}

/** The same among other sounds. @param atSeconds on the clock of the context @returns how long it lasts, seconds */
export function chimeInto(kind: Chime, { context, output }: Heard, atSeconds: number): number {
  const tones = kind === 'call' ? callTones : retractTones
  for (const tone of tones) sound(context, output, tone, atSeconds)
  return Math.max(...tones.map((tone) => tone.atSeconds + tone.seconds))
}

interface Heard {
  readonly context: BaseAudioContext
  readonly output: AudioNode
}

function sound(audio: BaseAudioContext, output: AudioNode, { hertz, atSeconds, seconds }: Tone, begin: number): void {
  const from = begin + atSeconds
  for (const { times, share } of overtones) {
    const tone = audio.createOscillator()
    const volume = audio.createGain()
    tone.frequency.value = hertz * times
    volume.gain.setValueAtTime(0, from)
    volume.gain.linearRampToValueAtTime(loudness * share, from + 0.015)
    volume.gain.exponentialRampToValueAtTime(0.0001, from + seconds / times ** 0.5)
    tone.connect(volume).connect(output)
    tone.start(from)
    tone.stop(from + seconds)
  }
}
