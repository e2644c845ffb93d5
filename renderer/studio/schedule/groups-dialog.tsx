/** Groups of screens: a schedule for “Hall” plays on every screen of that group. */
import { type ReactElement, useState } from 'react'
import { Action } from '../../shared/action.tsx'
import { Dialog } from '../../shared/dialog.tsx'
import { Check, TextField } from '../../shared/fields.tsx'
import { screenName } from '../../shared/tv-now.tsx'
import type { ScreenGroup } from '../programming.ts'
import { useWorld } from '../studio-context.ts'

interface GroupsState {
  readonly groups: readonly ScreenGroup[]
  readonly screens: readonly string[]
  /** @returns whether they were saved */
  readonly onSave: (groups: readonly ScreenGroup[]) => Promise<boolean>
  readonly onClose: () => void
}

interface Line extends ScreenGroup {
  readonly key: number
}

export function GroupsDialog({ groups, screens, onSave, onClose }: GroupsState): ReactElement {
  const { canPress } = useWorld()
  const [lines, setLines] = useState<readonly Line[]>(groups.map((group, key) => ({ ...group, key })))
  const [isWrong, setWrong] = useState(false)
  const set = (key: number, more: Partial<ScreenGroup>) =>
    setLines(lines.map((line) => (line.key === key ? { ...line, ...more } : line)))
  const names = lines.map(({ name }) => name.trim())
  const isReady = names.every((name, at) => name !== '' && names.indexOf(name) === at)
  // A screen that is away keeps its place in its groups.
  const known = [...new Set([...screens, ...groups.flatMap((group) => group.screens)])].sort()
  const save = async () => {
    const wanted = lines.map(({ name, screens: own }) => ({ name: name.trim(), screens: own }))
    if (await onSave(wanted)) onClose()
    else setWrong(true)
  }
  return (
    <Dialog title="Groups of screens" onClose={onClose}>
      <p>A schedule can be for a group, such as “Hall” or “Children”.</p>
      <ul className="groups">
        {lines.map((line, at) => (
          <li key={line.key}>
            <TextField
              label={`Name of group ${at + 1}`}
              value={line.name}
              most={40}
              isRequired
              onChange={(name) => set(line.key, { name })}
            />
            <fieldset className="checks">
              <legend>Its screens</legend>
              {known.map((id) => (
                <Check
                  key={id}
                  look="chip"
                  label={screenName(id)}
                  isOn={line.screens.includes(id)}
                  onChange={(isOn) =>
                    set(line.key, { screens: known.filter((one) => (one === id ? isOn : line.screens.includes(one))) })
                  }
                />
              ))}
            </fieldset>
            <Action
              look="quiet"
              label={`Take away: ${line.name === '' ? 'this group' : line.name}`}
              onPress={() => setLines(lines.filter(({ key }) => key !== line.key))}
            >
              Take away
            </Action>
          </li>
        ))}
      </ul>
      <Action
        onPress={() =>
          setLines([...lines, { key: Math.max(0, ...lines.map(({ key }) => key)) + 1, name: '', screens: [] }])
        }
      >
        Add a group
      </Action>
      {isWrong && <p role="alert">This was not saved. The page behind says why.</p>}
      <div className="dialog-actions">
        <Action onPress={onClose}>Cancel</Action>
        <Action look="first" isOff={!canPress || !isReady} onPress={() => void save()}>
          Save
        </Action>
      </div>
    </Dialog>
  )
}
