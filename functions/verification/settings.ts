import { byName, list, type SettingsOf, type SettingTexts, whole } from '../../shared/kernel/settings.ts'
import { DAY, HOUR, MINUTE } from '../../shared/kernel/time.ts'

/** Identity vendors that there is an adapter for. */
export const identityVendorNames = ['tencent_cloud', 'alibaba_cloud'] as const
export type IdentityVendorName = (typeof identityVendorNames)[number]

/** Those that can say whether a number was given to somebody else. */
const recheckVendorNames = ['alibaba_cloud'] as const satisfies readonly IdentityVendorName[]
type RecheckVendorName = (typeof recheckVendorNames)[number]

export const verificationSettings = {
  prices: { feeFen: whole('fen', 100) },
  checks: {
    perDay: whole('pieces', 3),
    ever: whole('pieces', 10),
    refusalsPerDay: whole('pieces', 5),
    mismatchCoolDownMs: whole('ms', 24 * HOUR),
    noRecordCoolDownMs: whole('ms', 72 * HOUR),
    unsupportedMs: whole('ms', 30 * DAY),
    accountsPerPerson: whole('pieces', 1),
    minimumAge: whole('years', 14),
    // Test people were born before 1900, real people after.
    birthYearFrom: whole('year', 1900, 1880),
    birthYearTo: whole('year', 9999, 1899),
  },
  breaker: { pauseMs: whole('ms', 5 * MINUTE), longestPauseMs: whole('ms', HOUR) },
  identity: {
    vendors: list<IdentityVendorName>(['tencent_cloud'], identityVendorNames),
    dailySpend: byName('1/10,000 yuan', { tencent_cloud: 10_000_000, alibaba_cloud: 10_000_000 }),
  },
  recheck: {
    // Costs money, and asks something about people who ask for nothing.
    afterMs: whole('ms', 0, 180 * DAY),
    retryMs: whole('ms', 7 * DAY),
    tries: whole('pieces', 3),
    vendors: list<RecheckVendorName>(['alibaba_cloud'], recheckVendorNames),
    cost: byName('1/10,000 yuan', { alibaba_cloud: 1000 }),
  },
  vendorCost: byName('1/10,000 yuan', { tencent_cloud: 3000, alibaba_cloud: 3000 }),
}

export type VerificationSettings = SettingsOf<typeof verificationSettings>

/** What each does, for docs/settings.md. */
export const verificationSettingTexts: SettingTexts<typeof verificationSettings> = {
  'prices.feeFen': 'Price of one verification; kept when a membership bought with it ends in a mismatch.',
  'checks.perDay': 'Paid checks an account may have on a Beijing day.',
  'checks.ever': 'Paid checks an account may ever have; then a person decides.',
  'checks.refusalsPerDay': 'Refusals a day that let one guess whether a person is known.',
  'checks.mismatchCoolDownMs': 'How long the same data is refused after a mismatch, whichever account sends it.',
  'checks.noRecordCoolDownMs': 'How long the same data is refused after no record was found.',
  'checks.unsupportedMs':
    'How long a number segment, or data, that the identity vendor cannot check is refused before anybody pays; to the end of a day.',
  'checks.accountsPerPerson': 'Accounts on which one person may be verified.',
  'checks.minimumAge': 'Full years a person must have to be checked without a guardian.',
  'checks.birthYearFrom': 'The first birth year that is accepted.',
  'checks.birthYearTo': 'The last birth year that is accepted.',
  'breaker.pauseMs':
    'How long nobody can open an order for a check after the identity vendor refused us; doubles with every refusal that follows.',
  'breaker.longestPauseMs': 'The longest such pause.',
  'identity.vendors':
    'The identity vendors that this deployment has an account at, the most preferred first. Another is asked where one refuses us, is out of reach or does not take a number, and never about what one was perhaps asked already.',
  'identity.dailySpend':
    'What the billed calls to an identity vendor may cost on a Beijing day, by vendor. Then an alarm rings and it is asked again the next day; one that is not named has no limit.',
  'recheck.afterMs':
    'How long after a number was proven a carrier is asked whether it was given to somebody else since; 0: never. Such a call costs money. It is asked only about whoever submitted since this is on, as the notice tells them.',
  'recheck.retryMs': 'How long after a look that found nothing out the next one is.',
  'recheck.tries': 'How many looks in a row may find nothing out; then the next comes after `recheck.afterMs`.',
  'recheck.vendors': 'The vendors that are asked it, the most preferred first. A deployment has an account at each.',
  'recheck.cost': 'What such a call costs, by vendor. It counts towards `identity.dailySpend`.',
  vendorCost: 'What a billed call to an identity vendor costs, by vendor; finer than fen, because list prices are.',
}
