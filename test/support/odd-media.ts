/** Small real media of the kinds that telephones, cameras, offices and browsers leave behind; made once per machine. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'

// The recipe is in the name of the folder.
const shelf = path.join(tmpdir(), 'anteroom-odd-media-6')

const source = (filter: string): readonly string[] => ['-f', 'lavfi', '-i', filter]
const moving = source('testsrc2=s=320x180:r=25:d=1')
const tone = source('sine=440:d=1')
const h264 = ['-c:v', 'libx264', '-preset', 'veryfast', '-g', '50', '-pix_fmt', 'yuv420p']
const h265 = ['-c:v', 'libx265', '-preset', 'ultrafast', '-x265-params', 'log-level=none']
const still = ['-frames:v', '1']
const key = [
  '-encryption_key',
  '76a6c65c5ea762046bd749a2e632ccbb',
  '-encryption_kid',
  'a7e61c373e219033c21091fa607bf3b8',
]

const wideRange = [
  'format=yuv420p,setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709',
  'zscale=t=linear:npl=203,format=gbrpf32le',
  'zscale=p=bt2020:t=smpte2084:m=bt2020nc:r=tv:npl=203,format=yuv420p10le',
].join(',')

/** What ffmpeg is told, without the file to write. */
const recipes = {
  'safe.mp4': [...moving, ...tone, ...h264, '-c:a', 'aac', '-movflags', '+faststart'],
  'safe-silent.mp4': [...moving, ...h264],
  'long.mp4': [...source('testsrc2=s=320x180:r=25:d=12'), ...h264, '-g', '1'],
  'broadcast.ts': [...source('testsrc2=s=320x180:r=25:d=12'), ...h264],
  'portrait.mp4': [...source('testsrc2=s=180x320:r=25:d=1'), ...h264],
  'hevc.mov': [...moving, ...tone, ...h265, '-tag:v', 'hvc1', '-c:a', 'aac'],
  'prores.mov': [...moving, ...tone, '-c:v', 'prores_ks', '-c:a', 'pcm_s16le'],
  'camera.avi': [...moving, ...tone, '-c:v', 'mjpeg', '-q:v', '3', '-c:a', 'pcm_u8'],
  'film.mkv': [...moving, ...tone, ...h264, '-c:a', 'libvorbis'],
  'office.wmv': [...moving, ...tone, '-c:v', 'wmv2', '-c:a', 'wmav2'],
  'disc.mpg': [...moving, ...tone, '-c:v', 'mpeg2video', '-c:a', 'mp2'],
  'camcorder.mts': [...moving, ...tone, ...h264, '-c:a', 'ac3', '-f', 'mpegts', '-mpegts_m2ts_mode', '1'],
  'screen.webm': [
    ...moving,
    ...tone,
    '-c:v',
    'libvpx-vp9',
    '-deadline',
    'realtime',
    '-cpu-used',
    '8',
    '-c:a',
    'libopus',
  ],
  'moving.gif': [...source('testsrc2=s=161x91:r=10:d=2')],
  'moving.png': [...source('testsrc2=s=160x90:r=10:d=1'), '-f', 'apng'],
  'moving.webp': [...source('testsrc2=s=161x91:r=10:d=2'), '-c:v', 'libwebp_anim', '-loop', '0'],
  'flash.flv': [...moving, ...tone, '-c:v', 'flv', '-ar', '44100', '-c:a', 'libmp3lame'],
  'theora.ogv': [...moving, '-c:v', 'libtheora'],
  'uneven-rate.mp4': [
    ...[...source('testsrc2=s=320x180:r=30:d=2'), '-vf', "setpts='if(lt(N,30),N/30,1+(N-30)/12)/TB'"],
    ...['-fps_mode', 'vfr', ...h264],
  ],
  'high-rate.mp4': [...source('testsrc2=s=320x180:r=120:d=1'), ...h264],
  'odd-size.mkv': [...source('testsrc2=s=321x181:r=25:d=1'), '-c:v', 'libx264', '-pix_fmt', 'yuv444p'],
  'wide-points.mp4': [...source('testsrc2=s=352x288:r=25:d=1,setsar=16/11'), ...h264],
  'ten-bit.mp4': [...moving, '-c:v', 'libx264', '-preset', 'veryfast', '-pix_fmt', 'yuv420p10le'],
  // Light grey, as bright as paper: 203 cd/m².
  'hdr.mov': [
    ...[...source('color=0xe0e0e0:s=320x180:r=25:d=1'), '-vf', wideRange],
    ...['-c:v', 'libx265', '-preset', 'ultrafast', '-tag:v', 'hvc1', '-x265-params'],
    'log-level=none:colorprim=bt2020:transfer=smpte2084:colormatrix=bt2020nc',
  ],
  'interlaced.mpg': [
    ...[...source('testsrc2=s=720x576:r=50:d=1'), '-vf', 'tinterlace=interleave_top,setsar=16/11'],
    ...['-c:v', 'mpeg2video', '-q:v', '4', '-flags', '+ildct+ilme'],
  ],
  // The same without a word about it.
  'interlaced.avi': [
    ...[...source('testsrc2=s=720x576:r=50:d=1'), '-vf', 'tinterlace=interleave_top'],
    ...['-c:v', 'mjpeg', '-q:v', '3'],
  ],
  'tape.dv': [...source('testsrc2=s=720x576:r=25:d=1,setsar=64/45'), '-pix_fmt', 'yuv420p', '-c:v', 'dvvideo'],
  'quiet.mp4': [...moving, ...tone, ...h264, '-c:a', 'aac', '-af', 'volume=-12dB'],
  'loud.mp4': [...moving, ...tone, ...h264, '-c:a', 'aac'],
  'surround.mkv': [...moving, ...source('anoisesrc=d=1:a=0.1'), ...h264, '-c:a', 'ac3', '-ac', '6'],
  'studio-sound.mov': [...moving, ...source('sine=440:d=1:r=96000'), ...h264, '-c:a', 'pcm_s24le'],
  'silent-sound.mp4': [...moving, ...source('anullsrc=r=48000:cl=stereo:d=1'), ...h264, '-c:a', 'aac'],
  'large.mp4': [...source('testsrc2=s=3840x2160:r=30:d=0.4'), ...h264, '-level', '5.1'],
  'fragmented.mp4': [...moving, ...h264, '-g', '10', '-movflags', '+frag_keyframe+empty_moov+default_base_moof'],
  'locked.mp4': [...moving, ...h264, '-encryption_scheme', 'cenc-aes-ctr', ...key],
  'flicker.mp4': [...source("color=black:s=320x180:r=32:d=2,geq=lum='255*mod(floor(N/2),2)':cb=128:cr=128"), ...h264],
  'red-flicker.mp4': [
    ...source("color=black:s=320x180:r=30:d=2,format=gbrp,geq=r='255*mod(floor(N/3),2)':g=0:b=0"),
    ...h264,
  ],
  // Two halves in turn: the whole is always equally bright.
  'turns.mp4': [
    ...source("color=black:s=320x180:r=30:d=2,geq=lum='255*mod(floor(N/3)+floor(X/160),2)':cb=128:cr=128"),
    ...h264,
  ],
  'pan.mp4': [...source("testsrc2=s=1600x180:r=30:d=2,crop=320:180:'mod(n*20,1280)':0"), ...h264],
  'cuts.mp4': [...source("color=black:s=320x180:r=30:d=3,geq=lum='40+170*mod(floor(N/15),2)':cb=128:cr=128"), ...h264],
  'sound.mp3': [...tone, '-c:a', 'libmp3lame'],
  'sound.m4a': [...tone, '-c:a', 'aac'],
  'photo.bmp': [...source('testsrc2=s=320x180'), ...still],
  'photo.jp2': [...source('testsrc2=s=320x180'), ...still],
} as const
export type OddMedia = keyof typeof recipes

/** @returns a file that is only to be read */
export function oddMedia(name: OddMedia): string {
  return shelved(name, (making) => {
    execFileSync('ffmpeg', ['-v', 'error', '-y', ...recipes[name], making])
  })
}

/** A film from a telephone held upright: it lies, and says that it is to be turned. */
export function rotatedMedia(): string {
  return shelved('rotated.mov', (making) => {
    const upright = oddMedia('safe.mp4')
    execFileSync('ffmpeg', ['-v', 'error', '-y', '-i', upright, '-c', 'copy', '-metadata:s:v', 'rotate=90', making])
  })
}

/** A good film that tells too much: where, when, by whom, with chapters and subtitles. */
export function talkativeMedia(): string {
  return shelved('talkative.mp4', (making) => {
    const words = `${making}.srt`
    const facts = `${making}.txt`
    writeFileSync(words, '1\n00:00:00,000 --> 00:00:01,000\nMrs Example of 5 Sample Street\n')
    writeFileSync(facts, ';FFMETADATA1\ntitle=Private\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=1000\ntitle=Kitchen\n')
    execFileSync('ffmpeg', [
      ...['-v', 'error', '-y', '-i', oddMedia('safe.mp4'), '-i', words, '-i', facts],
      ...['-map', '0', '-map', '1', '-map_metadata', '2', '-map_chapters', '2', '-c', 'copy', '-c:s', 'mov_text'],
      ...['-metadata', 'location=+52.5200+013.4050/', '-metadata', 'creation_time=2026-03-01T10:00:00Z'],
      ...['-metadata:s:v', 'handler_name=Private camera', making],
    ])
  })
}

/** As telephones write them. @param turned held upright, which it says twice: by a property, and in a note that does not count */
export async function heic(turned = false): Promise<string> {
  const upright = await photo('jpeg', { orientation: turned ? 6 : 1 })
  return shelved(turned ? 'turned.heic' : 'photo.heic', (making) => {
    const jpeg = `${making}.jpg`
    writeFileSync(jpeg, upright)
    execFileSync('heif-enc', [jpeg, '-o', making], { stdio: 'ignore' })
    if (turned) writeFileSync(making, quarterTurned(readFileSync(making)))
  })
}

/** Adds the property that turns the first picture of a HEIC file. */
function quarterTurned(bytes: Buffer): Buffer {
  const at = (type: string) => bytes.indexOf(type, 0, 'latin1') - 4
  const turn = Buffer.from([0, 0, 0, 9, ...Buffer.from('irot'), 3])
  const [properties, links, places] = [at('ipco'), at('ipma'), at('iloc')]
  const endOfProperties = properties + bytes.readUInt32BE(properties)
  let count = 0
  for (let box = properties + 8; box < endOfProperties; box += bytes.readUInt32BE(box)) count += 1
  // Behind the header: how many pictures, and of the first its number and how many properties it has.
  const linksOfFirst = links + 18
  const endOfLinks = linksOfFirst + 1 + (bytes[linksOfFirst] ?? 0)
  const turned = Buffer.concat([
    ...[bytes.subarray(0, endOfProperties), turn, bytes.subarray(endOfProperties, endOfLinks)],
    ...[Buffer.from([count + 1]), bytes.subarray(endOfLinks)],
  ])
  const grow = (box: number, by: number) => turned.writeUInt32BE(turned.readUInt32BE(box) + by, box)
  for (const box of [at('meta'), at('iprp')]) grow(box, turn.length + 1)
  grow(properties, turn.length)
  grow(links + turn.length, 1)
  turned.writeUInt8((bytes[linksOfFirst] ?? 0) + 1, linksOfFirst + turn.length)
  // The pictures themselves have moved back.
  const parts = turned.readUInt16BE(places + 14)
  for (let entry = 0; entry < parts; entry += 1) grow(places + 20 + entry * 18, turn.length + 1)
  return turned
}

/** @param options.orientation as the note in it says: 6 is a quarter turn */
export async function photo(
  format: 'jpeg' | 'png' | 'webp' | 'avif' | 'tiff',
  { width = 320, height = 180, orientation = 1 } = {},
): Promise<Buffer> {
  const gradient = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="#246"/><circle cx="30%" cy="40%" r="20%" fill="#fc3"/></svg>`
  const exif = { IFD0: { Copyright: 'Mrs Example', Make: 'Private camera' }, IFD3: { GPSLatitude: '52/1 31/1 0/1' } }
  const picture = sharp(Buffer.from(gradient)).flatten({ background: '#fff' }).withExif(exif)
  return picture.withMetadata({ orientation }).toFormat(format).toBuffer()
}

/** A document of plain pages, by hand: nothing else here writes one. */
export function pdf(pages: number, { width = 595, height = 842, isLocked = false } = {}): Buffer {
  const kids = Array.from({ length: pages }, (_, page) => `${3 + page * 2} 0 R`).join(' ')
  const drawing = (page: number) => `0.2 0.4 0.${page % 10} rg 50 50 ${Math.min(400, width - 60)} 300 re f`
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`,
    ...Array.from({ length: pages }, (_, page) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${4 + page * 2} 0 R >>`,
      `<< /Length ${drawing(page).length} >>\nstream\n${drawing(page)}\nendstream`,
    ]).flat(),
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, at) => {
    const offset = text.length
    text += `${at + 1} 0 obj\n${object}\nendobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`
  // Nobody knows the password: what should prove it is made up.
  const secret = `<${'5a'.repeat(32)}>`
  const lock = `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O ${secret} /U ${secret} /P -4 >>`
  return Buffer.from(
    `${text}${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${isLocked ? lock : ''} >>\nstartxref\n${text.length}\n%%EOF\n`,
  )
}

function shelved(name: string, make: (file: string) => void): string {
  mkdirSync(shelf, { recursive: true })
  const made = path.join(shelf, name)
  if (existsSync(made)) return made
  // The ending tells the program what to write.
  const making = path.join(shelf, `${process.pid}-${name}`)
  make(making)
  renameSync(making, made)
  return made
}
