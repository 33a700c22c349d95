import { joined, type SettingsOfAll, settingsFrom } from '../shared/kernel/settings.ts'
import { sessionLinkSettings, sessionLinkSettingTexts } from './account/links/settings.ts'
import { scanSettings, scanSettingTexts } from './account/scan/settings.ts'
import { accountSettings, accountSettingTexts } from './account/settings.ts'
import { analyticsSettings, analyticsSettingTexts } from './analytics/settings.ts'
import { bookkeepingSettings, bookkeepingSettingTexts } from './bookkeeping/settings.ts'
import { caseSettings, caseSettingTexts } from './cases/settings.ts'
import { certificateSettings, certificateSettingTexts } from './certificates/settings.ts'
import { applicationSettings, applicationSettingTexts } from './certification/applications/settings.ts'
import { certificationSettings, certificationSettingTexts } from './certification/settings.ts'
import { resultTextSettings, resultTextSettingTexts } from './certification/texting/settings.ts'
import { clearingSettings, clearingSettingTexts } from './clearing/settings.ts'
import { complaintSettings, complaintSettingTexts } from './complaints/settings.ts'
import { consentSettings, consentSettingTexts } from './consent/settings.ts'
import { documentSettings, documentSettingTexts } from './documents/settings.ts'
import { faceSettings, faceSettingTexts } from './face/settings.ts'
import { frontSettings, frontSettingTexts } from './front/settings.ts'
import { gateSettings, gateSettingTexts } from './gate/settings.ts'
import { materialSettings, materialSettingTexts } from './material/settings.ts'
import { membershipSettings, membershipSettingTexts } from './membership/settings.ts'
import { messagingSettings, messagingSettingTexts } from './messaging/settings.ts'
import { operatorSettings, operatorSettingTexts } from './operators/settings.ts'
import { outgoingSettings, outgoingSettingTexts } from './outgoing/settings.ts'
import { pageSettings, pageSettingTexts } from './pages/settings.ts'
import { paymentSettings, paymentSettingTexts } from './payment/settings.ts'
import { profileSettings, profileSettingTexts } from './profile/settings.ts'
import { proofingSettings, proofingSettingTexts } from './proofing/settings.ts'
import { reviewSettings, reviewSettingTexts } from './review/settings.ts'
import { vendorSettings, vendorSettingTexts } from './vendors/settings.ts'
import { platformCheckSettings, platformCheckSettingTexts } from './verification/owed/settings.ts'
import { papersSettings, papersSettingTexts } from './verification/papers/settings.ts'
import { verificationSettings, verificationSettingTexts } from './verification/settings.ts'
import { cardSettings, cardSettingTexts } from './wallet/cards/settings.ts'
import { walletSettings, walletSettingTexts } from './wallet/settings.ts'
import { webhookSettings, webhookSettingTexts } from './webhooks/settings.ts'

const tables = [
  frontSettings,
  pageSettings,
  accountSettings,
  sessionLinkSettings,
  scanSettings,
  operatorSettings,
  consentSettings,
  gateSettings,
  paymentSettings,
  membershipSettings,
  reviewSettings,
  proofingSettings,
  materialSettings,
  documentSettings,
  walletSettings,
  cardSettings,
  clearingSettings,
  certificationSettings,
  applicationSettings,
  resultTextSettings,
  certificateSettings,
  verificationSettings,
  platformCheckSettings,
  papersSettings,
  profileSettings,
  faceSettings,
  outgoingSettings,
  messagingSettings,
  complaintSettings,
  bookkeepingSettings,
  webhookSettings,
  caseSettings,
  analyticsSettings,
  vendorSettings,
] as const

/**
 * Everything an operator may set, with its default: prices in fen, limits in pieces, durations in ms. Each capability's
 * `settings.ts` has its own; docs/settings.md lists all of them.
 */
export const settings = joined(tables)

/** What each does, by its full name. */
export const settingTexts: Readonly<Record<string, string>> = {
  ...frontSettingTexts,
  ...pageSettingTexts,
  ...accountSettingTexts,
  ...sessionLinkSettingTexts,
  ...scanSettingTexts,
  ...operatorSettingTexts,
  ...consentSettingTexts,
  ...gateSettingTexts,
  ...paymentSettingTexts,
  ...membershipSettingTexts,
  ...reviewSettingTexts,
  ...proofingSettingTexts,
  ...materialSettingTexts,
  ...walletSettingTexts,
  ...cardSettingTexts,
  ...clearingSettingTexts,
  ...certificationSettingTexts,
  ...applicationSettingTexts,
  ...resultTextSettingTexts,
  ...certificateSettingTexts,
  ...verificationSettingTexts,
  ...platformCheckSettingTexts,
  ...papersSettingTexts,
  ...profileSettingTexts,
  ...faceSettingTexts,
  ...documentSettingTexts,
  ...outgoingSettingTexts,
  ...messagingSettingTexts,
  ...complaintSettingTexts,
  ...bookkeepingSettingTexts,
  ...webhookSettingTexts,
  ...caseSettingTexts,
  ...analyticsSettingTexts,
  ...vendorSettingTexts,
}

export type Settings = SettingsOfAll<typeof tables>

/**
 * The settings of a stage with an operator's overrides (`json`: the SETTINGS variable). Throws `About` on an unknown name
 * or a wrong value. Functions read their own part only, by shared/runtime/settings.ts.
 */
export const settingsOf = (stage: string, json: string | undefined): Settings =>
  settingsFrom(tables, json, { sandbox: stage === 'sandbox', whole: true })
