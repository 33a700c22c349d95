import { list, type SettingsOf, type SettingTexts, whole } from '../../shared/kernel/settings.ts'
import { DAY, MINUTE } from '../../shared/kernel/time.ts'

/** Vendors of texts that there is an adapter for. */
export const smsVendorNames = ['tencent_cloud', 'alibaba_cloud'] as const
export type SmsVendorName = (typeof smsVendorNames)[number]

export const accountSettings = {
  sessions: { lifeMs: whole('ms', 30 * DAY) },
  sms: {
    codeLifeMs: whole('ms', 5 * MINUTE),
    tries: whole('pieces', 5),
    spacingMs: whole('ms', MINUTE),
    perHour: whole('pieces', 5),
    perDay: whole('pieces', 10),
    // In the sandbox one address stands for many users.
    perDayFromAddress: whole('pieces', 4, 10_000),
    perDayForeign: whole('pieces', 20),
    codesPerDay: whole('pieces', 5000),
    alarmAfter: whole('pieces', 2000),
    vendors: list<SmsVendorName>(['tencent_cloud'], smsVendorNames),
    vendorPauseMs: whole('ms', 5 * MINUTE),
    reports: whole('pieces', 5),
  },
  proof: {
    numberFrom: whole('pieces', 2),
    addressFrom: whole('pieces', 30, 10_000),
    deploymentFrom: whole('pieces', 2000),
    mostBits: whole('bits', 22),
  },
  numbers: { idleMs: whole('ms', 90 * DAY), lastFourTries: whole('pieces', 5) },
  tokens: { perAccount: whole('pieces', 20) },
  // In the sandbox one address stands for many users.
  wechat: { perHour: whole('pieces', 20), signInsPerHour: whole('pieces', 60, 10_000) },
  appeals: { perMonth: whole('pieces', 3) },
}

export type AccountSettings = SettingsOf<typeof accountSettings>

/** What each does, for docs/settings.md. */
export const accountSettingTexts: SettingTexts<typeof accountSettings> = {
  'sessions.lifeMs': 'How long a session lasts.',
  'sms.codeLifeMs': 'How long an SMS code is good.',
  'sms.tries': 'How often a code may be typed before it is spent.',
  'sms.spacingMs':
    'How long a number waits for the next code to sign in with, and an account for the next of that number in its sessions.',
  'sms.perHour':
    'Codes to sign in with that a number gets in a clock hour, and codes an account asks for in its sessions.',
  'sms.perDay': 'The same on a Beijing day.',
  'sms.perDayFromAddress':
    'How many of those to sign in with one source address may ask for, so that it cannot use up a number alone.',
  'sms.perDayForeign':
    'Codes a number gets on a Beijing day in sessions of accounts that did not sign in with it, of all accounts together.',
  'sms.codesPerDay': 'Codes of the whole deployment on a Beijing day: what text messages may cost.',
  'sms.alarmAfter': 'After so many of them an alarm rings.',
  'sms.vendors':
    'The vendors of text messages that this deployment has an account at, the most preferred first. Another is given a text only where the one before certainly did not take it, and first where somebody asks for a number again.',
  'sms.vendorPauseMs':
    'How long the others are asked first after a vendor of texts refused us, could not be reached or left a text in doubt.',
  'sms.reports': 'How often it may be asked what became of the text with a code.',
  'proof.numberFrom':
    'From so many codes of a number on a day a proof of work (or the captcha, where there is one) is asked for before the next to sign in with; four times the work at each doubling.',
  'proof.addressFrom':
    'The same for codes asked for from one source address in a clock hour; twice the work at each doubling, as many people may share it.',
  'proof.deploymentFrom':
    'The same for codes of the whole deployment on a day; sixteen times the work at each doubling.',
  'proof.mostBits':
    'The hardest proof asked for: 20 bits are about two seconds on a phone, each bit more is twice that.',
  'numbers.idleMs':
    'A number nobody has proven for so long may belong to somebody else: a verified account is then opened only with the last four of its ID number.',
  'numbers.lastFourTries': 'How often those may be typed wrong in thirty days.',
  'tokens.perAccount': 'Message tokens an account may have.',
  'wechat.perHour':
    'How often an account may be sent to WeChat in a clock hour, to find out whose WeChat it is in, or to bind it.',
  'wechat.signInsPerHour':
    'How often browsers of one source address may be sent to WeChat in a clock hour, to sign in.',
  'appeals.perMonth': 'Appeals of a banned account in thirty days.',
}
