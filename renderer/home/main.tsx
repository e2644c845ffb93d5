/** The overview: what the hub knows at this moment, for whoever opens its address. */
import { createRoot } from 'react-dom/client'
import { Home } from './home.tsx'

const root = document.getElementById('home')
if (root !== null) createRoot(root).render(<Home />)
