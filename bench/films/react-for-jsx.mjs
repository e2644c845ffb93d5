/** The bundler of Remotion's command line compiles JSX in the old way, which looks for React here. Imported before any JSX. */
import * as React from 'react'

globalThis.React = React
