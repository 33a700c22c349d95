import type { Setting, SettingsOf, SettingTexts } from '../../shared/kernel/settings.ts'

const tokens: Setting<readonly string[]> = {
  unit: 'list',
  byDefault: [],
  range: 'a list of tokens of letters and digits, without the rest of the name of their file',
  accepts: (value): value is readonly string[] =>
    Array.isArray(value) && value.every((one) => typeof one === 'string' && /^[0-9A-Za-z]{1,64}$/.test(one)),
}

export const pageSettings = { wechat: { domainTokens: tokens } }

export type PageSettings = SettingsOf<typeof pageSettings>

/** What each does, for docs/settings.md. */
export const pageSettingTexts: SettingTexts<typeof pageSettings> = {
  'wechat.domainTokens':
    'WeChat sends browsers back to a domain only where it finds the file `MP_verify_{token}.txt` it gave you: one token for each, and the file is served at `/MP_verify_{token}.txt`.',
}
