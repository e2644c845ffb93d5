/** Tells the page which screen it is, and nothing else. Sandboxed preloads cannot be ES modules. */
const { contextBridge }: typeof import('electron') = require('electron')

const prefix = '--anteroom-screen='
const screen = process.argv.find((word) => word.startsWith(prefix))?.slice(prefix.length) ?? 'screen-1'
contextBridge.exposeInMainWorld('anteroom', { screen })
