import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import { doers } from '../../audit/deed.ts'
import { numberedKind } from '../../person/document.ts'
import { askingIn } from '../../verification/methods.ts'
import { openIdentity } from '../../verification/reading/open-identity.ts'
import { type IdentityVendor, taking } from '../../verification/vendors/choice.ts'
import { type HandedIn, METHOD, type OpenDocumentDeps } from './find-handed-in.ts'

/** Whom the account is verified as, in the memory of the function, and the vendors that can be asked about them. */
export type Holder = { name: string; idNumber: string; vendors: readonly IdentityVendor[] }

const reading = { by: doers.service('documents-open'), purpose: 'document_check' } as const

/**
 * X1 opens whom a card is compared with, after the record of it is written: whatever the answer says of them, it is on record that they were looked at.
 * Refuses with `document_needs_resident_id` where no vendor takes their number. Two table calls, one to KMS.
 */
export const openHolder = async (deps: OpenDocumentDeps, { sealed }: HandedIn): Promise<Outcome<Holder>> => {
  const { name, idNumber } = (await openIdentity(deps, sealed, reading, ['name', 'idNumber'])).reveal()
  const vendors = taking(deps.vendors, askingIn(METHOD).question, numberedKind(idNumber))
  return vendors.length > 0 ? ok({ name, idNumber, vendors }) : refused('document_needs_resident_id')
}
