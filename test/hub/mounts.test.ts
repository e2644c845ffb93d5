/** Where a folder lies, and whether anybody tells when something changes there. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { isMounted, isSilent, mountOf, parseMounts, placeOf } from '../../hub/mounts.ts'
import { bindMount, whyNoBindMount } from '../support/bind-mount.ts'

const mountinfo = `22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw,discard
40 27 0:45 / /mnt/TV\\040in\\040the\\011hall rw,relatime shared:21 master:3 - cifs //nas/tv\\134share rw,vers=3.1.1
41 27 0:46 / /mnt/TV rw,nosuid - ext4 /dev/sdb1 rw
42 27 0:47 / /mnt/auto rw - autofs systemd-1 rw,fd=44
43 42 0:48 / /mnt/auto rw - nfs4 nas:/auto rw
44 27 0:49 /sub /srv/odd\\134name rw - fuse.rclone drive: rw

a line that makes no sense
45 27 0:50 / /cut rw`
const mounts = parseMounts(mountinfo)

test('every mount is read with its point as people write it', () => {
  expect(mounts).toHaveLength(7)
  expect(mounts).toContainEqual({ point: '/mnt/TV in the\thall', type: 'cifs' })
  expect(mounts).toContainEqual({ point: '/srv/odd\\name', type: 'fuse.rclone' })
})

test.each([
  ['/mnt/TV in the\thall/content', 'cifs'],
  ['/mnt/TV/content', 'ext4'],
  ['/mnt/TV', 'ext4'],
  ['/mnt/TVs', 'ext4'],
  ['/home/clinic', 'ext4'],
  ['/', 'ext4'],
  ['/mnt/auto/content', 'nfs4'],
  ['/srv/odd\\name/a', 'fuse.rclone'],
])('%j lies on %s', (folder, type) => expect(mountOf(folder, mounts)?.type).toBe(type))

test('a prefix of a name is no folder of it', () => {
  expect(mountOf('/mnt/TVs', mounts)?.point).toBe('/')
  expect(mountOf('/anywhere', [])).toBeUndefined()
})

test('shares and file systems in user space are silent, disks are not', () => {
  const silent = [
    'cifs',
    'smb3',
    'nfs',
    'nfs4',
    'fuse',
    'fuse.sshfs',
    'fuse.rclone',
    '9p',
    'vboxsf',
    'drvfs',
    'virtiofs',
  ]
  const telling = ['ext4', 'xfs', 'btrfs', 'zfs', 'tmpfs', 'overlay', 'fuseblk', 'ntfs3', 'vfat', 'exfat']
  const about = (type: string) => isSilent({ point: '/x', type })
  expect(silent.filter(about)).toEqual(silent)
  expect(telling.filter(about)).toEqual([])
})

const whyNot = whyNoBindMount()
test.skipIf(whyNot !== undefined)(
  `a real mount is found, also in a folder of the folder (${whyNot ?? 'bindfs'})`,
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'anteroom-mounts-'))
    const [behind, shown] = ['behind', 'shown'].map((name) => mkdtempSync(path.join(folder, name))) as [string, string]
    const unmount = bindMount(behind, shown)
    try {
      expect(await placeOf(shown)).toMatchObject({ mount: { point: shown, type: 'fuse' }, isSilent: true })
      expect((await placeOf(folder)).isSilent).toBe(true)
      expect((await placeOf(behind)).isSilent).toBe(false)
      expect(await isMounted(shown)).toBe(true)
    } finally {
      unmount()
    }
    expect(await isMounted(shown)).toBe(false)
    expect((await placeOf(folder)).isSilent).toBe(false)
    rmSync(folder, { recursive: true })
  },
)
