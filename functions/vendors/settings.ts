import { type SettingTexts, whole } from '../../shared/kernel/settings.ts'
import { SECOND } from '../../shared/kernel/time.ts'

export const vendorSettings = {
  vendor: { connectMs: whole('ms', 3 * SECOND), totalMs: whole('ms', 10 * SECOND) },
}

/** What each does, for docs/settings.md. */
export const vendorSettingTexts: SettingTexts<typeof vendorSettings> = {
  'vendor.connectMs': 'How long connecting to a vendor or a payment channel may take.',
  'vendor.totalMs': 'How long a call to a vendor or a payment channel may take in all.',
}
