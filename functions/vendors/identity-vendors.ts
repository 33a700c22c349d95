import type { NumberedKind } from '../person/document.ts'
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
  },
  alibaba_cloud: {
    carrier_three_element: idsAndPermits,
    identity_two_element: idsAndPermits,
    bank_card_four_element: ['resident_id'],
  },
}

/** The identity vendors of a deployment, the most preferred first. */
export const identityVendorsIn = ({ identity }: Pick<VerificationSettings, 'identity'>): IdentityVendor[] =>
  identity.vendors.map((name) => ({ name, unreached: unreached[name], takes: takes[name] }))
