import * as z from 'zod/mini'
import { normaliseIdNumber } from '../person/id-number.ts'

const MAX_TYPED = 40

const LAST_FOUR = /^\d{3}[\dX]$/

/** The last four of an ID number as typed, in the body of whatever they help to open. */
export const typedLastFour = z
  .string('invalid_id_last_four')
  .check(
    z.maxLength(MAX_TYPED, 'invalid_id_last_four'),
    z.overwrite(normaliseIdNumber),
    z.regex(LAST_FOUR, 'invalid_id_last_four'),
  )
