import { list, type SettingsOf, type SettingTexts } from '../../shared/kernel/settings.ts'
import { paymentChannels } from '../payment/paying/provider.ts'

export const bookkeepingSettings = {
  reconciliation: { channels: list(paymentChannels, paymentChannels), shared: list([], paymentChannels) },
}

export type BookkeepingSettings = SettingsOf<typeof bookkeepingSettings>

/** What each does, for docs/settings.md. */
export const bookkeepingSettingTexts: SettingTexts<typeof bookkeepingSettings> = {
  'reconciliation.channels':
    'Payment channels whose bills are held against the ledger every day. Where there is no account at one (its secret is `none`), the other alone.',
  'reconciliation.shared':
    'Payment channels whose merchant account other tills use too. What is withdrawn there is not all ours, so what our rows of a day come to counts as paid out.',
}
