/** What a microphone has heard, cut to the word and as loud as every other: a small WAV file. */

/** As a voice needs it. */
export const spokenHertz = 22_050
/** Of the loudest moment: below, nobody speaks. */
const silenceShare = 0.06
const leastPeak = 0.01
const marginSeconds = 0.05
const loudest = 0.89
const headerBytes = 44

/** @param samples −1 to 1 @returns the word without the silence around it, at the same loudness as all; undefined when nobody spoke */
export function trimmed(samples: Float32Array): Float32Array | undefined {
  let peak = 0
  for (const sample of samples) peak = Math.max(peak, Math.abs(sample))
  if (peak < leastPeak) return undefined
  const isLoud = (sample: number) => Math.abs(sample) >= peak * silenceShare
  const first = samples.findIndex(isLoud)
  const last = samples.findLastIndex(isLoud)
  const margin = Math.round(marginSeconds * spokenHertz)
  return samples.slice(Math.max(0, first - margin), last + margin).map((sample) => (sample / peak) * loudest)
}

/** One channel of 16 bits. */
export function wavOf(samples: Float32Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(headerBytes + samples.length * 2)
  const view = new DataView(bytes.buffer)
  const write = (at: number, text: string) => {
    for (const [index, sign] of [...text].entries()) view.setUint8(at + index, sign.charCodeAt(0))
  }
  write(0, 'RIFF')
  view.setUint32(4, bytes.length - 8, true)
  write(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, spokenHertz, true)
  view.setUint32(28, spokenHertz * 2, true)
  view.setUint16(32, 2, true)
  view.setUint16(34, 16, true)
  write(36, 'data')
  view.setUint32(40, samples.length * 2, true)
  for (const [index, sample] of samples.entries()) {
    view.setInt16(headerBytes + index * 2, Math.max(-1, Math.min(1, sample)) * 0x7fff, true)
  }
  return bytes
}
