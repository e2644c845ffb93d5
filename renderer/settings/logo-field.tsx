/** The clinic's logo: any picture, made small enough to travel with the name, on a light ground where it needs one. */
import { type ReactElement, useId, useRef, useState } from 'react'
import { Action } from '../shared/action.tsx'
import type { Draft } from './draft.ts'
import { drawLogo } from './logo-picture.ts'

export function LogoField({ draft }: { readonly draft: Draft }): ReactElement {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [trouble, setTrouble] = useState('')
  const { brand } = draft.values
  const { logo, ...bare } = brand

  const take = async (file: File) => {
    const drawn = await drawLogo(file, brand.colors)
    setTrouble(drawn.ok ? '' : drawn.message)
    if (drawn.ok) draft.change('brand', { ...bare, logo: drawn.logo })
  }
  return (
    <fieldset>
      <legend>Logo</legend>
      <div className="logo">
        <div className="logo-place" style={{ background: brand.colors.ground, color: brand.colors.muted }}>
          {logo === undefined ? 'No logo yet' : <img src={logo} alt="The logo, as on the TV" />}
        </div>
        <Action onPress={() => input.current?.click()}>{logo === undefined ? 'Choose a picture' : 'Replace'}</Action>
        {logo !== undefined && (
          <Action look="quiet" label="Remove the logo" onPress={() => draft.change('brand', bare)}>
            Remove
          </Action>
        )}
        <input
          ref={input}
          id={id}
          type="file"
          accept="image/png,image/jpeg,image/webp,image/svg+xml"
          aria-label="Picture of the logo"
          hidden
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? []
            // The same file may be chosen again.
            currentTarget.value = ''
            if (file !== undefined) void take(file)
          }}
        />
        <p className="note" role="status">
          {trouble === ''
            ? 'PNG, JPEG, WebP or SVG. It stands above the name on the TV. One that would be lost on your colours gets a light ground.'
            : trouble}
        </p>
      </div>
    </fieldset>
  )
}
