/** Which films the TV plays as they are, and what the others become: decided from what ffprobe says, without ffmpeg. */
import { describe, expect, test } from 'vitest'
import { conversionOf, encoderArguments, filmOf, isKioskSafe, isLocked, type Probe } from '../../core/kiosk-profile.ts'

type Stream = Probe['streams'][number]

const picture: Stream = {
  index: 0,
  codec_type: 'video',
  codec_name: 'h264',
  profile: 'High',
  pix_fmt: 'yuv420p',
  level: 40,
  width: 1920,
  height: 1080,
  sample_aspect_ratio: '1:1',
  field_order: 'progressive',
  r_frame_rate: '30/1',
  avg_frame_rate: '30/1',
  duration: '10.000000',
  nb_frames: '300',
}
const sound: Stream = { index: 1, codec_type: 'audio', codec_name: 'aac', sample_rate: '48000', channels: 2 }
const probed = (change: Partial<Stream> = {}, heard: Partial<Stream> = {}): Probe => ({
  streams: [
    { ...picture, ...change },
    { ...sound, ...heard },
  ],
  format: { format_name: 'mov,mp4,m4a,3gp,3g2,mj2', duration: '10.000000' },
})
const film = (change: Partial<Stream> = {}, heard: Partial<Stream> = {}) => {
  const found = filmOf(probed(change, heard))
  if (found === undefined) throw new Error('no film')
  return found
}
const turned = (rotation: number) => ({ side_data_list: [{ rotation }] })

describe('a film plays as it is', () => {
  test.each<[string, Partial<Stream>]>([
    ['in Full HD', {}],
    ['of 60 pictures a second', { r_frame_rate: '60/1', avg_frame_rate: '60/1', level: 42 }],
    ['of the American rate', { r_frame_rate: '30000/1001', avg_frame_rate: '30000/1001' }],
    ['upright', { width: 1080, height: 1920 }],
    ['with a filled-up last row', { height: 1088 }],
    ['small', { width: 320, height: 180, level: 13, profile: 'Constrained Baseline' }],
    ['with unknown points', { sample_aspect_ratio: '0:1' }],
  ])('%s', (_, change) => {
    expect(isKioskSafe(film(change), 'hd')).toBe(true)
  })

  test('in 4K only where a screen shows it, and with 30 pictures a second', () => {
    const large = { width: 3840, height: 2160, level: 51 }
    expect(isKioskSafe(film(large), 'hd')).toBe(false)
    expect(isKioskSafe(film(large), 'uhd')).toBe(true)
    expect(isKioskSafe(film({ ...large, r_frame_rate: '60/1', avg_frame_rate: '60/1' }), 'uhd')).toBe(false)
    expect(isKioskSafe(film({ r_frame_rate: '60/1', avg_frame_rate: '60/1', level: 42 }), 'uhd')).toBe(true)
  })

  test('without sound', () => {
    const silent = filmOf({ ...probed(), streams: [picture] })
    expect(silent && isKioskSafe(silent, 'hd')).toBe(true)
  })
})

describe('a film is converted', () => {
  test.each<[string, Partial<Stream>, Partial<Stream>]>([
    ['of another codec', { codec_name: 'hevc', profile: 'Main' }, {}],
    ['of another profile', { profile: 'High 4:2:2' }, {}],
    ['of ten bits', { pix_fmt: 'yuv420p10le', profile: 'High 10' }, {}],
    ['of the full range', { pix_fmt: 'yuvj420p' }, {}],
    ['of a high level', { level: 50 }, {}],
    ['of an unknown level', { level: -99 }, {}],
    ['of half pictures', { field_order: 'tt' }, {}],
    ['with broad points', { sample_aspect_ratio: '4:3', width: 1440 }, {}],
    ['of an odd width', { width: 1279 }, {}],
    ['that is turned', turned(-90), {}],
    ['of an uneven rate', { avg_frame_rate: '2834/100' }, {}],
    ['of 120 pictures a second', { r_frame_rate: '120/1', avg_frame_rate: '120/1' }, {}],
    ['that is too large', { width: 2560, height: 1440 }, {}],
    ['with sound all around', {}, { channels: 6 }],
    ['with the sound of a studio', {}, { sample_rate: '96000' }],
    ['with other sound', {}, { codec_name: 'mp3' }],
  ])('%s', (_, change, heard) => {
    expect(isKioskSafe(film(change, heard), 'hd')).toBe(false)
  })
})

describe('what it becomes', () => {
  const sized = (change: Partial<Stream>, profile: 'hd' | 'uhd' = 'hd') => {
    const { width, height } = conversionOf(film(change), profile)
    return [width, height]
  }

  test('fits the screen, lying or standing, and is never larger than it was', () => {
    expect(sized({ width: 3840, height: 2160 })).toEqual([1920, 1080])
    expect(sized({ width: 3840, height: 2160 }, 'uhd')).toEqual([3840, 2160])
    expect(sized({ width: 2160, height: 3840 })).toEqual([1080, 1920])
    expect(sized({ width: 4096, height: 1716 })).toEqual([1920, 804])
    expect(sized({ width: 321, height: 181 })).toEqual([322, 182])
    expect(sized({ width: 3840, height: 2160, ...turned(90) })).toEqual([1080, 1920])
    expect(sized({ width: 720, height: 576, sample_aspect_ratio: '64:45' })).toEqual([1024, 576])
  })

  test.each([
    ['30/1', '30/1', '30/1'],
    ['30000/1001', '30000/1001', '30000/1001'],
    ['120/1', '120/1', '60'],
    ['120000/1001', '120000/1001', '60000/1001'],
    ['100/1', '100/1', '50'],
    ['240/1', '240/1', '60'],
    ['90000/1', '2950/100', '30000/1001'],
    ['600/1', '59/1', '60000/1001'],
    ['1000/1', '1/1', '25'],
    ['50/1', '25/1', '25'],
    ['0/0', '0/0', '25'],
  ])('of %s pictures a second, %s on average, it has %s', (r_frame_rate, avg_frame_rate, rate) => {
    expect(conversionOf(film({ r_frame_rate, avg_frame_rate }), 'hd').rate).toBe(rate)
  })

  test('in 4K it has at most 30 pictures a second', () => {
    const fast = { width: 3840, height: 2160, r_frame_rate: '60/1', avg_frame_rate: '60/1' }
    expect(conversionOf(film(fast), 'uhd')).toMatchObject({ rate: '30', level: 51 })
  })

  test('half pictures are joined, wide ranges of light narrowed, and only those', () => {
    const plain = conversionOf(film({ codec_name: 'hevc' }), 'hd').filters
    expect(plain).not.toMatch(/bwdif|tonemap/)
    expect(conversionOf(film({ field_order: 'bb' }), 'hd').filters).toMatch(/^bwdif/)
    expect(conversionOf(film({ field_order: 'unknown' }), 'hd', true).filters).toMatch(/^bwdif/)
    for (const color_transfer of ['smpte2084', 'arib-std-b67']) {
      expect(conversionOf(film({ color_transfer }), 'hd').filters).toMatch(/tonemap/)
    }
  })

  test('a silent film gets no sound', () => {
    const conversion = conversionOf(film(), 'hd')
    expect(encoderArguments(conversion, false)).not.toContain('aac')
    expect(encoderArguments(conversion, true)).toContain('aac')
  })
})

describe('what a file promises', () => {
  test('an MP4 may show less than it has, an AVI has what its header says', () => {
    const cut = { duration: '5.000000', nb_frames: '300' }
    expect(film(cut)).toMatchObject({ frames: 150, durationMs: 5_000 })
    const avi = filmOf({ ...probed(cut), format: { format_name: 'avi', duration: '5.000000' } })
    expect(avi).toMatchObject({ frames: 300, durationMs: 10_000 })
  })

  test('a cover is no film', () => {
    expect(filmOf(probed({ disposition: { attached_pic: 1 } }))).toBeUndefined()
  })

  test('an encrypted stream is locked', () => {
    expect(isLocked(probed({ codec_tag_string: 'encv' }))).toBe(true)
    expect(isLocked(probed({ codec_tag_string: 'avc1' }))).toBe(false)
  })
})
