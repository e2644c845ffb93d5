/** Changes entries of the note beside a file, and leaves everything else in it as somebody wrote it. */
import { isMap, parseDocument } from 'yaml'

/** @param changes by entry; null takes one out */
export function editNote(
  text: string | undefined,
  changes: Readonly<Record<string, string | number | null>>,
): { readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: string } {
  const document = parseDocument(text ?? '', { stringKeys: true })
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents))) {
    return {
      ok: false,
      message: 'The note beside the file cannot be understood, so nothing was changed. Mend it in the folder first.',
    }
  }
  for (const [entry, value] of Object.entries(changes)) {
    if (value === null) document.delete(entry)
    else document.set(entry, value)
  }
  return { ok: true, text: document.toString() }
}
