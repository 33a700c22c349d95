import * as z from 'zod/mini'
import { readTypedCode, SIX_DIGITS } from './codes/typed-code.ts'

/** A code that was sent, in the body of whatever it opens. */
export const typedCode = z
  .string('invalid_sms_code')
  .check(z.overwrite(readTypedCode), z.regex(SIX_DIGITS, 'invalid_sms_code'))
