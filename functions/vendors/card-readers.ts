import { atFirstUse } from '../../shared/kernel/at-first-use.ts'
import type { Recogniser } from '../documents/recogniser.ts'
import type { DocumentSettings } from '../documents/settings.ts'
import { addressIn, type VendorParts } from './accounts.ts'

export type CardReaderParts = VendorParts & { documents: Pick<DocumentSettings['documents'], 'tencentAction'> }

const RECIPIENT = 'tencent_cloud'

/** A vendor this deployment has no account at is sent nothing, and whoever lets it be asked has to mend that. */
const withoutAccount: Recogniser = {
  recipient: RECIPIENT,
  read: async () => ({
    ...{ kind: 'unavailable', vendorCode: 'vendor_not_configured', handedOn: 'not_sent', needsRepair: true },
  }),
}

/** The reader of cards at Tencent Cloud; loaded with the first picture, and lives as long as its secret is kept. */
export const tencentReader = (parts: CardReaderParts): Recogniser => {
  const reader = atFirstUse(async () => {
    if (!parts.env('SECRET_TENCENT_CLOUD')) return async () => withoutAccount
    const url = addressIn(parts, 'TENCENT_OCR_URL')
    const { tencentCardReaderFrom } = await import('./tencent-cloud/card-reader.ts')
    const { tencentAction: action } = parts.documents
    return parts.secret('SECRET_TENCENT_CLOUD', tencentCardReaderFrom({ ...parts, url, action }))
  })
  return {
    recipient: RECIPIENT,
    read: async (reading) => (await (await reader())()).read(reading),
  }
}
