import type { Ids } from '../../shared/kernel/ids.ts'
import type { CompanyChecker } from '../certification/company/checker.ts'
import { addressIn, openedOnce, type VendorParts } from './accounts.ts'

export type CompanyParts = VendorParts & { ids: Ids }

type Made = CompanyParts & { url: string }

/** Where each vendor is, which secret holds this deployment's account there, and what speaks to it, loaded at its first call. */
const vendors = new Map<
  string,
  { address: string; secret: string; load: (of: Made) => Promise<(json: unknown) => CompanyChecker> }
>([
  [
    'tencent_cloud',
    {
      address: 'TENCENT_OCR_URL',
      secret: 'SECRET_TENCENT_CLOUD',
      load: async (of) => (await import('./tencent-cloud/company.ts')).tencentCompanyFrom(of),
    },
  ],
  [
    'alibaba_cloud',
    {
      address: 'ALIBABA_CLOUDAUTH_URL',
      secret: 'SECRET_ALIBABA_CLOUD',
      load: async (of) => (await import('./alibaba-cloud/company.ts')).alibabaCompanyFrom(of),
    },
  ],
])

/** A vendor this deployment has no account at: is sent nothing, and whoever lets it be asked has to mend that. */
const withoutAccount = (vendor: string): CompanyChecker => ({
  vendor,
  check: async () => ({ kind: 'not_executed', vendorCode: 'vendor_not_configured', notSent: true, needsRepair: true }),
})

/**
 * The vendors that look companies up for this deployment, by name. Each is loaded at its first call, and lives as long as its secret is
 * kept.
 */
export const companyCheckers = (parts: CompanyParts): ((vendor: string) => Promise<CompanyChecker>) =>
  openedOnce(async (vendor) => {
    const found = vendors.get(vendor)
    if (!found) throw new Error(`no vendor of companies is called ${vendor}`)
    if (!parts.env(found.secret)) return async () => withoutAccount(vendor)
    const url = addressIn(parts, found.address)
    return parts.secret(found.secret, await found.load({ ...parts, url }))
  })
