/** The files somebody dropped or chose, with the folders they lay in; what is no content is left out. */
import { isIgnored } from '../../core/asset.ts'
import { newPath } from '../../core/content-path.ts'
import { isBeside } from '../../core/sidecar.ts'

export interface Chosen {
  readonly file: File
  /** `summer/offer.mp4` out of a dropped folder `summer`. */
  readonly path: string
}

/** To be called while the drop is being handled: afterwards the browser lets go of it. */
export function filesDropped(transfer: DataTransfer): Promise<readonly Chosen[]> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  const plain = [...transfer.files].map((file) => ({ file, path: file.name }))
  return entries.length === 0
    ? Promise.resolve(plain)
    : Promise.all(entries.map(filesBelow)).then((found) => found.flat())
}

export const filesChosen = (files: FileList | null): readonly Chosen[] =>
  [...(files ?? [])].map((file) => ({
    file,
    path: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath,
  }))

/** Parts what can be added from what cannot, and says why; the system's own files in a folder are not worth a word. */
export function sorted(chosen: readonly Chosen[]): {
  readonly good: readonly Chosen[]
  readonly bad: readonly string[]
} {
  const wanted = chosen.filter(({ path }) => !path.includes('/') || !isIgnored(path) || isBeside(path))
  const verdicts = wanted.map((one) => ({ ...one, verdict: newPath(one.path) }))
  return {
    good: verdicts.flatMap(({ file, verdict }) => (verdict.ok ? [{ file, path: verdict.path }] : [])),
    bad: verdicts.flatMap(({ path, verdict }) => (verdict.ok ? [] : [`${path}: ${verdict.message}`])),
  }
}

async function filesBelow(entry: FileSystemEntry): Promise<readonly Chosen[]> {
  const path = entry.fullPath.replace(/^\//, '')
  if (entry.isFile) {
    const file = await new Promise<File | undefined>((resolve) =>
      (entry as FileSystemFileEntry).file(resolve, () => resolve(undefined)),
    )
    return file === undefined ? [] : [{ file, path }]
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const found: Chosen[] = []
  for (;;) {
    // A folder tells a hundred entries at a time.
    const some = await new Promise<readonly FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    )
    if (some.length === 0) return found
    for (const each of some) found.push(...(await filesBelow(each)))
  }
}
