/** The monthly page: what played, how many waited meanwhile, what people asked about; for whoever pays for it. */
import { createRoot } from 'react-dom/client'
import { MonthPage } from './month.tsx'

const root = document.getElementById('month')
if (root !== null) createRoot(root).render(<MonthPage />)
