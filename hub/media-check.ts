/** Judges a received file by what it contains: its type, whether a screen can play it, and whether every bit decodes. */
import { execFile } from 'node:child_process'
import { openAsBlob } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { promisify } from 'node:util'
import { fileTypeFromBlob } from 'file-type'
import { z } from 'zod'
import type { StoredMedia } from '../core/asset.ts'
import { type MediaExtension, mediaTypes } from '../core/media-type.ts'
import type { NoticeCode, RefusalCode } from '../core/remarks.ts'
import { codeOf } from './fault.ts'

export type Verdict =
  | { readonly ok: true; readonly media: Omit<StoredMedia, 'hash' | 'bytes'>; readonly notices: readonly NoticeCode[] }
  | { readonly ok: false; readonly code: RefusalCode }

const run = promisify(execFile)
const probeTimeoutMs = 30_000
// A full decode of Full HD runs well above real time on two cores; ten times slower means stuck.
const decodeTimeoutMs = (durationMs: number) => 60_000 + durationMs * 10
const mostPixels = 64_000_000
const mostSidePixels = 16_000

/** Full HD up to 60 frames a second: what a TV computer decodes without a graphics card. */
const safeVideo = { longSide: 1920, shortSide: 1920, pixels: 1920 * 1088, framesPerSecond: 60.5, level: 42 }

const probe = z.object({
  streams: z.array(
    z.object({
      codec_type: z.string().optional(),
      codec_name: z.string().optional(),
      pix_fmt: z.string().optional(),
      level: z.number().optional(),
      width: z.number().optional(),
      height: z.number().optional(),
      avg_frame_rate: z.string().optional(),
      duration: z.string().optional(),
      nb_frames: z.string().optional(),
      disposition: z.object({ attached_pic: z.number().optional() }).optional(),
      side_data_list: z.array(z.object({ rotation: z.number().optional() })).optional(),
    }),
  ),
  format: z.object({ duration: z.string().optional() }),
})
type Stream = z.infer<typeof probe>['streams'][number]

/**
 * @param file a copy that nobody else can change
 * @param name what it was called: only to remark that the name says another type
 * @throws when the checking itself fails (ffmpeg is missing, killed or stuck), which says nothing about the file
 */
export async function checkMedia(file: string, name: string, signal?: AbortSignal): Promise<Verdict> {
  const type = await sniff(file)
  if (type === undefined) return { ok: false, code: 'not-media' }
  const extension = (Object.keys(mediaTypes) as MediaExtension[]).find((known) => mediaTypes[known] === type.mime)
  if (extension === undefined) {
    return { ok: false, code: /^(video|image|audio)\//.test(type.mime) ? 'cannot-convert' : 'not-media' }
  }
  const probed = await probeFile(file, signal)
  if (probed === undefined) return { ok: false, code: extension === 'webp' ? 'cannot-convert' : 'damaged' }
  const picture = probed.streams.find(
    (stream) => stream.codec_type === 'video' && stream.disposition?.attached_pic !== 1,
  )
  if (picture?.width === undefined || picture.height === undefined || picture.width === 0 || picture.height === 0) {
    // Sound alone is of another kind; an MP4 of which nothing but the beginning has arrived names no streams at all.
    const isOtherKind = extension === 'mp4' && picture === undefined && probed.streams.length > 0
    return { ok: false, code: isOtherKind ? 'cannot-convert' : 'damaged' }
  }
  const size = { width: picture.width, height: picture.height }
  const notices: NoticeCode[] = namesType(name, extension) ? [] : ['name-mismatch']
  if (extension === 'mp4') {
    const sounds = probed.streams.filter(({ codec_type: kind }) => kind === 'audio')
    // The header has arrived, but not one picture that it promises.
    if (picture.codec_name === 'h264' && picture.pix_fmt === undefined) return { ok: false, code: 'damaged' }
    if (!isSafeVideo(picture, sounds)) return { ok: false, code: 'cannot-convert' }
    const durationMs = Math.round(Number(picture.duration ?? probed.format.duration ?? 0) * 1_000)
    if (!(durationMs > 0)) return { ok: false, code: 'damaged' }
    if (!(await decodes(file, durationMs, signal))) return { ok: false, code: 'damaged' }
    if (sounds.length > 0) notices.push('plays-silently')
    return { ok: true, media: { kind: 'video', extension, ...size, durationMs }, notices }
  }
  if (size.width * size.height > mostPixels || Math.max(size.width, size.height) > mostSidePixels) {
    return { ok: false, code: 'too-large' }
  }
  if (!(await decodes(file, 0, signal))) return { ok: false, code: 'damaged' }
  return { ok: true, media: { kind: 'image', extension, ...size, durationMs: 0 }, notices }
}

/** The type by the first bytes. What begins like a zip or a TIFF and then breaks off is of no type. */
async function sniff(file: string): Promise<Awaited<ReturnType<typeof fileTypeFromBlob>>> {
  try {
    return await fileTypeFromBlob(await openAsBlob(file))
  } catch (cause) {
    if (codeOf(cause) !== undefined) throw cause
    return undefined
  }
}

function isSafeVideo(video: Stream, sounds: readonly Stream[]): boolean {
  const [width = 0, height = 0] = [video.width, video.height]
  const [frames = 0, seconds = 1] = (video.avg_frame_rate ?? '').split('/').map(Number)
  return (
    video.codec_name === 'h264' &&
    (video.pix_fmt === 'yuv420p' || video.pix_fmt === 'yuvj420p') &&
    (video.level ?? 0) <= safeVideo.level &&
    Math.max(width, height) <= safeVideo.longSide &&
    width * height <= safeVideo.pixels &&
    frames > 0 &&
    frames / seconds <= safeVideo.framesPerSecond &&
    sounds.every(({ codec_name: codec }) => codec === 'aac' || codec === 'mp3')
  )
}

/** Whether a name says what the file is. */
export function namesType(name: string, extension: MediaExtension): boolean {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  return ending === extension || (extension === 'jpg' && ending === 'jpeg') || (extension === 'mp4' && ending === 'm4v')
}

async function probeFile(file: string, signal?: AbortSignal): Promise<z.infer<typeof probe> | undefined> {
  const result = await tool(
    'ffprobe',
    ['-v', 'error', '-of', 'json', '-show_streams', '-show_format', file],
    probeTimeoutMs,
    signal,
  )
  if (!result.clean) return undefined
  const parsed = probe.safeParse(JSON.parse(result.output))
  return parsed.success ? parsed.data : undefined
}

/** Strict: one reported error anywhere is damage. Only the first picture and the sounds count, not subtitles. */
async function decodes(file: string, durationMs: number, signal?: AbortSignal): Promise<boolean> {
  const strict = ['-v', 'error', '-nostdin', '-xerror', '-err_detect', 'explode', '-i', file]
  const everything = ['-map', '0:v:0', '-map', '0:a?', '-c:v', 'rawvideo', '-c:a', 'pcm_s16le', '-f', 'null', '-']
  return (await tool('ffmpeg', [...strict, ...everything], decodeTimeoutMs(durationMs), signal)).clean
}

interface Outcome {
  /** Exit code 0 and not a word on standard error: truncated files often only mutter. */
  readonly clean: boolean
  readonly output: string
}

export async function tool(
  name: string,
  args: readonly string[],
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<Outcome> {
  const running = run(name, args, {
    timeout: timeoutMs,
    killSignal: 'SIGKILL',
    maxBuffer: 8 * 1024 * 1024,
    ...(signal === undefined ? {} : { signal }),
  })
  if (running.child.pid !== undefined) yieldToScreens(running.child.pid)
  try {
    const { stdout, stderr } = await running
    return { clean: stderr.trim() === '', output: stdout }
  } catch (cause) {
    const ended = cause as { readonly code?: unknown; readonly killed?: boolean; readonly signal?: string | null }
    const refusedByTool = typeof ended.code === 'number' && ended.signal == null
    if (refusedByTool) return { clean: false, output: '' }
    throw new Error(`${name} could not finish (${ended.code ?? ended.signal ?? 'unknown'})`, { cause })
  }
}

/** The picture on the wall comes first, then a file that somebody waits for, then films in the making. */
function yieldToScreens(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // It has ended already.
  }
}
