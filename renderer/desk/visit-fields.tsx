/** The fields of a visit that the form folds away and *Edit* shows: needs, priority, language, further services. */

import type { ReactElement } from 'react'
import { languageName } from '../../core/languages.ts'
import type { PriorityReason } from '../../core/queue-state.ts'
import { NeedIcon, needWords } from '../shared/need-icon.tsx'
import { useDesk } from './desk-context.ts'
import { nameOf, providersFor } from './lanes.ts'
import { allNeeds, allReasons, priorityWords } from './needs.ts'
import type { VisitDraft } from './visit-draft.ts'

export interface FieldState {
  readonly draft: VisitDraft
  readonly change: (part: Partial<VisitDraft>) => void
}

export function NeedsField({ draft: { needs }, change }: FieldState): ReactElement {
  return (
    <fieldset className="chips">
      <legend>Needs</legend>
      {allNeeds.map((need) => (
        <label key={need}>
          <input
            type="checkbox"
            name={`need-${need}`}
            checked={needs.includes(need)}
            onChange={({ currentTarget }) =>
              // Always in the same order: the same needs are no change.
              change({ needs: allNeeds.filter((one) => (one === need ? currentTarget.checked : needs.includes(one))) })
            }
          />
          <span className="chip-need">
            <NeedIcon need={need} />
            {needWords[need]}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

export function PriorityField({ draft: { goesFirst, reason }, change }: FieldState): ReactElement {
  return (
    <div className="priority-field">
      <div className="chips">
        <label>
          <input
            type="checkbox"
            name="goes-first"
            checked={goesFirst}
            onChange={({ currentTarget }) => change({ goesFirst: currentTarget.checked })}
          />
          <span>Goes first</span>
        </label>
      </div>
      {goesFirst && (
        <select
          name="reason"
          aria-label="Why they go first"
          required
          value={reason}
          onChange={({ currentTarget }) => change({ reason: currentTarget.value as PriorityReason })}
        >
          <option value="">because …</option>
          {allReasons.map((one) => (
            <option key={one} value={one}>
              {priorityWords[one]}
            </option>
          ))}
        </select>
      )}
    </div>
  )
}

export function LanguageField({ draft: { language }, change }: FieldState): ReactElement {
  const { languages } = useDesk().clinic
  const offered = language === '' || languages.includes(language) ? languages : [language, ...languages]
  return (
    <label>
      <span>Language</span>
      <select
        name="language"
        value={language}
        onChange={({ currentTarget }) => change({ language: currentTarget.value })}
      >
        <option value="">The clinic’s</option>
        {offered.map((tag) => (
          <option key={tag} value={tag} lang={tag}>
            {languageName(tag)}
          </option>
        ))}
      </select>
    </label>
  )
}

export function ProviderField({ draft: { service, provider }, change }: FieldState): ReactElement | null {
  const providers = providersFor(service, useDesk().clinic)
  if (providers.length < 2) return null
  return (
    <label>
      <span>With</span>
      <select
        name="provider"
        value={provider}
        onChange={({ currentTarget }) => change({ provider: currentTarget.value })}
      >
        <option value="">Anyone</option>
        {providers.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

interface TimeFieldState {
  readonly label: string
  readonly name: string
  readonly value: string
  readonly onChange: (time: string) => void
}

export function TimeField({ label, name, value, onChange }: TimeFieldState): ReactElement {
  return (
    <label>
      <span>{label}</span>
      <input type="time" name={name} value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)} />
    </label>
  )
}

const mostFurther = 5

/** Services after the first, each with a way out; the same code goes through all of them. */
export function FurtherField({ draft: { further }, change }: FieldState): ReactElement | null {
  const { services } = useDesk().clinic
  if (services.length < 2 && further.length === 0) return null
  return (
    <fieldset className="further">
      <legend>Afterwards, with the same code</legend>
      {further.length > 0 && (
        <ol>
          {further.map((id, index) => (
            <li key={`${id} ${index}`}>
              <span>{nameOf(services, id)}</span>
              <button
                type="button"
                className="action action-quiet"
                aria-label={`Without ${nameOf(services, id)}`}
                onClick={() => change({ further: further.toSpliced(index, 1) })}
              >
                ✕
              </button>
            </li>
          ))}
        </ol>
      )}
      {further.length < mostFurther && (
        <select
          name="further"
          aria-label="Add a further service"
          value=""
          onChange={({ currentTarget }) => change({ further: [...further, currentTarget.value] })}
        >
          <option value="">Add a service …</option>
          {services.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </fieldset>
  )
}
