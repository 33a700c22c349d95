import { type SettingsOf, type SettingTexts, whole } from '../../shared/kernel/settings.ts'
import { DAY, HOUR } from '../../shared/kernel/time.ts'

export const proofingSettings = {
  proofing: {
    disputeMs: whole('ms', 90 * DAY),
    disputesPerDay: whole('pieces', 5),
    pauseMs: whole('ms', 24 * HOUR),
    answerMs: whole('ms', 24 * HOUR),
    askMs: whole('ms', 7 * DAY),
    clashesToldPerDay: whole('pieces', 1),
  },
}

export type ProofingSettings = SettingsOf<typeof proofingSettings>

/** What each does, for docs/settings.md. */
export const proofingSettingTexts: SettingTexts<typeof proofingSettings> = {
  'proofing.disputeMs': 'How long after a verification whoever was told of it may say that it was not them.',
  'proofing.disputesPerDay': 'How often an account may say so on a Beijing day.',
  'proofing.pauseMs':
    'How long the sending of an account is paused by whoever says so and proves the number and the last four of the ID number; a day at most.',
  'proofing.answerMs':
    'How soon whoever says that a verification was not them is answered; alarms ring at three quarters of it, and at its end.',
  'proofing.askMs': 'How long they have to answer what they are asked in return.',
  'proofing.clashesToldPerDay':
    'How often on a Beijing day an account is told that somebody tried to verify another account as its person.',
}
