/** Two thousand files beside a playlist: only what is looked at is drawn. */
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Asset } from '../../core/asset.ts'
import type { Drag } from '../../renderer/studio/playlists/drag.ts'
import { LibraryPane } from '../../renderer/studio/playlists/library-pane.tsx'

const nothing = () => {}
const drag: Drag = {
  ...{ over: undefined, start: nothing, end: nothing },
  target: { onDragOver: nothing, onDragLeave: nothing, onDrop: nothing },
}
const assets = Array.from({ length: 2_000 }, (_, at): Asset => {
  return { id: `a${at}`, path: `rooms/room ${at}.jpg`, kind: 'image', state: 'ready', notices: [], title: `Room ${at}` }
})

test('of 2,000 files the page draws 60, says how many there are, and offers the rest', () => {
  const taken = new Set(['rooms/room 3.jpg'])
  const pane = <LibraryPane playlists={[]} name="mornings" isOff={false} onAdd={nothing} {...{ assets, drag, taken }} />
  const page = renderToStaticMarkup(pane)
  expect(page.match(/<li/g)).toHaveLength(60)
  expect(page).toContain('2000 to choose from')
  expect(page).toContain('Show 60 more of 1940')
})
