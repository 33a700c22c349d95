import { type Setting, type SettingsOf, type SettingTexts, whole } from '../../../shared/kernel/settings.ts'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { isReturnOrigin } from './return-url.ts'

const origins: Setting<readonly string[]> = {
  unit: 'list',
  byDefault: [],
  // Whoever tries the sandbox has their app on this machine.
  inSandbox: ['http://localhost:*', 'http://127.0.0.1:*'],
  range: 'a list of exact origins such as https://app.example.cn, without a slash at the end',
  accepts: (value): value is readonly string[] =>
    Array.isArray(value) && value.every((one) => typeof one === 'string' && isReturnOrigin(one)),
}

/** Of links into the page: apart, so that whoever makes none does not carry it. */
export const sessionLinkSettings = { sessions: { linkLifeMs: whole('ms', 10 * MINUTE), returnOrigins: origins } }

export type SessionLinkSettings = SettingsOf<typeof sessionLinkSettings>

/** What each does, for docs/settings.md. */
export const sessionLinkSettingTexts: SettingTexts<typeof sessionLinkSettings> = {
  'sessions.linkLifeMs': 'How long a link into the page can be redeemed.',
  'sessions.returnOrigins':
    'Origins to which a link may lead back. `http://localhost:*` and `http://127.0.0.1:*` (any port) are for the sandbox; production refuses http.',
}
