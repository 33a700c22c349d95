import { numberedKinds } from '../../../functions/person/document.ts'
import type { IdentityVendor } from '../../../functions/verification/vendors/choice.ts'

/** An identity vendor that takes every document and reaches every number, but for what is said. */
export const vendorNamed = (name: string, but: Partial<IdentityVendor> = {}): IdentityVendor => ({
  name,
  unreached: [],
  takes: {
    carrier_three_element: numberedKinds,
    identity_two_element: numberedKinds,
    bank_card_four_element: numberedKinds,
    phone_still_held: numberedKinds,
  },
  ...but,
})
