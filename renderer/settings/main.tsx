/** The settings of the clinic: all on one page, or step by step at `/setup`. */
import type { ReactElement } from 'react'
import { createRoot } from 'react-dom/client'
import { useToday } from './around.ts'
import { useDraft } from './draft.ts'
import { SettingsPage } from './settings-page.tsx'
import { Wizard } from './wizard.tsx'

function Whole(): ReactElement {
  const draft = useDraft()
  const today = useToday()
  if (draft.kind !== 'here' || today === undefined) {
    return (
      <main className="opening">
        <h1>Settings</h1>
        {draft.kind === 'absent' ? (
          <p role="alert">Anteroom does not answer. It is asked every two seconds, and this page goes on by itself.</p>
        ) : (
          <p role="status">Connecting …</p>
        )}
      </main>
    )
  }
  return location.pathname === '/setup' ? (
    <Wizard draft={draft} {...today} />
  ) : (
    <SettingsPage draft={draft} {...today} />
  )
}

const root = document.getElementById('settings')
if (root !== null) createRoot(root).render(<Whole />)
