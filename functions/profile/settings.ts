import { list, type SettingsOf, type SettingTexts, text, whole } from '../../shared/kernel/settings.ts'
import { DAY, HOUR, MINUTE } from '../../shared/kernel/time.ts'

/** Vendors of e-mail that there is an adapter for. */
export const mailVendorNames = ['tencent_cloud'] as const
export type MailVendorName = (typeof mailVendorNames)[number]

export const profileSettings = {
  profile: {
    addressesPerMonth: whole('pieces', 3),
    addressValidMs: whole('ms', 365 * DAY),
    answerMs: whole('ms', 72 * HOUR),
    askMs: whole('ms', 7 * DAY),
  },
  mail: {
    vendors: list<MailVendorName>([], mailVendorNames, mailVendorNames),
    from: text('', '示明 <noreply@mail.example.com>'),
    tencentTemplateId: text('', '100001'),
    codeLifeMs: whole('ms', 10 * MINUTE),
    tries: whole('pieces', 5),
    spacingMs: whole('ms', MINUTE),
    perHour: whole('pieces', 5),
    perDay: whole('pieces', 10),
    perDayToAddress: whole('pieces', 10),
    perDayFromAccount: whole('pieces', 3),
    // In the sandbox one address stands for many users.
    perHourFromNetwork: whole('pieces', 30, 10_000),
    codesPerDay: whole('pieces', 5000),
  },
}

export type ProfileSettings = SettingsOf<typeof profileSettings>

/** What each does, for docs/settings.md. */
export const profileSettingTexts: SettingTexts<typeof profileSettings> = {
  'profile.addressesPerMonth': 'How often in thirty days an account may have proof of its address looked at.',
  'profile.addressValidMs': 'How long an address that was seen counts in the trust score.',
  'profile.answerMs': 'How soon a person has looked at it; alarms ring at three quarters of it, and at its end.',
  'profile.askMs': 'How long whoever is asked for another picture of it has to hand it in.',
  'mail.vendors':
    'Who may be asked to send codes by e-mail; where the list is empty, e-mail addresses cannot be proven, and then it is not offered.',
  'mail.from': 'Whom the e-mails are from: an address that the vendor knows, alone or as `name <address>`.',
  'mail.tencentTemplateId': 'The number of the template at Tencent Cloud SES, with the variables `code` and `minutes`.',
  'mail.codeLifeMs': 'How long a code sent by e-mail is good.',
  'mail.tries': 'How often it may be typed before it is spent.',
  'mail.spacingMs': 'How long an account waits for the next code to the same address.',
  'mail.perHour': 'Codes by e-mail that an account may ask for in a clock hour.',
  'mail.perDay': 'The same on a Beijing day.',
  'mail.perDayToAddress':
    'Codes that a mailbox gets on a Beijing day, whoever asks for them; `name+anything` is the mailbox of `name`.',
  'mail.perDayFromAccount':
    'Codes that a mailbox gets on a Beijing day because one account asks for them, so that nobody uses up the day of a stranger’s.',
  'mail.perHourFromNetwork':
    'Codes by e-mail that may be asked for in a clock hour from one source address (of IPv6 from one /64).',
  'mail.codesPerDay': 'Codes of the whole deployment on a Beijing day: what e-mail may cost.',
}
