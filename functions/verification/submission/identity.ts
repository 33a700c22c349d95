import { type FieldError, type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { classifyIdNumber, type IdDocument, type IdNumberRules, normaliseIdNumber } from '../../person/id-number.ts'
import { isLatinName, normaliseName } from '../../person/person-name.ts'
import { normalisePhone } from '../../person/phone.ts'
import type { Elements } from '../check/checker.ts'

/** Three elements in the form that is compared, indexed, sealed and sent, and what the number says. */
export type Identity = Elements & { document: IdDocument }

/** What `readIdentity` says of name and ID number; of the mobile `invalid_phone`. */
export const identityProblems = [
  'invalid_name',
  'name_unreadable',
  'invalid_id_number',
  'id_number_check_digit',
  'id_number_date',
  'id_number_region',
  'id_number_birth_year',
  'id_kind_needs_review',
  'looks_like_residence_permit',
  'looks_like_permanent_resident_card',
  'looks_like_old_permanent_resident_card',
  'looks_like_home_return_permit',
  'looks_like_taiwan_permit',
  'looks_like_exit_permit',
  'looks_like_passport',
  'under_age',
] as const

const errorOf = (pointer: string, read: Outcome<unknown>): FieldError[] =>
  read.ok ? [] : (read.refusal.fields ?? [{ pointer, code: read.refusal.code }])

/** A resident ID carries a name in Chinese characters; a Latin one cannot belong to it. */
const suits = (name: Outcome<string>, document: Outcome<IdDocument>): Outcome<string> =>
  name.ok && document.ok && document.value.kind === 'resident_id' && isLatinName(name.value)
    ? refused('invalid_name')
    : name

/**
 * Everything about typed elements that can be known to be wrong for free. A refusal names every wrong field (pointers
 * `/name`, `/idNumber`, `/phone`); its own code is that of the first.
 */
export const readIdentity = (typed: Elements, rules: IdNumberRules, now: Millis): Outcome<Identity> => {
  const idNumber = normaliseIdNumber(typed.idNumber)
  const document = classifyIdNumber(idNumber, rules, now)
  const name = suits(normaliseName(typed.name), document)
  const phone = normalisePhone(typed.phone)
  const fields = [...errorOf('/name', name), ...errorOf('/idNumber', document), ...errorOf('/phone', phone)]
  if (!name.ok) return refused(name.refusal.code, { fields })
  if (!document.ok) return { ok: false, refusal: { ...document.refusal, fields } }
  if (!phone.ok) return refused(phone.refusal.code, { fields })
  return ok({ name: name.value, idNumber, phone: phone.value, document: document.value })
}
