/** What the columns of a table mean: by what they were taken for before, by their names, else by what stands in them. */
import type { Column, ColumnMeaning, Reading } from './booking.ts'
import { folded, meantProvider, meantService } from './booking-names.ts'
import { momentOf } from './booking-time.ts'

/** As the booking programs of several countries call them, without accents. */
const names: Readonly<Record<Exclude<ColumnMeaning, 'nothing'>, RegExp>> = {
  number:
    /^(id|uid|no|nr|number|nummer|(appointment|booking|event|termin|buchungs?|cita) ?(id|no|nr|number|nummer)|reference|ref|referenz)$/,
  status: /^(status|state|stand|estado|etat|storniert|cancelled|canceled)$/,
  end: /^(end|ende|bis|to|until|end ?(time|zeit)|finish|fin|hasta)$/,
  minutes: /^(minutes|min|mins|dauer|duration|length|lange|duree|duracion)( (in )?(min|mins|minutes|minuten))?$/,
  date: /^(date|datum|tag|day|fecha|jour|data|(appointment|start|termin) ?(date|datum))$/,
  time: /^(time|zeit|uhrzeit|start|beginn|von|from|at|hora|heure|when|termin|(appointment|start|beginn?) ?(time|zeit|at)|date ?(and )?time|datum ?(und )?(uhr)?zeit|starts( at)?)$/,
  service:
    /^(service|services|treatment|behandlung(sart)?|leistung|terminart|art|type|(appointment|visit|event) type|reason|grund|procedure|tratamiento|servicio|soin|motif|prestation|summary|subject|betreff)$/,
  provider:
    /^(provider|doctor|dr|arzt|arztin|behandler(in)?|practitioner|therapist|staff|mitarbeiter(in)?|resource|ressource|clinician|with|bei|medico|medecin|praticien|calendar|kalender|employee)$/,
  name: /(^|\b)(name|patient|patientin|client|kunde|kundin|guest|gast|vorname|nachname|surname|paciente|nom|prenom|nombre|apellidos?|email|e mail|mail|phone|telefon|tel|mobile|handy|dob|geburtsdatum|birth|address|adresse|notes?|notiz|bemerkung|comment)\b/,
}

/** @returns a meaning for each column, and whether the first row is its names */
export function columnsOf(
  rows: readonly (readonly string[])[],
  reading: Reading,
): { readonly columns: readonly Column[]; readonly hasHeader: boolean } {
  const [first = []] = rows
  const width = Math.max(...rows.slice(0, 50).map((cells) => cells.length))
  const remembered = new Map((reading.remembered ?? []).map(({ header, meaning }) => [folded(header), meaning]))
  const known = first.map((header) => remembered.get(folded(header)) ?? named(header))
  // A row that has a time in it is an appointment already.
  const hasHeader =
    known.some((meaning) => meaning !== undefined) && !first.some((cell) => momentOf(cell) !== undefined)
  const columns = Array.from({ length: width }, (_, index): Column => {
    const header = hasHeader ? first[index] || `Column ${index + 1}` : `Column ${index + 1}`
    const meaning = (hasHeader ? known[index] : undefined) ?? remembered.get(folded(header))
    const cells = rows.slice(hasHeader ? 1 : 0, 200).map((row) => row[index] ?? '')
    return { header, meaning: meaning ?? (hasHeader ? 'nothing' : seen(cells, reading)) }
  })
  return { columns: onlyOnce(columns), hasHeader }
}

function named(header: string): ColumnMeaning | undefined {
  const plain = folded(header)
  const found = Object.entries(names).find(([, form]) => form.test(plain))
  return found?.[0] as ColumnMeaning | undefined
}

/** For tables without names of columns. */
function seen(cells: readonly string[], reading: Reading): ColumnMeaning {
  const filled = cells.filter((cell) => cell !== '')
  const most = (holds: (cell: string) => boolean) =>
    filled.length > 0 && filled.filter(holds).length > filled.length * 0.6
  if (most((cell) => momentOf(cell)?.minute !== undefined)) return 'time'
  if (most((cell) => momentOf(cell)?.date !== undefined)) return 'date'
  if (most((cell) => meantService(cell, reading.clinic).kind === 'one')) return 'service'
  return most((cell) => meantProvider(cell, reading.clinic).kind === 'one') ? 'provider' : 'nothing'
}

/** Two columns of one meaning: the first is it. Names may have several columns. */
function onlyOnce(columns: readonly Column[]): readonly Column[] {
  const taken = new Set<ColumnMeaning>()
  return columns.map((column) => {
    const isTaken = column.meaning !== 'name' && taken.has(column.meaning)
    taken.add(column.meaning)
    return isTaken ? { ...column, meaning: 'nothing' as const } : column
  })
}
