import { type SettingsOf, type SettingTexts, text, whole } from '../../../shared/kernel/settings.ts'

export const resultTextSettings = {
  resultTexts: {
    // Those of the stand-ins.
    tencentTemplate: text('', '2400001'),
    alibabaTemplate: text('', 'SMS_240000001'),
    perDay: whole('pieces', 10),
    attempts: whole('pieces', 6),
  },
}

export type ResultTextSettings = SettingsOf<typeof resultTextSettings>

/** What each does, for docs/settings.md. */
export const resultTextSettingTexts: SettingTexts<typeof resultTextSettings> = {
  'resultTexts.tencentTemplate':
    'The notification template of Tencent Cloud by which results of certification are texted: one variable, the result in at most twelve characters. Empty: this vendor is given none. Where neither vendor of `sms.vendors` has one, nobody is texted, and no number is kept for it.',
  'resultTexts.alibabaTemplate': 'The same of Alibaba Cloud, whose variable is called `result`.',
  'resultTexts.perDay': 'Results that an account is texted on a Beijing day; what comes after is in its letters alone.',
  'resultTexts.attempts':
    'How often texting a result is tried, each time after a longer wait; then it is given up, and an alarm rings.',
}
