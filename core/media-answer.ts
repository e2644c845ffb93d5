/** How a request for a stored file is answered, whole or in part: hub and screens serve media by the same rules. */
import { type ByteRange, byteRange } from './byte-range.ts'
import { storedTypeOf } from './media-type.ts'

export interface MediaAnswer {
  readonly status: 200 | 206 | 416
  readonly headers: Readonly<Record<string, string>>
  /** Bytes to send, both ends inclusive; absent when there is nothing to send. */
  readonly part?: { readonly first: number; readonly last: number }
}

/**
 * @param file name in the store: hash and ending
 * @param bytes size of the file
 * @param rangeHeader the Range header, if any
 * @returns undefined when the name cannot be one of the store
 */
export function mediaAnswer(file: string, bytes: number, rangeHeader: string | null): MediaAnswer | undefined {
  const type = storedTypeOf(file)
  if (type === undefined) return undefined
  const range = byteRange(rangeHeader, bytes)
  const headers = {
    'accept-ranges': 'bytes',
    // The name is the hash of the bytes: they never change.
    'cache-control': 'private, max-age=31536000, immutable',
    'content-security-policy': "default-src 'none'; sandbox",
    'content-type': type,
    etag: `"${file.slice(0, 64)}"`,
    'x-content-type-options': 'nosniff',
  }
  switch (range.kind) {
    case 'unsatisfiable':
      return { status: 416, headers: { ...headers, 'content-range': `bytes */${bytes}` } }
    case 'whole':
      return {
        status: 200,
        headers: { ...headers, 'content-length': String(bytes) },
        ...(bytes === 0 ? {} : { part: { first: 0, last: bytes - 1 } }),
      }
    case 'part':
      return { status: 206, headers: { ...headers, ...partHeaders(range, bytes) }, part: range }
  }
}

const partHeaders = ({ first, last }: ByteRange & { readonly kind: 'part' }, bytes: number) => ({
  'content-length': String(last - first + 1),
  'content-range': `bytes ${first}-${last}/${bytes}`,
})
