import { type SettingsOf, type SettingTexts, whole } from '../../shared/kernel/settings.ts'
import { HOUR } from '../../shared/kernel/time.ts'

export const complaintSettings = {
  complaints: { replyMs: whole('ms', 24 * HOUR), completeMs: whole('ms', 72 * HOUR), banAt: whole('pieces', 2) },
}

export type ComplaintSettings = SettingsOf<typeof complaintSettings>

/** What each does, for docs/settings.md. */
export const complaintSettingTexts: SettingTexts<typeof complaintSettings> = {
  'complaints.replyMs': 'How soon a complaint must be answered at the channel.',
  'complaints.completeMs': 'How soon a complaint must be ended at the channel.',
  'complaints.banAt': 'How many malicious complaints ban an account.',
}
