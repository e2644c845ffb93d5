/** An explainer on paper: what the film says, to take home. */
import { createRoot } from 'react-dom/client'
import { ExplainerPage } from './explainer.tsx'

const root = document.getElementById('print')
if (root !== null) createRoot(root).render(<ExplainerPage />)
