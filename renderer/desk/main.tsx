/** The front desk: who is here, who is called, and the buttons that move them on. */
import { createRoot } from 'react-dom/client'
import { Desk } from './desk.tsx'

const root = document.getElementById('desk')
if (root !== null) createRoot(root).render(<Desk />)
