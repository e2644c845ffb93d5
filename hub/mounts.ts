/** Which file system a folder lies on: network shares and FUSE say nothing when a file on them changes. */
import { readFile, realpath } from 'node:fs/promises'

export interface Mount {
  /** Where it is mounted. */
  readonly point: string
  /** As the kernel calls it: `ext4`, `cifs`, `fuse.sshfs` … */
  readonly type: string
}

/** Shares, file systems in user space, and folders of the host that a virtual machine sees. */
const silent = /^(cifs|smb\w*|nfs\d*|fuse(\..*)?|9p|virtiofs|vboxsf|vmhgfs|prl_fs|drvfs|afs|ceph|davfs\d*|ncpfs)$/
/** FUSE that is a local disk, and tells. */
const fuseblk = 'fuseblk'

export const isSilent = ({ type }: Mount): boolean => type !== fuseblk && silent.test(type)

/** The lines of `/proc/self/mountinfo`; see proc_pid_mountinfo(5). */
export function parseMounts(text: string): readonly Mount[] {
  return text.split('\n').flatMap((line) => {
    const fields = line.split(' ')
    const separator = fields.indexOf('-', 6)
    const [point, type] = [fields[4], fields[separator + 1]]
    return separator < 0 || point === undefined || type === undefined ? [] : [{ point: unescaped(point), type }]
  })
}

/** The mount that a path lies on; of several on one point the last covers the others. */
export function mountOf(path: string, mounts: readonly Mount[]): Mount | undefined {
  const above = mounts.filter(({ point }) => isAtOrIn(path, point))
  const longest = Math.max(0, ...above.map(({ point }) => point.length))
  return above.findLast(({ point }) => point.length === longest)
}

export interface Place {
  /** The mount that the folder lies on; undefined where the system does not tell. */
  readonly mount?: Mount
  /** Whether changes in it, or in folders mounted in it, raise no events. */
  readonly isSilent: boolean
}

/** Looks up where a folder lies. On systems without mountinfo every folder is held for a local one. */
export async function placeOf(folder: string): Promise<Place> {
  try {
    const mounts = await currentMounts()
    const real = await realpath(folder)
    const mount = mountOf(real, mounts)
    const inside = mounts.filter(({ point }) => point !== real && isAtOrIn(point, real))
    return { ...(mount && { mount }), isSilent: [...(mount ? [mount] : []), ...inside].some(isSilent) }
  } catch {
    return { isSilent: false }
  }
}

/** Whether something is mounted there; true where the system does not tell. An automounter alone is not the share. */
export async function isMounted(point: string): Promise<boolean> {
  try {
    return (await currentMounts()).some((mount) => mount.point === point && mount.type !== 'autofs')
  } catch {
    return true
  }
}

const currentMounts = async () => parseMounts(await readFile('/proc/self/mountinfo', 'utf8'))

const isAtOrIn = (path: string, folder: string): boolean =>
  folder === '/' || path === folder || path.startsWith(`${folder}/`)

/** The kernel writes blanks, tabs, ends of lines and backslashes as three octal digits. */
const unescaped = (text: string): string =>
  text.replaceAll(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))
