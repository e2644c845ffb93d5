/** The process that judges dropped files, so that the hub never waits for one. */
export type {} from './messages.ts'
