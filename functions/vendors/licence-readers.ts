import { atFirstUse } from '../../shared/kernel/at-first-use.ts'
import type { LicenceReader } from '../certification/company/licence-reader.ts'
import type { LicenceReaderName } from '../certification/settings.ts'
import { addressIn, type VendorParts } from './accounts.ts'

const VENDOR = 'tencent_cloud'

/** A vendor this deployment has no account at is sent nothing, and whoever lets it be asked has to mend that. */
const withoutAccount: LicenceReader = {
  vendor: VENDOR,
  read: async () => ({
    ...{ kind: 'unavailable', vendorCode: 'vendor_not_configured', handedOn: 'not_sent', needsRepair: true },
  }),
}

const tencentReader = (parts: VendorParts): LicenceReader => {
  const reader = atFirstUse(async () => {
    if (!parts.env('SECRET_TENCENT_CLOUD')) return async () => withoutAccount
    const url = addressIn(parts, 'TENCENT_OCR_URL')
    const { tencentLicenceReaderFrom } = await import('./tencent-cloud/licence-reader.ts')
    return parts.secret('SECRET_TENCENT_CLOUD', tencentLicenceReaderFrom({ ...parts, url }))
  })
  return {
    vendor: VENDOR,
    read: async (picture, permit) => (await (await reader())()).read(picture, permit),
  }
}

/**
 * The reader of licences that this deployment has chosen, loaded with the first picture; undefined where nobody reads them, and then what is typed
 * is looked at by people.
 */
export const licenceReader = (parts: VendorParts & { reader: LicenceReaderName }): LicenceReader | undefined =>
  parts.reader === 'tencent' ? tencentReader(parts) : undefined
