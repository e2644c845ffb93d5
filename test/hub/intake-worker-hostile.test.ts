/** Files that want something other than to be seen: refused with a reason, without a request and without much ado. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { crc32, deflateSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { zipOf } from '../support/archive.ts'
import { makeBench } from '../support/judging.ts'
import { oddMedia, pdf } from '../support/odd-media.ts'

const bench = makeBench()
const asked: string[] = []
const server = createServer((request, response) => {
  asked.push(request.url ?? '')
  response.end(readFileSync(oddMedia('safe.mp4')))
})
let address = ''

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.close()
  bench.remove()
})

const verdictOnText = (text: string, name: string) => bench.verdictOn(Buffer.from(text), name)
const svg = (inside: string, attributes = 'width="200" height="100"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`

describe('texts under false names', () => {
  test.each([
    ['Dear patients', 'letter.mp4'],
    ['<!DOCTYPE html><script>fetch("/")</script>', 'page.jpg'],
    ['#!/bin/sh\nrm -rf /\n', 'film.mp4'],
    ['\x7fELF\x02\x01\x01', 'film.mp4'],
    ['%!PS\n(/etc/passwd) run\n', 'drawing.pdf'],
    ['<?xml version="1.0"?><smil><video src="/etc/passwd"/></smil>', 'film.mp4'],
  ])('%j', async (text, name) => {
    expect(await verdictOnText(text, name)).toBe('not-media')
  })
})

describe('what has to be saved otherwise first', () => {
  const ooxml = (kind: string) =>
    `<Types><Override ContentType="application/vnd.openxmlformats-officedocument.${kind}.main+xml"/></Types>`
  const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1_016)])
  test.each([
    [
      'Prices.docx',
      zipOf({ '[Content_Types].xml': ooxml('wordprocessingml.document'), 'word/document.xml': '<w/>' }),
      'office',
    ],
    [
      'Talk.pptx',
      zipOf({ '[Content_Types].xml': ooxml('presentationml.presentation'), 'ppt/a.xml': '<p/>' }),
      'office',
    ],
    ['Prices.doc', old, 'office'],
    ['Letter.rtf', Buffer.from('{\\rtf1\\ansi Dear patients}'), 'office'],
    ['Photos.zip', zipOf({ 'a.jpg': 'x', 'b.jpg': 'y' }), 'archive'],
    ['Photos.tar.gz', gzipSync('x'), 'archive'],
    ['Photos.7z', Buffer.concat([Buffer.from('377abcaf271c0004', 'hex'), Buffer.alloc(64)]), 'archive'],
  ] as const)('%s', async (name, bytes, code) => expect(await bench.verdictOn(bytes, name)).toBe(code))
})

describe('lists that would have other things opened', () => {
  test('neither a file nor an address is opened', async () => {
    const own = oddMedia('safe.mp4')
    const lists: readonly (readonly [string, string])[] = [
      [`#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n`, 'a.m3u8'],
      [`#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n${address}/hls\n#EXT-X-ENDLIST\n`, 'a.mp4'],
      [`ffconcat version 1.0\nfile '${own}'\n`, 'a.mp4'],
      [`ffconcat version 1.0\nfile '${address}/concat'\n`, 'a.mkv'],
      [`v=0\no=- 0 0 IN IP4 127.0.0.1\nc=IN IP4 127.0.0.1\nm=video 5004 RTP/AVP 96\n`, 'a.sdp'],
      [
        `<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011"><BaseURL>${address}/dash</BaseURL></MPD>`,
        'a.mp4',
      ],
    ]
    for (const [text, name] of lists) expect([text, await verdictOnText(text, name)]).toEqual([text, 'not-media'])
    expect(asked).toEqual([])
  })
})

describe('drawings', () => {
  test('that want something from elsewhere are refused, and nothing is asked for', async () => {
    const wanting = [
      svg(`<image href="${address}/picture" width="9" height="9"/>`),
      svg(`<image xlink:href='file:///etc/passwd' width="9" height="9"/>`),
      svg('<image href="../photo.jpg" width="9" height="9"/>'),
      svg(`<style>@import "${address}/style";</style><rect width="9" height="9"/>`),
      svg(`<rect width="9" height="9" style="fill: url(${address}/fill#a)"/>`),
      svg(`<use href="${address}/part.svg#a"/>`),
      `<?xml-stylesheet href="${address}/style.css"?>${svg('<rect width="9" height="9"/>')}`,
      `<!DOCTYPE svg [<!ENTITY secret SYSTEM "file:///etc/passwd">]>${svg('<text>&secret;</text>')}`,
    ]
    for (const text of wanting) expect([text, await verdictOnText(text, 'a.svg')]).toEqual([text, 'cannot-convert'])
    expect(asked).toEqual([])
  })

  test('may carry their pictures and gradients in themselves', async () => {
    const own = `<linearGradient id="g"/><rect width="9" height="9" fill="url(#g)"/><use href="#g"/><a href="${address}"/>`
    expect(await verdictOnText(svg(own), 'a.svg')).toMatch(/^a good image/)
  })

  test('that take long to read are answered at once all the same', async () => {
    const long = 2_000_000
    const reading = [
      [`<!DOCTYPE${'[]'.repeat(60)}`, 'not-media'],
      [`<!DOCTYPE x [${'<!---->'.repeat(60)}`, 'not-media'],
      [`${svg('')}${'<!---->'.repeat(60)}x`, 'damaged'],
      [svg('<image '.repeat(long / 7)), /./],
      [svg(`<style>url(${' '.repeat(long)}</style>`), /./],
    ] as const
    for (const [text, verdict] of reading) expect(await verdictOnText(text, 'a.svg')).toMatch(verdict)
  })

  test('may say more than others before they begin', async () => {
    const heading = `<?xml version="1.0"?><!-- it's --><!DOCTYPE svg [<!-- don't ] --><!ENTITY a "]>"><!ENTITY b 'c'>]>`
    expect(await verdictOnText(`${heading}${svg('<rect width="9" height="9"/>')} <!-- end -->`, 'a.svg')).toMatch(
      /^a good image/,
    )
  })

  test('that grow without end are refused', async () => {
    const laughs = Array.from({ length: 12 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('')
    const bomb = `<!DOCTYPE svg [<!ENTITY l0 "ha">${laughs}]>${svg('<text>&l12;</text>')}`
    expect(await verdictOnText(bomb, 'laughs.svg')).toBe('cannot-convert')
    expect(await verdictOnText(svg('<rect/>', 'width="9999999" height="9999999"'), 'large.svg')).toBe('too-large')
  })
})

describe('bombs', () => {
  test('a picture of 30,000 × 30,000 points is too large', async () => {
    expect(await bench.verdictOn(pngOf(30_000, 30_000), 'bomb.png')).toBe('too-large')
    expect(await bench.verdictOn(pngOf(1, 2_000_000), 'thread.png')).toBe('too-large')
    expect(await bench.verdictOn(bmpOf(30_000, 30_000), 'bomb.bmp')).toMatch(/too-large|damaged/)
  })

  test('an archive is no picture', async () => {
    const zip = Buffer.concat([Buffer.from('PK\x03\x04\x14\x00\x00\x00\x08\x00', 'latin1'), Buffer.alloc(400)])
    expect(await bench.verdictOn(zip, 'holiday.jpg')).toBe('archive')
    expect(await bench.verdictOn(deflateSync(Buffer.alloc(9_000_000)), 'holiday.jpg')).toBe('not-media')
  })

  test('a film that says it lasts for days is too long', async () => {
    expect(await bench.verdictOn(longMovie(), 'days.mp4')).toBe('too-long')
  })

  test('a document that runs something is only looked at', async () => {
    const bytes = pdf(1).toString('latin1').replace('/Pages 2 0 R >>', '/Pages 2 0 R /OpenAction << /S /URI >> >>')
    expect(await bench.verdictOn(Buffer.from(bytes, 'latin1'), 'a.pdf')).toMatch(/^a good document/)
  })
})

describe('what is no film that anybody can see', () => {
  test.each([
    ['locked.mp4', 'locked'],
    ['sound.mp3', 'only-sound'],
    ['sound.m4a', 'only-sound'],
  ] as const)('%s is %s', async (name, code) => {
    expect(await bench.verdictOn(oddMedia(name), name)).toBe(code)
  })

  test('the folder it works in may have any name', async () => {
    const task = bench.taskFor(oddMedia('disc.mpg'), '%d.mpg')
    const folder = path.join(task.folder, "50%d 'of' [all]: a|b")
    mkdirSync(folder)
    const copy = path.join(folder, 'copy')
    writeFileSync(copy, readFileSync(task.copy))
    const { judge } = await import('../../hub/intake-worker/judge.ts')
    const judgement = await judge({ ...task, copy, folder }, () => {}, new AbortController().signal)
    expect(judgement.ok).toBe(true)
  })
})

/** As small as a file can be that promises so many points. */
function pngOf(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([1, 0, 0, 0, 0], 8)
  const data = deflateSync(Buffer.alloc(Math.min(200_000_000, Math.ceil(width / 8 + 1) * Math.min(height, 3_000))))
  const chunk = (type: string, content: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(content.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.of())])
}

function bmpOf(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(2_000)
  bytes.write('BM', 'latin1')
  bytes.writeUInt32LE(bytes.length, 2)
  bytes.writeUInt32LE(54, 10)
  bytes.writeUInt32LE(40, 14)
  bytes.writeInt32LE(width, 18)
  bytes.writeInt32LE(height, 22)
  bytes.writeUInt16LE(1, 26)
  bytes.writeUInt16LE(24, 28)
  return bytes
}

/** A good film whose header says that each of its moments lasts a second. */
function longMovie(): Buffer {
  const bytes = Buffer.from(readFileSync(oddMedia('long.mp4')))
  bytes.writeUInt32BE(1, bytes.indexOf('mdhd', 0, 'latin1') + 16)
  bytes.write('free', bytes.indexOf('edts', 0, 'latin1'), 'latin1')
  return bytes
}
