/** The languages this desk can hand out: those there are words for. */
import { type PatientLanguage, patientLanguages } from '../../core/patient-words.ts'

/** @param wanted what patients of this clinic may choose from, as tags; where that is nothing we have words for, all of them */
export function offeredLanguages(wanted: readonly string[]): readonly PatientLanguage[] {
  const offered = patientLanguages.filter((language) => wanted.includes(language))
  return offered.length === 0 ? patientLanguages : offered
}
