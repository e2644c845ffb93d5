/** Entry of the bundle that renders explainers: only what they are made of, so that nothing else asks for new films. */
import { registerRoot } from 'remotion'
import { ProcedureScenes } from './procedure.tsx'

registerRoot(ProcedureScenes)
