import type { Ids } from '../../shared/kernel/ids.ts'
import type { IdentityChecker } from '../verification/check/checker.ts'
import { addressIn, openedOnce, type VendorParts } from './accounts.ts'

/** `identity.detailed`: whether to ask for what differs, where a vendor tells it and costs more for it. */
export type CheckerParts = VendorParts & { ids: Ids; identity: { detailed: boolean } }

type Made = CheckerParts & { url: string; detailed: boolean }

/** Where each vendor is, which secret holds this deployment's account there, and what speaks to it, loaded at its first call. */
const vendors = new Map<
  string,
  { address: string; secret: string; load: (of: Made) => Promise<(json: unknown) => IdentityChecker> }
>([
  [
    'tencent_cloud',
    {
      address: 'TENCENT_FACEID_URL',
      secret: 'SECRET_TENCENT_CLOUD',
      load: async (of) => (await import('./tencent-cloud/face-id.ts')).tencentCloudFrom(of),
    },
  ],
  [
    'alibaba_cloud',
    {
      address: 'ALIBABA_CLOUDAUTH_URL',
      secret: 'SECRET_ALIBABA_CLOUD',
      load: async (of) => (await import('./alibaba-cloud/cloudauth.ts')).cloudauthFrom(of),
    },
  ],
])

/** A vendor this deployment has no account at: is sent nothing, and whoever lets it be asked has to mend that. */
const withoutAccount = (vendor: string): IdentityChecker => ({
  vendor,
  check: async () => ({ kind: 'not_executed', vendorCode: 'vendor_not_configured', notSent: true, needsRepair: true }),
})

/**
 * The identity vendors of this deployment, by name. Each is loaded at its first call, so that a cold start pays for none that is not
 * asked, and lives as long as its secret is kept.
 */
export const identityCheckers = (parts: CheckerParts): ((vendor: string) => Promise<IdentityChecker>) =>
  openedOnce(async (vendor) => {
    const found = vendors.get(vendor)
    if (!found) throw new Error(`no identity vendor is called ${vendor}`)
    if (!parts.env(found.secret)) return async () => withoutAccount(vendor)
    const url = addressIn(parts, found.address)
    return parts.secret(found.secret, await found.load({ ...parts, url, detailed: parts.identity.detailed }))
  })
