import { list, type SettingTexts } from '../../shared/kernel/settings.ts'
import { paymentChannels } from '../payment/paying/provider.ts'

export const bookkeepingSettings = {
  reconciliation: { channels: list(paymentChannels, paymentChannels) },
}

/** What each does, for docs/settings.md. */
export const bookkeepingSettingTexts: SettingTexts<typeof bookkeepingSettings> = {
  'reconciliation.channels': 'Payment channels whose bills are held against the ledger every day.',
}
