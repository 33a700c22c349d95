import { normalisePhone } from '../../../functions/person/phone.ts'

/** The number's digits, or what was typed where it is none. */
export const phoneDigits = (typed: string): string => {
  const phone = normalisePhone(typed)
  return phone.ok ? phone.value : typed
}
