/** Words in one line, as people type and paste them: every script and every small picture, and nothing that breaks or turns the line. */
import { z } from 'zod'

/**
 * What nobody sees and word processors leave behind: marks that turn the direction of all that follows, byte order marks,
 * spaces without width. The joiners stay (U+200C, U+200D): Persian is written with one, a family of emoji with the other.
 */
const unseen = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g

/** One half of a sign alone, and what Unicode says is none, are as little a text as a control character. */
const whole = /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]*$/u

/** Trimmed; how long it may be is for the field to say. */
export const oneLine = () =>
  z
    .string()
    .overwrite((text) => text.replace(unseen, '').trim())
    .regex(whole, 'Line breaks and control characters are not possible.')
