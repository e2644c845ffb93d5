/** Who the clinic is: its name and colours, its kind of practice, its languages and its clock. */
import { type ReactElement, useId } from 'react'
import { longestName, longestTagline } from '../../core/brand-limits.ts'
import { type LanguageTag, languages } from '../../core/languages.ts'
import type { Settings } from '../../core/settings.ts'
import { Check, Choice, SelectField, TextField } from '../shared/fields.tsx'
import { type ColorName, colorProblems, colorWords } from './color-words.ts'
import type { Draft } from './draft.ts'
import { tooLong } from './lengths.ts'
import { LogoField } from './logo-field.tsx'
import { Section } from './section.tsx'

export function ClinicSection({ draft }: { readonly draft: Draft }): ReactElement {
  return (
    <Section id="clinic" title="Clinic">
      <NameFields draft={draft} />
      <LogoField draft={draft} />
      <ProfileField draft={draft} />
    </Section>
  )
}

export function NameFields({ draft }: { readonly draft: Draft }): ReactElement {
  const { brand } = draft.values
  const { tagline: _, ...untagged } = brand
  return (
    <>
      <TextField
        label="Name of the clinic"
        hint="As on your door. The TV, the pages and the films show it."
        value={brand.name}
        isWhole
        isRequired
        problem={tooLong('The name', brand.name, longestName)}
        onChange={(name) => draft.change('brand', { ...brand, name })}
      />
      <TextField
        label="One line under the name"
        hint="May stay empty."
        value={brand.tagline ?? ''}
        isWhole
        problem={tooLong('The line', brand.tagline ?? '', longestTagline)}
        onChange={(tagline) => draft.change('brand', tagline === '' ? untagged : { ...brand, tagline })}
      />
    </>
  )
}

export function ColorsSection({ draft }: { readonly draft: Draft }): ReactElement {
  const { brand } = draft.values
  const problems = colorProblems(brand)
  const id = useId()
  return (
    <Section
      id="colors"
      title="Colours"
      note="For the TV and the films. Text has to stand out by 7 to 1 to be read from the last seat."
    >
      <div className="swatches">
        {Object.entries(colorWords).map(([name, words]) => (
          <label key={name} className="swatch">
            <input
              type="color"
              value={brand.colors[name as ColorName]}
              aria-invalid={problems.some(({ names }) => names.includes(name as ColorName))}
              aria-describedby={problems.length > 0 ? id : undefined}
              onChange={({ currentTarget }) =>
                draft.change('brand', { ...brand, colors: { ...brand.colors, [name]: currentTarget.value } })
              }
            />
            <span>{words}</span>
          </label>
        ))}
      </div>
      <div id={id} className="color-problems" role="status">
        {problems.map(({ message }) => (
          <p key={message}>{message}</p>
        ))}
      </div>
      <div
        className="brand-sample"
        style={{ background: brand.colors.ground, color: brand.colors.text, borderColor: brand.colors.accent }}
      >
        {brand.logo !== undefined && <img src={brand.logo} alt="" />}
        <strong dir="auto">{brand.name}</strong>
        {brand.tagline !== undefined && (
          <span dir="auto" style={{ color: brand.colors.muted }}>
            {brand.tagline}
          </span>
        )}
      </div>
    </Section>
  )
}

export function ProfileField({ draft }: { readonly draft: Draft }): ReactElement {
  const { settings } = draft.values
  return (
    <Choice
      label="Kind of practice"
      value={settings.profile}
      options={[
        { value: 'aesthetic', name: 'Aesthetic', note: 'People choose to come, and pay themselves.' },
        { value: 'medical', name: 'Medical', note: 'People come because they need to.' },
      ]}
      onChange={(profile) => draft.change('settings', { ...settings, profile })}
    />
  )
}

const mostTvLanguages = 2

export function LanguagesSection({ draft }: { readonly draft: Draft }): ReactElement {
  const { settings } = draft.values
  const { tv, patients } = settings.languages
  const change = (part: Partial<Settings['languages']>) =>
    draft.change('settings', { ...settings, languages: { ...settings.languages, ...part } })
  const options = languages.map(({ tag, own, name }) => ({
    value: tag,
    name: own === name ? name : `${own} (${name})`,
  }))
  return (
    <Section
      id="languages"
      title="Languages"
      note="Of your clinic, and of the people who wait in it. A film that is there in several languages plays in those of the TV."
    >
      <div className="pair">
        <SelectField
          label="First language on the TV"
          value={tv[0] ?? 'en'}
          options={options}
          onChange={(first) => change({ tv: [first as LanguageTag, ...tv.slice(1).filter((tag) => tag !== first)] })}
        />
        <SelectField
          label="Second language on the TV"
          value={tv[1] ?? ''}
          options={[{ value: '', name: 'None' }, ...options.filter(({ value }) => value !== tv[0])]}
          onChange={(second) =>
            change({
              tv: [...tv.slice(0, 1), ...(second === '' ? [] : [second as LanguageTag])].slice(0, mostTvLanguages),
            })
          }
        />
      </div>
      <fieldset>
        <legend>Languages patients may choose</legend>
        <div className="checks">
          {languages.map(({ tag, own, name }) => (
            <Check
              key={tag}
              look="chip"
              label={<LanguageName own={own} name={name} tag={tag} />}
              isOn={patients.includes(tag)}
              onChange={(isOn) => {
                const wanted = isOn ? [...patients, tag] : patients.filter((one) => one !== tag)
                // Somebody has to be able to read something.
                if (wanted.length > 0) change({ patients: wanted })
              }}
            />
          ))}
        </div>
      </fieldset>
    </Section>
  )
}

/** Other letters than Latin ones are not on every computer: the English name stands beside them. */
const LanguageName = ({ own, name, tag }: { readonly own: string; readonly name: string; readonly tag: string }) => (
  <>
    <bdi lang={tag}>{own}</bdi>
    {/\p{Script=Latin}/u.test(own) ? null : <span className="also"> {name}</span>}
  </>
)
