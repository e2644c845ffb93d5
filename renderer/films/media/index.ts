/** Entry of the film bundle. */
import { registerRoot } from 'remotion'
import { Root } from './root.tsx'

registerRoot(Root)
