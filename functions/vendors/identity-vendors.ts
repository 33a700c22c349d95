import { type NumberedKind, numberedKinds } from '../person/document.ts'
import type { IdentityVendorName, VerificationSettings } from '../verification/settings.ts'
import type { IdentityVendor } from '../verification/vendors/choice.ts'

/**
 * First digits of mobile numbers that a vendor's documents leave out: China Broadnet and the virtual operators at Tencent Cloud
 * (product/1007/47911). Alibaba Cloud lists none.
 */
const unreached: Readonly<Record<IdentityVendorName, readonly string[]>> = {
  tencent_cloud: ['162', '165', '167', '170', '171', '192'],
  alibaba_cloud: [],
}

const idsAndPermits: readonly NumberedKind[] = ['resident_id', 'residence_permit']

/**
 * Documents as the vendors name them. Alibaba Cloud takes resident IDs and residence permits at Mobile3Meta; Tencent Cloud says nothing
 * else of PhoneVerification, and of its bank checks that they take resident IDs only. Where neither says anything, what the register of
 * citizens' numbers holds. Neither names
 * permanent resident cards, and a call that finds nobody would keep their holders away for days.
 */
const takes: Readonly<Record<IdentityVendorName, IdentityVendor['takes']>> = {
  tencent_cloud: {
    carrier_three_element: idsAndPermits,
    identity_two_element: idsAndPermits,
    bank_card_four_element: ['resident_id'],
    phone_still_held: [],
  },
  alibaba_cloud: {
    carrier_three_element: idsAndPermits,
    identity_two_element: idsAndPermits,
    bank_card_four_element: ['resident_id'],
    // Is told no document.
    phone_still_held: numberedKinds,
  },
}

const vendorNamed = (name: IdentityVendorName): IdentityVendor => ({
  name,
  unreached: unreached[name],
  takes: takes[name],
})

/** The identity vendors of a deployment, the most preferred first. */
export const identityVendorsIn = ({ identity }: Pick<VerificationSettings, 'identity'>): IdentityVendor[] =>
  identity.vendors.map(vendorNamed)

/** Those that are asked whether a number was given to somebody else, the most preferred first; none where that is off. */
export const recheckersIn = ({ recheck }: Pick<VerificationSettings, 'recheck'>): IdentityVendor[] =>
  recheck.afterMs > 0 ? recheck.vendors.map(vendorNamed) : []
