/** The room: who is next for one provider, who is with them, and the buttons that go with it. */
import { createRoot } from 'react-dom/client'
import { Room } from './room.tsx'

const root = document.getElementById('room')
if (root !== null) createRoot(root).render(<Room />)
