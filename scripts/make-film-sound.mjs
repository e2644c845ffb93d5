/** Makes the sound of films out of nothing but arithmetic: a chime at their beginning, and a bed of soft chords that loops without a seam. */
import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

// Nothing in it is higher than 5 kHz.
const sampleRate = 24_000
const bedSeconds = 32
const chimeSeconds = 3
/** Decibels below full scale: the bed is at −33 LUFS, ten below where speech is. */
const peaks = { bed: -21, chime: -16 }

/** Each stands for eight seconds and grows into the next: F, A minor, D minor and C, without a leading note that wants to go anywhere. */
const chords = [
  ['F2', 'C3', 'E3', 'A3', 'C4'],
  ['A2', 'E3', 'G3', 'C4', 'E4'],
  ['D2', 'D3', 'A3', 'C4', 'F4'],
  ['C2', 'C3', 'G3', 'B3', 'E4'],
]
/** Single notes over them, far apart: which, and at which second. */
const drops = [
  ['A5', 2.5],
  ['E5', 6],
  ['G5', 11],
  ['C5', 13.5],
  ['D5', 18.5],
  ['A4', 22],
  ['E5', 26.5],
  ['G4', 29.5],
]

const names = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 }
const pitchOf = ([letter, octave]) => 440 * 2 ** ((names[letter] - 9) / 12 + (Number(octave) - 4))

/** A tone added to a ring of samples: what rings on past the end goes on at the beginning. */
function add(ring, { at, seconds, frequency, gain, envelope, pan = 0 }) {
  const first = Math.round(at * sampleRate)
  const count = Math.round(seconds * sampleRate)
  const length = ring.left.length
  const [toLeft, toRight] = [Math.cos(((pan + 1) * Math.PI) / 4), Math.sin(((pan + 1) * Math.PI) / 4)]
  for (let index = 0; index < count; index += 1) {
    const time = index / sampleRate
    const value = gain * envelope(time, seconds) * Math.sin(2 * Math.PI * frequency * time)
    const place = (first + index) % length
    ring.left[place] += toLeft * value
    ring.right[place] += toRight * value
  }
}

const swell = (time, seconds) => Math.sin((Math.PI * time) / seconds) ** 2
const strike = (decay) => (time, seconds) =>
  Math.min(1, time / 0.012) * Math.exp(-time / decay) * Math.min(1, (seconds - time) / 0.05)

const ringOf = (seconds) => ({
  left: new Float64Array(seconds * sampleRate),
  right: new Float64Array(seconds * sampleRate),
})

function bed() {
  const ring = ringOf(bedSeconds)
  const each = bedSeconds / chords.length
  for (const [index, chord] of chords.entries()) {
    for (const [voice, name] of chord.entries()) {
      const pan = (voice / (chord.length - 1) - 0.5) * 0.9
      for (const [partial, share] of [1, 0.28, 0.09].entries()) {
        // Two strings, a little apart, beat slowly against each other.
        for (const apart of [-0.35, 0.35]) {
          const frequency = pitchOf(name) * (partial + 1) + apart
          const gain = (share / chord.length) * (voice === 0 ? 1.2 : 0.8)
          add(ring, { at: index * each, seconds: each * 2, frequency, gain, envelope: swell, pan: pan + apart * 0.5 })
        }
      }
    }
  }
  for (const [index, [name, at]] of drops.entries()) bell(ring, name, at, 0.09, index % 2 === 0 ? -0.4 : 0.4)
  return ring
}

function bell(ring, name, at, gain, pan) {
  for (const [partial, share, decay] of [
    [1, 1, 1.1],
    [2, 0.22, 0.55],
    [3.01, 0.06, 0.25],
  ]) {
    add(ring, { at, seconds: 4, frequency: pitchOf(name) * partial, gain: gain * share, envelope: strike(decay), pan })
  }
}

function chime() {
  const ring = ringOf(chimeSeconds + 2)
  bell(ring, 'E5', 0.05, 1, -0.2)
  bell(ring, 'A5', 0.42, 0.8, 0.2)
  const count = chimeSeconds * sampleRate
  const fade = (samples) =>
    samples.slice(0, count).map((value, index) => value * Math.min(1, (count - index) / (0.5 * sampleRate)))
  return { left: fade(ring.left), right: fade(ring.right) }
}

/** 16 bits, stereo. */
function wavOf({ left, right }, peakDb) {
  const highest = left.reduce((most, value, index) => Math.max(most, Math.abs(value), Math.abs(right[index])), 0)
  const scale = (10 ** (peakDb / 20) / highest) * 32_767
  const wav = Buffer.alloc(44 + left.length * 4)
  wav.write('RIFF', 0, 'latin1')
  wav.writeUInt32LE(wav.length - 8, 4)
  wav.write('WAVEfmt ', 8, 'latin1')
  wav.writeUInt32LE(16, 16)
  wav.writeUInt16LE(1, 20)
  wav.writeUInt16LE(2, 22)
  wav.writeUInt32LE(sampleRate, 24)
  wav.writeUInt32LE(sampleRate * 4, 28)
  wav.writeUInt16LE(4, 32)
  wav.writeUInt16LE(16, 34)
  wav.write('data', 36, 'latin1')
  wav.writeUInt32LE(left.length * 4, 40)
  for (let index = 0; index < left.length; index += 1) {
    wav.writeInt16LE(Math.round(left[index] * scale), 44 + index * 4)
    wav.writeInt16LE(Math.round(right[index] * scale), 46 + index * 4)
  }
  return wav
}

/** Writes `bed.wav`, `chime.wav` and an `identity` that changes with them, unless they are there from this very script. */
export async function makeFilmSound(folder) {
  const script = await readFile(fileURLToPath(import.meta.url))
  const identity = createHash('sha256').update(script).digest('hex')
  const identityFile = path.join(folder, 'identity')
  if ((await readFile(identityFile, 'utf8').catch(() => '')) === identity) return
  await mkdir(folder, { recursive: true })
  await writeFile(path.join(folder, 'bed.wav'), wavOf(bed(), peaks.bed))
  await writeFile(path.join(folder, 'chime.wav'), wavOf(chime(), peaks.chime))
  await writeFile(identityFile, identity)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await makeFilmSound(process.argv[2] ?? 'film-sound')
