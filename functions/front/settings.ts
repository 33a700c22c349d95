import { type SettingsOf, type SettingTexts, text, whole } from '../../shared/kernel/settings.ts'

export const frontSettings = {
  proxies: { trusted: whole('pieces', 0), header: text('x-forwarded-for') },
  platform: { name: text('', '示例平台（沙箱）'), contact: text('', 'privacy@platform.example') },
}

export type FrontSettings = SettingsOf<typeof frontSettings>

/** What each does, for docs/settings.md. */
export const frontSettingTexts: SettingTexts<typeof frontSettings> = {
  'proxies.trusted':
    'How many proxies of yours (a CDN, a load balancer) a request passes before the API; they must be the only way in, or callers can say any address.',
  'proxies.header': 'The header in which they note where a request is from, each adding at its end.',
  'platform.name':
    'Who runs this and answers for the data, as people know them: told before they consent, and on links. Production needs it.',
  'platform.contact':
    'Where people reach whoever answers for the data: an address, a number or a page. Production needs it.',
}
