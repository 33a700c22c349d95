import { type SettingsOf, type SettingTexts, settingsFrom, whole } from '../../shared/kernel/settings.ts'
import { MINUTE, SECOND } from '../../shared/kernel/time.ts'

/** How the stand-ins behave; nothing here is about money. */
export const sandboxTable = {
  slowAnswerMs: whole('ms', 12 * SECOND),
  refundSettlesMs: whole('ms', SECOND),
  refundSpacingMs: whole('ms', MINUTE),
  alipayRefundSpacingMs: whole('ms', 3 * SECOND),
  alipayRefundPendsMs: whole('ms', 10 * MINUTE),
}

/** What each does, for docs/settings.md. */
export const sandboxTexts: SettingTexts<typeof sandboxTable> = {
  slowAnswerMs:
    'How late the identity vendor answers about a person of outcome `timeout_after_sending`; longer than our own vendor time-out.',
  refundSettlesMs: 'How long a refund is PROCESSING.',
  refundSpacingMs: 'How far apart WeChat Pay wants two refunds of one order.',
  alipayRefundSpacingMs: 'The same at Alipay.',
  alipayRefundPendsMs: 'How long an Alipay refund of fault `pending` takes.',
}

export type SandboxSettings = SettingsOf<typeof sandboxTable>

/** The defaults with the overrides of a JSON object. Throws an `About` on an unknown name or a wrong value. */
export const sandboxSettings = (json: string | undefined): SandboxSettings =>
  settingsFrom([sandboxTable], json, { sandbox: true, whole: true, variable: 'SANDBOX_SETTINGS' })
