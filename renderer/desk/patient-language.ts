/** The languages this desk can hand out: those there are words for, as far as this computer has letters for them. */
import { type PatientLanguage, patientLanguage, patientLanguages, patientWords } from '../../core/patient-words.ts'
import { hasLettersFor } from '../shared/letters.ts'

/** The same in hand-out.css: Latin letters are bundled, the others are the system's. */
const family =
  '"Figtree Variable", system-ui, "Noto Sans", "Microsoft YaHei", "PingFang SC", "Noto Sans SC", sans-serif'

const canWrite = (language: PatientLanguage): boolean => hasLettersFor(patientWords[language].name, family)

/** @param wanted what patients of this clinic may choose from, as tags; where that is nothing we have words for, all of them */
export function offeredLanguages(wanted: readonly string[]): readonly PatientLanguage[] {
  const writable = patientLanguages.filter(canWrite)
  const offered = writable.filter((language) => wanted.includes(language))
  return offered.length === 0 ? writable : offered
}

/** @param tag of the ticket */
export function languageFor(tag: string | undefined): PatientLanguage {
  const language = patientLanguage(tag)
  return canWrite(language) ? language : 'en'
}

/** What a language calls itself. */
export const patientName = (tag: string): string => patientWords[patientLanguage(tag)].name
