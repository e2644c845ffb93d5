/** What is rarely needed at check-in, folded: people together, needs, priority, language, what comes after, arrival. */

import { type ReactElement, useRef } from 'react'
import { languageName } from '../../core/languages.ts'
import { needWords } from '../shared/need-icon.tsx'
import { useDesk } from './desk-context.ts'
import { nameOf } from './lanes.ts'
import { TogetherField } from './party-field.tsx'
import type { ArrivalDraft } from './visit-draft.ts'
import { FurtherField, LanguageField, NeedsField, PriorityField, TimeField } from './visit-fields.tsx'

interface ArrivalFieldsState {
  readonly draft: ArrivalDraft
  readonly change: (part: Partial<ArrivalDraft>) => void
}

const mostPeople = 4

export function ArrivalFields({ draft, change }: ArrivalFieldsState): ReactElement {
  const { clinic } = useDesk()
  const given = givenWords(draft, (id) => nameOf(clinic.services, id))
  // Half filled in before a reload, it opens with what is in it.
  const startsOpen = useRef(given.length > 0)
  return (
    <details className="more-fields" open={startsOpen.current || undefined}>
      <summary>
        <span className="more-word">More</span>
        <small>{given.length === 0 ? 'together, needs, language …' : given.join(' · ')}</small>
      </summary>
      <div className="more-grid">
        <fieldset className="chips">
          <legend>People</legend>
          {Array.from({ length: mostPeople }, (_, index) => index + 1).map((people) => (
            <label key={people}>
              <input type="radio" name="people" checked={draft.people === people} onChange={() => change({ people })} />
              <span>{people === 1 ? '1 person' : people === 2 ? '2 together' : people}</span>
            </label>
          ))}
        </fieldset>
        {draft.people > 1 && <TogetherField together={draft.together} onChange={(together) => change({ together })} />}
        <NeedsField draft={draft} change={change} />
        <PriorityField draft={draft} change={change} />
        <FurtherField draft={draft} change={change} />
        <div className="pair">
          <LanguageField draft={draft} change={change} />
          <TimeField
            label="Here since"
            name="arrived"
            value={draft.arrived}
            onChange={(arrived) => change({ arrived })}
          />
        </div>
      </div>
    </details>
  )
}

/** What stands in the folded fields, so that nothing is sent unseen. */
function givenWords(draft: ArrivalDraft, serviceName: (id: string) => string): readonly string[] {
  const { people, together, needs, goesFirst, further, language, arrived } = draft
  return [
    ...(people === 1 ? [] : [`${people} people ${together ? 'together' : 'one after another'}`]),
    ...needs.map((need) => needWords[need]),
    ...(goesFirst ? ['goes first'] : []),
    ...(further.length === 0 ? [] : [`then ${further.map(serviceName).join(', ')}`]),
    ...(language === '' ? [] : [languageName(language)]),
    ...(arrived === '' ? [] : [`here since ${arrived}`]),
  ]
}
