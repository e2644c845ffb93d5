/** The text of a dropped file: UTF-8, or what older programs write instead. */

/** As much as the hub takes. */
const mostBytes = 1_000_000

export type BookFile = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: string }

export async function textOfFile(file: File): Promise<BookFile> {
  if (file.size > mostBytes) {
    return { ok: false, message: `${file.name} is larger than 1 MB. Export the appointments of one day.` }
  }
  if (file.size === 0) return { ok: false, message: `${file.name} is empty. Export the appointments once more.` }
  const bytes = new Uint8Array(await file.arrayBuffer())
  // Spreadsheets save "Unicode text" with this mark.
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { ok: true, text: new TextDecoder('utf-16le').decode(bytes) }
  if (bytes.includes(0)) {
    return { ok: false, message: `${file.name} is not a text. Save it as CSV or as a calendar (.ics) first.` }
  }
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { ok: true, text: new TextDecoder('windows-1252').decode(bytes) }
  }
}
