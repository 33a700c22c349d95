import type { SmsVendorName } from '../../account/settings.ts'
import type { ResultTextSettings } from './settings.ts'

/** What it takes to text results, of all that is set. */
export type TextingSettings = ResultTextSettings & { sms: { vendors: readonly SmsVendorName[] } }

const templateOf: Readonly<Record<SmsVendorName, 'tencentTemplate' | 'alibabaTemplate'>> = {
  tencent_cloud: 'tencentTemplate',
  alibaba_cloud: 'alibabaTemplate',
}

/** The template of results that we have at a vendor; empty where we have none. */
export const templateAt = ({ resultTexts }: ResultTextSettings, vendor: SmsVendorName): string =>
  resultTexts[templateOf[vendor]]

/** Who texts results, the most preferred first; nobody where no vendor that is asked has a template for it. */
export const textingVendors = (settings: TextingSettings): SmsVendorName[] =>
  settings.sms.vendors.filter((vendor) => templateAt(settings, vendor) !== '')
