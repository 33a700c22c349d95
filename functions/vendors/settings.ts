import { type SettingTexts, whole, yesOrNo } from '../../shared/kernel/settings.ts'
import { SECOND } from '../../shared/kernel/time.ts'

export const vendorSettings = {
  vendor: { connectMs: whole('ms', 3 * SECOND), totalMs: whole('ms', 10 * SECOND) },
  identity: { detailed: yesOrNo(false) },
}

/** What each does, for docs/settings.md. */
export const vendorSettingTexts: SettingTexts<typeof vendorSettings> = {
  'vendor.connectMs': 'How long connecting to a vendor or a payment channel may take.',
  'vendor.totalMs': 'How long a call to a vendor or a payment channel may take in all.',
  'identity.detailed':
    'Whether a vendor is asked what of name, ID number and phone differs, where its carrier check tells it; such a check costs more, so `vendorCost` has to be higher.',
}
