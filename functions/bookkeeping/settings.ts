import { list, type SettingsOf, type SettingTexts } from '../../shared/kernel/settings.ts'
import type { PaymentChannel } from '../payment/paying/provider.ts'

export const bookkeepingSettings = {
  reconciliation: { channels: list<PaymentChannel>(['wechat_pay', 'alipay'], ['wechat_pay', 'alipay']) },
}

export type BookkeepingSettings = SettingsOf<typeof bookkeepingSettings>

/** What each does, for docs/settings.md. */
export const bookkeepingSettingTexts: SettingTexts<typeof bookkeepingSettings> = {
  'reconciliation.channels': 'Payment channels whose bills are held against the ledger every day.',
}
