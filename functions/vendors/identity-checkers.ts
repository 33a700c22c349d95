import type { IdentityChecker } from '../verification/check/checker.ts'
import { addressIn, type VendorParts } from './accounts.ts'

type Opened = () => Promise<IdentityChecker>

/** Loads what speaks to a vendor, and answers how it is made of the account's secret. */
const loads = new Map<string, (parts: VendorParts) => Promise<Opened>>([
  [
    'tencent_cloud',
    async (parts) => {
      const url = addressIn(parts, 'TENCENT_FACEID_URL')
      const { tencentCloudFrom } = await import('./tencent-cloud/face-id.ts')
      return parts.secret('SECRET_TENCENT_CLOUD', tencentCloudFrom({ ...parts, url }))
    },
  ],
])

/**
 * The identity vendors of this deployment, by name. Each is loaded at its first call, so that a cold start pays for none that is not
 * asked, and lives as long as its secret is kept.
 */
export const identityCheckers = (parts: VendorParts): ((vendor: string) => Promise<IdentityChecker>) => {
  const opened = new Map<string, Promise<Opened>>()
  return async (vendor) => {
    const load = loads.get(vendor)
    if (!load) throw new Error(`no identity vendor is called ${vendor}`)
    const open = opened.get(vendor) ?? load(parts)
    opened.set(vendor, open)
    return (await open)()
  }
}
