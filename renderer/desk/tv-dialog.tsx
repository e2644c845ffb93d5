/** The TV from the desk: what is on it, what it says, and how loud it is. One button opens it, one dialog holds it all. */
import { type ReactElement, useState } from 'react'
import { Action } from '../shared/action.tsx'
import { Dialog } from '../shared/dialog.tsx'
import { SayOnTv } from '../shared/say-on-tv.tsx'
import { SoundBar } from '../shared/sound-bar.tsx'
import { TimesOnTv } from '../shared/times-on-tv.tsx'
import { useTv } from '../shared/tv-link.ts'
import { TvNow } from '../shared/tv-now.tsx'
import './tv-dialog.css'

/** The button for the head of the page, and what it opens. @param zone of the clinic's clocks */
export function TvMenu({ zone, canPress }: { readonly zone: string; readonly canPress: boolean }): ReactElement {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Action look="quiet" onPress={() => setOpen(true)}>
        TV &amp; sound
      </Action>
      {isOpen && <TvDialog zone={zone} canPress={canPress} onClose={() => setOpen(false)} />}
    </>
  )
}

interface TvDialogState {
  readonly zone: string
  readonly canPress: boolean
  readonly onClose: () => void
}

function TvDialog({ zone, canPress, onClose }: TvDialogState): ReactElement {
  const link = useTv()
  const { tv, said, isWrong } = link
  const mayPress = canPress && link.isFresh
  return (
    <Dialog title="TV and sound" look="wide" onClose={onClose}>
      {tv === undefined ? (
        <p role="status">Connecting …</p>
      ) : (
        <div className="tv-menu">
          <TvNow tv={tv} zone={zone} press={link.press} canPress={mayPress} />
          <div className="tv-beside">
            <SayOnTv tv={tv} zone={zone} press={link.press} canPress={mayPress} />
            <TimesOnTv tv={tv} zone={zone} press={link.press} canPress={mayPress} />
          </div>
          <SoundBar tv={tv} zone={zone} press={link.press} canPress={mayPress} />
        </div>
      )}
      <div className="dialog-actions tv-menu-end">
        <p role="status" data-wrong={isWrong}>
          {said}
        </p>
        <Action look="first" onPress={onClose}>
          Done
        </Action>
      </div>
    </Dialog>
  )
}
