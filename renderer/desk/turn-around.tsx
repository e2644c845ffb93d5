/** The screen turned around to the patient: their code, what happens next, and the choice of their language. */
import { type ReactElement, useEffect, useRef, useState } from 'react'
import { directionOf, languageName } from '../../core/languages.ts'
import { type PatientLanguage, patientLanguage, patientWords } from '../../core/patient-words.ts'
import { offeredLanguages } from './patient-language.ts'

/** Nobody has turned it back by then: the list is needed more. */
const closesAfterMs = 60_000

interface TurnAroundState {
  /** One, or all of a party. */
  readonly codes: readonly string[]
  /** Of the ticket, as a tag. */
  readonly language: string | undefined
  /** That patients of this clinic may choose from, as tags. */
  readonly languages: readonly string[]
  readonly isPractice: boolean
  readonly onLanguage: (language: PatientLanguage) => void
  readonly onClose: () => void
}

export function TurnAround(state: TurnAroundState): ReactElement {
  const { codes, language: tag, languages, isPractice, onLanguage, onClose } = state
  const dialog = useRef<HTMLDialogElement>(null)
  // What was pressed counts at once, before the hub has answered.
  const [chosen, choose] = useState<PatientLanguage>()
  const language = chosen ?? patientLanguage(tag)
  const newestClose = useRef(onClose)
  newestClose.current = onClose

  useEffect(() => {
    dialog.current?.showModal()
    // Not on a language: the desk's next Enter would choose it.
    dialog.current?.focus()
    dialog.current?.scrollTo(0, 0)
    return fillScreen(() => newestClose.current())
  }, [])
  // Whoever chooses a language has a whole minute again.
  useEffect(() => {
    const timer = setTimeout(() => newestClose.current(), closesAfterMs)
    return () => clearTimeout(timer)
  }, [language])

  const words = patientWords[language]
  return (
    <dialog ref={dialog} className="turn-around" tabIndex={-1} aria-labelledby="turn-around-code" onClose={onClose}>
      {isPractice && <p className="turn-around-practice">Practice</p>}
      <div className="turn-around-words" lang={language} dir={directionOf(language)}>
        <h2 id="turn-around-code">
          <span>{codes.length === 1 ? words.yourCode : words.yourCodes}</span>
          <span className="turn-around-codes" dir="ltr" data-party={codes.length > 1}>
            {codes.map((code) => (
              <b key={code} data-long={code.length > 3}>
                {code}
              </b>
            ))}
          </span>
        </h2>
        <div className="turn-around-next">
          <p>{words.watch}</p>
          <p>{words.goThere}</p>
          <p className="turn-around-order">{words.order}</p>
        </div>
      </div>
      <div className="turn-around-foot">
        <fieldset className="turn-around-languages" aria-label="Language">
          {offeredLanguages(languages).map((offered) => (
            <button
              key={offered}
              type="button"
              lang={offered}
              dir={directionOf(offered)}
              aria-pressed={offered === language}
              onClick={() => {
                choose(offered)
                onLanguage(offered)
              }}
            >
              {languageName(offered)}
            </button>
          ))}
        </fieldset>
        <button type="button" className="turn-around-close" aria-label="Back to the desk" onClick={onClose}>
          <span aria-hidden="true">×</span>
          <span className="key" data-key="Esc" />
        </button>
      </div>
      <span key={language} className="turn-around-time" aria-hidden="true" />
    </dialog>
  )
}

/**
 * The whole screen, where the browser lets a page have it: patients see neither tabs nor other programs.
 *
 * @param onLeft told when somebody leaves it; Escape does that without telling the page of the key
 * @returns gives back what was taken
 */
function fillScreen(onLeft: () => void): () => void {
  const root = document.documentElement
  let isFilled = false
  const look = () => {
    const isNow = document.fullscreenElement === root
    if (isFilled && !isNow) onLeft()
    isFilled = isNow
  }
  document.addEventListener('fullscreenchange', look)
  // A desk that fills the screen already stays as it is.
  if (document.fullscreenElement === null) void root.requestFullscreen?.().catch(() => {})
  return () => {
    document.removeEventListener('fullscreenchange', look)
    if (isFilled) void document.exitFullscreen().catch(() => {})
  }
}
