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

/** The identity vendors of a deployment, the most preferred first. */
export const identityVendorsIn = ({ identity }: Pick<VerificationSettings, 'identity'>): IdentityVendor[] =>
  identity.vendors.map((name) => ({ name, unreached: unreached[name] }))
