import type { Ids } from '../../shared/kernel/ids.ts'
import type { SmsSender } from '../account/codes/sms-sender.ts'
import type { Permit } from '../consent/permit.ts'
import { addressIn, openedOnce, type VendorParts } from './accounts.ts'

type SenderParts = VendorParts & { ids: Ids }

/** Where each vendor is, which secret holds this deployment's account there, and what speaks to it, loaded at its first text. */
const vendors = new Map<
  string,
  {
    address: string
    secret: string
    load: (of: SenderParts & { url: string }) => Promise<(json: unknown) => SmsSender<Permit>>
  }
>([
  [
    'tencent_cloud',
    {
      address: 'TENCENT_SMS_URL',
      secret: 'SECRET_TENCENT_CLOUD',
      load: async (of) => (await import('./tencent-cloud/sms.ts')).tencentSmsFrom(of),
    },
  ],
  [
    'alibaba_cloud',
    {
      address: 'ALIBABA_SMS_URL',
      secret: 'SECRET_ALIBABA_CLOUD',
      load: async (of) => (await import('./alibaba-cloud/sms.ts')).alibabaSmsFrom(of),
    },
  ],
])

const MISSING = 'vendor_not_configured'

/** A vendor this deployment has no account at: is sent nothing, and whoever lets it be asked has to mend that. */
const withoutAccount = (vendor: string): SmsSender<Permit> => ({
  vendor,
  sendCode: async () => ({ kind: 'not_taken', because: 'needs_repair', code: MISSING }),
  sendNews: async () => ({ kind: 'not_taken', because: 'needs_repair', code: MISSING }),
  reportOn: async () => ({ kind: 'unavailable', code: MISSING, needsRepair: true }),
})

/**
 * What sends the text messages of this deployment, by vendor, with a secret that is looked for at every text, so that a rotated one is
 * used.
 */
export const smsSenders = (parts: SenderParts): ((vendor: string) => Promise<SmsSender<Permit>>) =>
  openedOnce(async (vendor) => {
    const found = vendors.get(vendor)
    if (!found) throw new Error(`no vendor of texts is called ${vendor}`)
    if (!parts.env(found.secret)) return async () => withoutAccount(vendor)
    return parts.secret(found.secret, await found.load({ ...parts, url: addressIn(parts, found.address) }))
  })
