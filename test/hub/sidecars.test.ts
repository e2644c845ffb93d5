/** Notes and captions beside files: what the clinic hears about them, and what the TV makes of them. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Asset } from '../../core/asset.ts'
import type { Programme } from '../../core/programme.ts'
import { notice, refusal } from '../../core/remarks.ts'
import { eventually } from '../support/eventually.ts'
import { type RunningHub, startHub } from '../support/hub.ts'
import { makePlace } from '../support/place.ts'
import { drop, sample } from '../support/samples.ts'

const film = sample('film-with-sound.mp4')
const photo = sample('photo.jpg')
const captions = 'WEBVTT\n\n00:00.200 --> 00:01.000\nPlease take a seat.\n'
// Seen from 21 November 2026, 14:00 in Berlin.
const at = ['--at', '2026-11-21T14:00:00+01:00']

let place = makePlace()
let hub: RunningHub

const save = (name: string, text: string) => {
  const file = path.join(place.content, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(`${file}.part`, text)
  renameSync(`${file}.part`, file)
}
const putVideoOf = (name: string, filters: readonly string[]) => {
  const made = path.join(place.folder, name)
  const source = ['-f', 'lavfi', '-i', 'color=gray:s=320x180:r=30:d=2', '-vf', filters.join(',')]
  execFileSync('ffmpeg', ['-v', 'error', '-y', ...source, '-c:v', 'libx264', '-pix_fmt', 'yuv420p', made])
  drop(place.content, name, readFileSync(made))
}
const remove = (name: string) => rmSync(path.join(place.content, name))
const assetAt = async (name: string) => (await hub.assets()).find((asset) => asset.path === name)
const becomes = (name: string, isWanted: (asset: Asset | undefined) => boolean) =>
  eventually(() => assetAt(name), isWanted)
const codes = (asset: Asset | undefined) => asset?.notices.map(({ code }) => code) ?? []
/** As it is to play from now on; what is on screen at the moment may be older. */
const itemsOf = ({ loops, items }: Programme, asset: Asset | undefined) =>
  (loops.default?.places ?? []).flatMap((id) => items[id] ?? []).filter(({ assetId }) => assetId === asset?.id)
const itemOf = async (name: string) => itemsOf(await hub.programme(), await assetAt(name))[0]
const isReady = (asset: Asset | undefined) => asset?.state === 'ready'

beforeAll(async () => {
  hub = await startHub([...place.args, ...at])
})

afterAll(async () => {
  await hub.stop()
  place.remove()
})

describe.concurrent('a note beside a file', () => {
  test('says its title and how long it stands; a change of the note changes both', async () => {
    drop(place.content, 'titled.jpg', photo)
    save('titled.jpg.yaml', 'title: Summer offer\nseconds: 20\n')
    await becomes('titled.jpg', (asset) => asset?.title === 'Summer offer' && isReady(asset))
    await eventually(
      () => itemOf('titled.jpg'),
      (item) => item?.title === 'Summer offer' && item.durationMs === 20_000,
    )
    save('titled.jpg.yaml', 'title: Autumn offer\nseconds: 8\n')
    await eventually(
      () => itemOf('titled.jpg'),
      (item) => item?.title === 'Autumn offer' && item.durationMs === 8_000,
    )
    remove('titled.jpg.yaml')
    await eventually(
      () => itemOf('titled.jpg'),
      (item) => item?.title === 'titled' && item.durationMs === 12_000,
    )
  })

  test('cuts a film', async () => {
    drop(place.content, 'long.mp4', sample('film.mp4', 1))
    save('long.yaml', 'seconds: 1\n')
    await eventually(
      () => itemOf('long.mp4'),
      (item) => item?.durationMs === 1_000,
    )
  })

  test('with a slip is told with its line, and what it said before goes on', async () => {
    drop(place.content, 'edited.jpg', photo)
    save('edited.jpg.yaml', 'title: Good\nvalidUntil: 2026-12-31\n')
    await becomes('edited.jpg', (asset) => asset?.title === 'Good' && isReady(asset))
    save('edited.jpg.yaml', 'title: Better\nvalidUntill: 2027-12-31\n')
    const asset = await becomes('edited.jpg', (each) => codes(each).includes('note-broken'))
    expect(asset?.notices).toContainEqual({
      ...notice('note-broken'),
      message:
        'edited.jpg.yaml: Line 2: "validUntill" is not known here. Did you mean "validUntil"? What it said before goes on.',
    })
    expect(asset?.title).toBe('Good')
    expect((await itemOf('edited.jpg'))?.validUntil).toBe('2026-12-31T23:00:00.000Z')
    save('edited.jpg.yaml', 'title: Better\n')
    await becomes('edited.jpg', (each) => each?.title === 'Better' && !codes(each).includes('note-broken'))
  })

  test('that was never good holds its file back: a consent must not be overlooked for a slip', async () => {
    save('held.jpg.yaml', 'consent:\n  subject: the patient of 12 May\n  expire: 2026-11-30\n')
    drop(place.content, 'held.jpg', photo)
    const asset = await becomes('held.jpg', (each) => each?.state === 'refused')
    expect(asset?.reason).toEqual({
      ...refusal('broken-note'),
      message: 'held.jpg.yaml: Line 3: "expire" is not known here. Did you mean "expires"?',
    })
    expect(await itemOf('held.jpg')).toBeUndefined()
    save('held.jpg.yaml', 'consent:\n  subject: the patient of 12 May\n  expires: 2026-11-30\n')
    await becomes('held.jpg', isReady)
    const item = await eventually(
      () => itemOf('held.jpg'),
      (each) => each !== undefined,
    )
    // The last day belongs to the consent: midnight in Berlin.
    expect(item?.validUntil).toBe('2026-11-30T23:00:00.000Z')
    expect(JSON.stringify([await hub.programme(), await hub.assets()])).not.toContain('12 May')
  })

  test('may stand beside two files of the same name only when it says which', async () => {
    drop(place.content, 'both/summer.jpg', photo)
    save('both/summer.yaml', 'title: Which one?\nvalidUntil: 2026-12-31\n')
    await becomes('both/summer.jpg', (asset) => asset?.title === 'Which one?' && isReady(asset))
    drop(place.content, 'both/summer.png', sample('photo.png'))
    const asset = await becomes('both/summer.png', (each) => codes(each).includes('note-broken') && isReady(each))
    expect(asset?.notices[0]?.message).toContain(
      'It could belong to "summer.jpg" or "summer.png". Call it "summer.png.yaml"',
    )
    expect(asset?.title).toBe('summer')
    for (const name of ['both/summer.jpg', 'both/summer.png']) {
      await eventually(
        () => itemOf(name),
        (item) => item?.validUntil === '2026-12-31T23:00:00.000Z',
      )
    }
  })

  test('belongs to the file that it names in whole, not to one that is called like that file', async () => {
    drop(place.content, 'poster/autumn.mp4', sample('film.mp4', 2))
    drop(place.content, 'poster/autumn.mp4.jpg', photo)
    save('poster/autumn.mp4.yaml', 'title: Autumn\n')
    await becomes('poster/autumn.mp4', (asset) => isReady(asset) && asset?.title === 'Autumn')
    expect(await becomes('poster/autumn.mp4.jpg', isReady)).toMatchObject({ title: 'autumn.mp4', notices: [] })
  })

  test('that belongs to nothing is told, with the name that was probably meant', async () => {
    drop(place.content, 'stray.jpg', photo)
    await becomes('stray.jpg', isReady)
    save('strey.jpg.yaml', 'validUntil: 2026-12-31\n')
    const message = (found: { problems: readonly { message: string }[] }) =>
      found.problems.map((problem) => problem.message).join()
    await eventually(
      () => hub.health(),
      (health) =>
        message(health).includes(
          'The note "strey.jpg.yaml" belongs to no file beside it, so nothing heeds it. Did you mean "stray.jpg.yaml"?',
        ),
    )
    remove('strey.jpg.yaml')
    await eventually(
      () => hub.health(),
      (health) => !message(health).includes('strey'),
    )
  })
})

describe.concurrent('dates', () => {
  test.each([
    ['over', 'validUntil: 2026-11-20', 'over'],
    ['over at this hour', 'validUntil: 2026-11-21T13:59:00+01:00', 'over'],
    ['not yet begun', 'validFrom: 2026-11-22', 'not-yet'],
    ['without consent', 'validUntil: 2026-12-31\nconsent: {subject: A, expires: 2026-11-20}', 'consent-over'],
  ])('of a file that is %s: it is on no screen, and the list says why', async (name, note, code) => {
    save(`${name}.jpg.yaml`, note)
    drop(place.content, `${name}.jpg`, photo)
    const asset = await becomes(`${name}.jpg`, (each) => isReady(each) && codes(each).includes(code))
    expect(asset?.nextPlay).toBeUndefined()
    const { timeline, items } = await hub.programme()
    expect(timeline.map(({ item }) => items[item]?.assetId)).not.toContain(asset?.id)
  })

  test('of a file in its last hours: it plays', async () => {
    save('today.jpg.yaml', 'validFrom: 2026-11-21\nvalidUntil: 2026-11-21\n')
    drop(place.content, 'today.jpg', photo)
    const asset = await becomes('today.jpg', (each) => isReady(each) && each?.nextPlay !== undefined)
    expect(codes(asset)).toEqual([])
    expect(await itemOf('today.jpg')).toMatchObject({
      validFrom: '2026-11-20T23:00:00.000Z',
      validUntil: '2026-11-21T23:00:00.000Z',
    })
  })
})

describe.concurrent('captions beside a film', () => {
  test('travel with it, and it no longer "plays silently"', async () => {
    drop(place.content, 'spoken.mp4', film)
    await becomes('spoken.mp4', (asset) => codes(asset).includes('plays-silently'))
    save('spoken.mp4.vtt', captions)
    await becomes('spoken.mp4', (asset) => isReady(asset) && !codes(asset).includes('plays-silently'))
    await eventually(
      () => itemOf('spoken.mp4'),
      (item) => item?.captions?.[0]?.text === 'Please take a seat.',
    )
    // Of both kinds the WebVTT counts.
    save('spoken.mp4.srt', 'no captions')
    save('spoken.mp4.vtt', captions.replace('-->', '->'))
    const asset = await becomes('spoken.mp4', (each) => codes(each).includes('captions-broken'))
    expect(asset?.notices[0]?.message).toContain('spoken.mp4.vtt: Line 3: Here the times are missing.')
    expect((await itemOf('spoken.mp4'))?.captions).toHaveLength(1)
    for (const name of ['spoken.mp4.srt', 'spoken.mp4.vtt']) remove(name)
    await becomes('spoken.mp4', (each) => codes(each).join() === 'plays-silently')
    await eventually(
      () => itemOf('spoken.mp4'),
      (item) => item !== undefined && item.captions === undefined,
    )
  })

  test('may lie elsewhere in the folder, and nowhere else', async () => {
    drop(place.content, 'named.mp4', sample('film-with-sound.mp4', 2))
    save('words/english.srt', '1\n00:00:00,200 --> 00:00:01,000\nPlease take a seat.\n')
    save('named.mp4.yaml', 'captions: words/english.srt\n')
    await eventually(
      () => itemOf('named.mp4'),
      (item) => item?.captions?.length === 1,
    )
    save('named.mp4.yaml', 'captions: ../../etc/secret.vtt\n')
    await becomes('named.mp4', (asset) => codes(asset).includes('captions-broken'))
  })

  test.each([
    ['nobody speaks', 'none'],
    ['captions in the picture', 'captioned'],
  ])('are not missed when the note says: %s', async (name, speech) => {
    save(`${name}.mp4.yaml`, `speech: ${speech}\n`)
    drop(place.content, `${name}.mp4`, film)
    const asset = await becomes(`${name}.mp4`, isReady)
    expect(codes(asset)).toEqual([])
  })
})

test('a film that flashes is shown once a doctor has agreed, and no longer when the note is taken away', async () => {
  putVideoOf('flashing.mp4', ["geq=lum='if(lt(mod(N,6),3),16,235)':cb=128:cr=128"])
  const asset = await becomes('flashing.mp4', (each) => each?.state === 'refused')
  expect(asset?.reason?.code).toBe('flashes')
  save('flashing.mp4.yaml', 'flashing: accepted\n')
  await becomes('flashing.mp4', (each) => isReady(each) && codes(each).includes('flashes-accepted'))
  remove('flashing.mp4.yaml')
  await becomes('flashing.mp4', (each) => each?.state === 'refused' && each.reason?.code === 'flashes')
  await eventually(
    () => itemOf('flashing.mp4'),
    (item) => item === undefined,
  )
})

describe('across a restart', () => {
  test('dates hold and what was held back stays so, even while the folder is away', async () => {
    await hub.stop()
    place.remove()
    place = makePlace()
    hub = await startHub([...place.args, ...at])
    save('kept.jpg.yaml', 'title: Kept\nvalidUntil: 2026-12-31\n')
    drop(place.content, 'kept.jpg', photo)
    save('held.png.yaml', 'consent: {subject: A, expire: 2026-11-30}\n')
    drop(place.content, 'held.png', sample('photo.png'))
    await becomes('kept.jpg', (asset) => isReady(asset) && asset?.title === 'Kept')
    await becomes('held.png', (asset) => asset?.reason?.code === 'broken-note')
    await hub.stop()
    renameSync(place.content, `${place.content}-away`)
    hub = await startHub([...place.args, ...at])
    expect(await assetAt('kept.jpg')).toMatchObject({ state: 'ready', title: 'Kept' })
    expect((await itemOf('kept.jpg'))?.validUntil).toBe('2026-12-31T23:00:00.000Z')
    expect(await assetAt('held.png')).toMatchObject({ state: 'refused', reason: { code: 'broken-note' } })
    expect(await itemOf('held.png')).toBeUndefined()
  })

  test('a note that went while the hub was off no longer counts', async () => {
    await hub.stop()
    renameSync(`${place.content}-away`, place.content)
    remove('held.png.yaml')
    hub = await startHub([...place.args, ...at])
    await becomes('held.png', isReady)
  })
})

test('a file’s last moment comes: it leaves the plan, and the list says so', async () => {
  save('short.jpg.yaml', `validUntil: ${new Date(Date.parse('2026-11-21T13:00:00Z') + 9_000).toISOString()}\n`)
  await hub.stop()
  drop(place.content, 'short.jpg', photo)
  hub = await startHub([...place.args, ...at])
  await becomes('short.jpg', isReady)
  const asset = await becomes('short.jpg', (each) => codes(each).includes('over'))
  expect(isReady(asset)).toBe(true)
  await eventually(
    async () => itemsOf(await hub.programme(), asset).map(({ validUntil }) => validUntil),
    (left) => left.length === 0,
  )
})
