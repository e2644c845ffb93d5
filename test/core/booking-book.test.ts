/** What clinics paste, drop and type → the appointments of one day, or a sentence about the line that is none. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Reading } from '../../core/booking.ts'
import { formOf, readBook } from '../../core/booking-book.ts'
import { rowsOf } from '../../core/booking-table.ts'
import type { Clinic } from '../../core/clinic.ts'
import { clinicClocks } from '../../hub/clinic-clocks.ts'

const clinic: Clinic = {
  services: [
    { id: 'consultation', name: 'Consultation', minutes: 15 },
    { id: 'filler', name: 'Lip filler', minutes: 30 },
    { id: 'laser', name: 'Laser', minutes: 20 },
    { id: 'haut', name: 'Hautprüfung', minutes: 10 },
  ],
  providers: [
    { id: 'p1', name: 'Dr Lindqvist' },
    { id: 'p2', name: 'Dr Okafor' },
    { id: 'p3', name: 'Schwester Müller' },
  ],
  rooms: [{ id: '1', name: 'Room 1' }],
}
const clocks = clinicClocks('Europe/Berlin')
const reading = (more: Partial<Reading> = {}): Reading => ({
  day: '2026-03-03',
  clinic,
  clocks,
  keepsInitials: false,
  ...more,
})
const read = (text: string, more: Partial<Reading> = {}) => readBook(text, reading(more))
const at = (time: string, day = '2026-03-03') =>
  clocks.instantOf(day, Number(time.slice(0, 2)) * 60 + Number(time.slice(3)))
const times = (text: string, more: Partial<Reading> = {}) =>
  read(text, more).rows.map((row) => {
    const minute = clocks.minuteAt(row.at)
    return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  })

describe('typed lines', () => {
  test.each([
    ['1030 L filler', { service: 'filler', provider: 'p1' }],
    ['10:30 Dr Lindqvist laser', { service: 'laser', provider: 'p1' }],
    ['10.30 lazer Okafor', { service: 'laser', provider: 'p2' }],
    ['10h30, p2, consultation', { service: 'consultation', provider: 'p2' }],
    ['10:30 Uhr Mueller hautpruefung', { service: 'haut', provider: 'p3' }],
    ['10:30 am filler 45min', { service: 'filler', minutes: 45 }],
    ['10:30 O', { provider: 'p2' }],
    ['10:30', {}],
  ])('%s', (line, meaning) => {
    expect(read(line)).toMatchObject({ problems: [], rows: [{ row: 1, at: at('10:30'), ...meaning }] })
    expect(Object.keys(read(line).rows[0] ?? {})).toHaveLength(2 + Object.keys(meaning).length)
  })

  test('a line that is none is named by its number, and why', () => {
    const { rows, problems } = read('930 filler\n\n12:75 laser\n1030 L fruit salad\n1100 l')
    expect(rows.map(({ row }) => row)).toEqual([1, 5])
    expect(problems).toEqual([
      { row: 3, message: 'A line begins with a time, such as 1030 L filler.' },
      {
        row: 4,
        message:
          '"L fruit salad" names no service and no provider. Services are Consultation, Lip filler, Laser and Hautprüfung.',
      },
    ])
  })

  test('an initial that two providers share asks for more', () => {
    const two = { ...clinic, providers: [...clinic.providers, { id: 'p4', name: 'Dr Long' }] }
    const { problems } = read('1030 L filler', { clinic: two })
    expect(problems).toEqual([{ row: 1, message: '"L" may be Dr Lindqvist or Dr Long. Write more of the name.' }])
  })

  test('initials are kept only where the clinic keeps them', () => {
    expect(read('1030 L filler AM', { keepsInitials: true }).rows).toMatchObject([
      { initials: 'AM', service: 'filler' },
    ])
    expect(read('1030 L filler AM').problems).toHaveLength(1)
    expect(read('1030 HM consultation Okafor', { keepsInitials: true }).rows).toMatchObject([
      { initials: 'HM', service: 'consultation', provider: 'p2' },
    ])
  })

  test('a patient whose name is like a provider’s stays with the provider who is named', () => {
    const names = { ...clinic, providers: [...clinic.providers, { id: 'p5', name: 'Nurse Ana' }] }
    const whom = (line: string) => read(line, { clinic: names }).rows[0]?.provider
    expect(whom('0900 Anna Schmidt laser Dr. Okafor')).toBe('p2')
    expect(whom('0900 Okafor laser Anna Schmidt')).toBe('p2')
    expect(whom('0900 laser Ana')).toBe('p5')
    expect(read('0900 Ana laser Okafor', { clinic: names }).problems).toEqual([
      { row: 1, message: '"Ana laser Okafor" names Nurse Ana and Dr Okafor. Leave the name of the patient out.' },
    ])
  })

  test('behind a patient’s name the first word of a service is enough; before another word it may mean something else', () => {
    const more = [...clinic.services, { id: 's5', name: 'Blood sample', minutes: 5 }]
    const names = { ...clinic, services: [...more, { id: 's6', name: 'Check-up', minutes: 20 }] }
    const rows = (line: string) => read(line, { clinic: names }).rows
    expect(rows('0900 Chidi Amadi blood')).toMatchObject([{ service: 's5' }])
    expect(rows('0900 Chidi Amadi blood Okafor')).toMatchObject([{ service: 's5', provider: 'p2' }])
    for (const other of ['0900 blood pressure', '0900 Amadi skin check']) expect(rows(other)).toEqual([])
    const two = { ...names, services: [...names.services, { id: 's7', name: 'Blood pressure', minutes: 5 }] }
    expect(read('0900 Amadi blood', { clinic: two }).problems).toEqual([
      { row: 1, message: '"Amadi blood" may be Blood sample or Blood pressure. Write more of it.' },
    ])
  })

  test('a time that the clocks skip is said to be skipped', () => {
    const { problems } = read('0230 laser', { day: '2026-03-29' })
    expect(problems).toEqual([{ row: 1, message: 'There is no 02:30 on this day: the clocks go forward.' }])
  })

  test('of a time that comes twice it is the first', () => {
    expect(read('0230 laser', { day: '2026-10-25' }).rows[0]?.at).toBe(Date.UTC(2026, 9, 25, 0, 30))
    expect(read('0330 laser', { day: '2026-10-25' }).rows[0]?.at).toBe(Date.UTC(2026, 9, 25, 2, 30))
  })
})

describe('tables', () => {
  const german = [
    '\uFEFFTermin-Nr.;Datum;Uhrzeit;Dauer;Patient;Behandlungsart;Behandler;Status',
    '17;03.03.2026;10:30;45;"Müller, Anna";Lip filler;Dr. Lindqvist;bestätigt',
    '18;03.03.2026;11:15;;"Groß; Jürgen";Hautpruefung;Okafor;storniert',
    '19;04.03.2026;09:00;;Ada Lang;Laser;Okafor;bestätigt',
    '',
  ].join('\r\n')

  test('a German export with a mark at its beginning, semicolons, quotes and umlauts', () => {
    const { rows, problems, otherDays, hadNames } = read(german)
    expect(rows).toEqual([
      { row: 2, at: at('10:30'), key: '17', service: 'filler', provider: 'p1', minutes: 45 },
      { row: 3, at: at('11:15'), key: '18', service: 'haut', provider: 'p2', isCancelled: true },
    ])
    expect([problems, otherDays, hadNames]).toEqual([[], 1, true])
  })

  test('no name is in what was read', () => {
    expect(JSON.stringify(read(german))).not.toMatch(/Anna|Groß|Lang/)
    expect(JSON.stringify(read(german, { keepsInitials: true }))).not.toMatch(/Anna|Groß|Lang/)
    expect(read(german, { keepsInitials: true }).rows[0]?.initials).toBe('AM')
  })

  test('a name in the wrong column is not repeated in the complaint', () => {
    const { problems } = read('Time,Service\nAnna Smith,Laser\n25:30,Laser')
    expect(problems).toEqual([
      { row: 2, message: 'What stands there is no time.' },
      { row: 3, message: '"25:30" is no time.' },
    ])
  })

  test.each([
    ['Start,Service\n3/3/2026 2:30 PM,Laser', ['14:30']],
    ['Start,Service\n2026-03-03T13:30:00Z,Laser', ['14:30']],
    ['Start,Service\n2026-03-03T14:30:00+01:00,Laser', ['14:30']],
    ['Start,Service\n2026-03-03 14:30:00,Laser', ['14:30']],
    ['Date,Time,Service\n"March 3, 2026",2:30 p.m.,Laser', ['14:30']],
    ['Date\tTime\tService\nTue 3 Mar 2026\t14.30\tLaser', ['14:30']],
    ['Datum|Uhrzeit\n3. März 2026|14:30 Uhr', ['14:30']],
    ['Date,Time\n3.3.26,1430', ['14:30']],
    ['Date,Time\n20260303,9', ['09:00']],
    ['Time;Service\n12:05 am;Laser\n12:05 pm;Laser', ['00:05', '12:05']],
  ])('%j', (text, expected) => {
    expect(read(text).problems).toEqual([])
    expect(times(text)).toEqual(expected)
  })

  test('which comes first, month or day, is seen from all of the dates', () => {
    const american = 'Date,Time\n03/04/2026,10:00\n03/25/2026,11:00'
    expect(times(american, { day: '2026-03-04' })).toEqual(['10:00'])
    expect(times(american, { day: '2026-04-03' })).toEqual([])
    expect(times('Date,Time\n03/04/2026,10:00\n25/03/2026,11:00', { day: '2026-04-03' })).toEqual(['10:00'])
  })

  test('from and to, in one cell or in two, are minutes', () => {
    expect(read('Time,Service\n10:30 - 11:15,Laser\n14:00–14:20,Laser').rows.map(({ minutes }) => minutes)).toEqual([
      45, 20,
    ])
    expect(read('From,To\n10:30,11:00').rows).toMatchObject([{ minutes: 30 }])
  })

  test('a line that stands twice counts once, and it says so', () => {
    const { rows, notes } = read('Time,Service\n10:30,Laser\n10:30,Laser\n10:45,Laser')
    expect(rows).toHaveLength(2)
    expect(notes).toEqual([{ row: 3, message: 'This line is the same as line 2: it counts once.' }])
  })

  test('what the clinic does not offer is booked without a service, and it says so', () => {
    const { rows, notes } = read('Time,Service,Provider\n10:30,Botanical tour,Dr Who')
    expect(rows).toEqual([{ row: 2, at: at('10:30') }])
    expect(notes.map(({ row }) => row)).toEqual([2, 2])
  })

  test('a cell may go on over lines; the next row is still named by its own', () => {
    const { problems } = read('Time,Service,Notes\n10:30,Laser,"two\nlines ""quoted"""\nlater,Laser,')
    expect(problems).toEqual([{ row: 4, message: 'What stands there is no time.' }])
  })

  test('without names of columns, what stands in them says what they are', () => {
    const { rows, problems } = read('Ada;Lindqvist;Laser;10:30\nEve;Okafor;Lip filler;11:00')
    expect(problems).toEqual([])
    expect(rows).toMatchObject([
      { service: 'laser', provider: 'p1' },
      { service: 'filler', provider: 'p2' },
    ])
  })

  test('columns nobody knows are asked for; once said, they are remembered by name', () => {
    const odd = 'Slot,Thing\n10:30,Laser'
    expect(read(odd)).toMatchObject({ rows: [], problems: [{ message: expect.stringContaining('Which column') }] })
    const remembered = [
      { header: 'SLOT', meaning: 'time' },
      { header: 'thing', meaning: 'service' },
    ] as const
    expect(read(odd, { remembered }).rows).toMatchObject([{ service: 'laser', at: at('10:30') }])
  })

  test('any cells survive being written and read', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ü', '"', ',', ';', '\n', '\r\n', ' ', '1', ':') })
    const row = fc.array(
      cell.map((text) => text.trim()),
      { minLength: 3, maxLength: 3 },
    )
    const filled = row.filter((cells) => cells.some((one) => one !== ''))
    fc.assert(
      fc.property(fc.array(filled, { minLength: 1, maxLength: 6 }), fc.constantFrom(',', ';', '\t'), (rows, sign) => {
        const text = rows.map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(sign)).join('\r\n')
        expect(rowsOf(text, sign).map(({ cells }) => cells)).toEqual(rows)
      }),
    )
  })
})

describe('whatever comes', () => {
  test('nothing that anybody pastes is a fault, and every line is in the text', () => {
    const words = fc.constantFrom(
      '10:30',
      'L',
      'filler',
      ';',
      ',',
      '\n',
      '"',
      'Time',
      'Date',
      '3.3.26',
      'BEGIN:VCALENDAR',
      '\t',
      'é',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words).map((all) => all.join(' ')),
        ),
        (text) => {
          const { rows, problems } = read(text)
          const lines = text.split(/\r\n|\r|\n/).length
          for (const { row } of [...rows, ...problems]) expect(row).toBeLessThanOrEqual(Math.max(1, lines))
        },
      ),
    )
  })

  test('what it is, is seen from how it begins', () => {
    expect(formOf('BEGIN:VCALENDAR\r\nEND:VCALENDAR')).toBe('calendar')
    expect(formOf('1030, L, filler\n1100, O, laser')).toBe('lines')
    expect(formOf('1030 L filler')).toBe('lines')
    expect(formOf('Time;Service\n10:30;Laser')).toBe('table')
  })

  test('a provider who does not perform that is left out, and it says so', () => {
    const services = clinic.services.map((service) =>
      service.id === 'laser' ? { ...service, providers: ['p2'] } : service,
    )
    const { rows, notes } = read('1030 Lindqvist laser\n1100 Okafor laser', { clinic: { ...clinic, services } })
    expect(rows.map(({ provider }) => provider)).toEqual([undefined, 'p2'])
    expect(notes).toEqual([{ row: 1, message: 'Dr Lindqvist does not perform Laser. It is for anyone who does.' }])
  })

  test.each([
    ['a line of a hundred thousand words', `1030 ${'a '.repeat(100_000)}`],
    ['a cell of a hundred thousand words', `Time,Service\n"${'1 '.repeat(100_000)}",Laser`],
    ['a hundred thousand columns', `Time${','.repeat(100_000)}\n10:30${','.repeat(100_000)}`],
    ['nothing but quotes', '"'.repeat(500_000)],
    ['nothing but line breaks', `Time,Service${'\n'.repeat(900_000)}`],
  ])('%s takes no time', (_, text) => {
    const began = performance.now()
    expect(read(text).rows).toEqual([])
    expect(performance.now() - began).toBeLessThan(15_000)
  })

  test('too much is refused as a whole', () => {
    expect(read(`Time,Service\n${'10:30,Laser\n'.repeat(5_001)}`).problems[0]?.message).toContain(
      'more than 5000 lines',
    )
    expect(read('x'.repeat(1_000_001)).problems[0]?.message).toContain('more than 1 MB')
  })
})
