/** What an operation of the hub is: its address, who may call it, what goes in and what comes out. */
import type { z } from 'zod'

export const roles = ['screen', 'desk', 'provider', 'marketing', 'manager', 'administrator'] as const
/** `patient` is whoever holds the token of a ticket; everybody else is named above. */
export type Role = (typeof roles)[number] | 'patient'

export interface Parameter {
  readonly in: 'path' | 'query' | 'header'
  readonly name: string
  readonly schema: z.ZodType
  readonly description: string
}

export interface Operation {
  readonly method: 'get' | 'post' | 'put' | 'delete'
  readonly path: string
  readonly summary: string
  /** Who may call it once people can sign in; until then a caller on this computer has every right. */
  readonly roles: readonly Role[]
  readonly parameters?: readonly Parameter[]
  /** What is sent, as JSON; absent for a route that takes nothing or raw bytes. */
  readonly body?: z.ZodType
  /** Absent for a route that does not answer with JSON. */
  readonly answer?: z.ZodType
  /** What success is called; 200 when nobody says. */
  readonly status?: 201
}
