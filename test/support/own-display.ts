/** A display for the windows of each test file: those of two files at once would cover each other. */
import { afterAll } from 'vitest'
import { startVirtualDisplay } from '../../scripts/setup/virtual-display.mjs'

const display = await startVirtualDisplay()
Object.assign(process.env, display.env)
delete process.env.WAYLAND_DISPLAY
afterAll(() => display.stop())
