/** The day report: what a day was like, for whoever has to make the next one better. */
import { createRoot } from 'react-dom/client'
import { Report } from './report.tsx'

const root = document.getElementById('report')
if (root !== null) createRoot(root).render(<Report />)
