/** The slip a patient takes along: the code and what to do with it. No service, no name, no label. */
import type { ReactElement } from 'react'
import { directionOf } from '../../core/languages.ts'
import { type PatientLanguage, patientWords } from '../../core/patient-words.ts'
import { QrCode } from '../shared/qr-code.tsx'

export type SlipPaper = 'receipt' | 'a6'

export interface SlipContent {
  /** One, or all of a party. */
  readonly codes: readonly string[]
  readonly language: PatientLanguage
  /** ISO 8601 UTC. */
  readonly arrivedAt: string
  /** IANA name of the clinic's time zone. */
  readonly zone: string
  /** Of the ticket's page, where a phone can really reach one; without it there is no QR code. */
  readonly address?: string | undefined
  readonly isPractice: boolean
}

export function Slip({ codes, language, arrivedAt, zone, address, isPractice }: SlipContent): ReactElement {
  const words = patientWords[language]
  return (
    <article
      className="slip"
      lang={language}
      dir={directionOf(language)}
      data-party={codes.length > 1}
      data-phone={address !== undefined}
    >
      {isPractice && (
        <p className="slip-practice" lang="en" dir="ltr">
          Practice. Not a ticket.
        </p>
      )}
      <p className="slip-lead">{codes.length === 1 ? words.yourCode : words.yourCodes}</p>
      <p className="slip-codes" dir="ltr">
        {codes.map((code) => (
          <b key={code} data-long={code.length > 3}>
            {code}
          </b>
        ))}
      </p>
      <div className="slip-where">
        <ScreenSign code={codes[0] ?? ''} />
        <p>
          {words.watch} {words.goThere}
        </p>
      </div>
      <p className="slip-order">{words.order}</p>
      {address !== undefined && (
        <div className="slip-phone">
          <QrCode text={address} label={words.phone} />
          <p>{words.phone}</p>
        </div>
      )}
      <p className="slip-foot">
        <span>{words.ask}</span>
        <time dateTime={arrivedAt}>{dayAndTimeIn(language, arrivedAt, zone)}</time>
      </p>
    </article>
  )
}

/** A screen with the code on it: says where to look in any language. */
const ScreenSign = ({ code }: { readonly code: string }): ReactElement => (
  <svg className="screen-sign" viewBox="0 0 64 52" aria-hidden="true">
    <rect x="2" y="2" width="60" height="38" rx="4" fill="none" stroke="currentColor" strokeWidth="3" />
    <path d="M22 49h20M32 41v8" stroke="currentColor" strokeWidth="3" strokeLinecap="round" />
    <text x="32" y="28" textAnchor="middle" direction="ltr">
      {code}
    </text>
  </svg>
)

/** In the patient's language, with the digits that stand in the code and on the clinic's clocks. */
const dayAndTimeIn = (language: PatientLanguage, iso: string, zone: string): string =>
  new Intl.DateTimeFormat(`${language === 'en' ? 'en-GB' : language}-u-ca-gregory-nu-latn`, {
    timeZone: zone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(Date.parse(iso))
