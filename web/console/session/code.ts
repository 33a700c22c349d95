import { ungrouped } from '../../../functions/person/typed-digits.ts'

/** The code of an authenticator as it is sent: its six digits, however they were typed; undefined for anything else. */
export const codeTyped = (typed: string): string | undefined => {
  const digits = ungrouped(typed)
  return /^\d{6}$/.test(digits) ? digits : undefined
}
