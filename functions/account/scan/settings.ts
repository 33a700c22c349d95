import { type SettingsOf, type SettingTexts, text, whole } from '../../../shared/kernel/settings.ts'
import { MINUTE } from '../../../shared/kernel/time.ts'

/** Of our own QR codes: apart, so that whoever shows none does not carry it. */
export const scanSettings = {
  scans: {
    lifeMs: whole('ms', 3 * MINUTE),
    // In the sandbox one address stands for many users.
    perHourFromAddress: whole('pieces', 600, 10_000),
    perHour: whole('pieces', 60),
    placeHeader: text(''),
  },
}

export type ScanSettings = SettingsOf<typeof scanSettings>

/** What each does, for docs/settings.md. */
export const scanSettingTexts: SettingTexts<typeof scanSettings> = {
  'scans.lifeMs': 'How long a QR code that a desktop shows can be confirmed on a phone.',
  'scans.perHourFromAddress':
    'QR codes to sign in by that one source address may ask for in a clock hour; many people may share it, and each opening of the page asks for one.',
  'scans.perHour': 'QR codes to go on on a phone by that an account may ask for in a clock hour.',
  'scans.placeHeader':
    'The header in which your CDN notes the city a request is from, to be shown on the phone before a sign-in is confirmed; empty: none is shown. Believed only where `proxies.trusted` is set, as anybody else could say any place.',
}
