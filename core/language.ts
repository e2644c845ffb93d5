/** Which language something is in. */
import { z } from 'zod'

/** BCP 47, as far as people write it: `de`, `pt-BR`. */
export const languageTag = z
  .string()
  .regex(
    /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/,
    'Write the language as two letters, like en, or with the region, like es-MX.',
  )
