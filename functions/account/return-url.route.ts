import * as z from 'zod/mini'
import { LONGEST_RETURN_URL } from './links/return-url.ts'

/** Where the pages lead back to. Under which origins it may be is decided by the settings. */
export const returnUrl = z
  .string('invalid_return_url')
  .check(z.minLength(1, 'invalid_return_url'), z.maxLength(LONGEST_RETURN_URL, 'invalid_return_url'))
