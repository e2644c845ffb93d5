/** Something that is not as it should be, in a sentence that says what happens next. */
import { z } from 'zod'

export const problem = z.object({
  /** What it is about: `content`, `brand.yaml`, `playlists/NAME.yaml`, `clock` … */
  about: z.string(),
  message: z.string(),
  line: z.int().positive().optional(),
  column: z.int().positive().optional(),
})
export type Problem = z.infer<typeof problem>
