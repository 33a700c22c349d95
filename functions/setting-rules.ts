import { DAY, HOUR } from '../shared/kernel/time.ts'
import { levelOf } from './evidence/level.ts'
import type { Settings } from './settings.ts'
import { methods, openMethods } from './verification/methods.ts'

/** What whoever took every way that is open has proven. */
const everyWay = openMethods.map((name) => ({ ...methods[name].proves, at: 0 }))
const HIGHEST = levelOf(everyWay, 0).level

/** What must hold between settings that are each right by themselves. `only`: in that stage. */
type SettingRule = { holds: (settings: Settings) => boolean; says: string; only?: 'production' }

/** Every such rule, with what is told to whoever breaks it. Checked when templates are made and when the local engine starts. */
export const settingRules: readonly SettingRule[] = [
  {
    holds: ({ prices }) => prices.feeFen > 0 && prices.membershipFen > 0,
    says: 'prices.feeFen and prices.membershipFen must be at least 1: no channel takes a payment of nothing',
  },
  {
    holds: ({ prices }) => prices.feeFen <= prices.membershipFen,
    says: 'prices.feeFen must not be above prices.membershipFen: after a mismatch the fee is kept of it',
  },
  {
    holds: ({ gate }) => Math.max(gate.sendLevel, gate.rechargeLevel) <= HIGHEST,
    says: `gate.sendLevel and gate.rechargeLevel must not be above ${HIGHEST}, the highest level that there is an open way to: they would be shut to everybody`,
  },
  {
    holds: ({ points }) => points.min > 0 && points.min <= points.max,
    says: 'points.min must be at least 1 and not above points.max: no recharge would be taken',
  },
  {
    holds: ({ proofing }) => proofing.pauseMs <= DAY,
    says: 'proofing.pauseMs must not be above 86400000, a day: nobody is kept from sending for longer on the word of one person',
  },
  {
    holds: ({ businesses }) => businesses.most <= 100,
    says: 'businesses.most must not be above 100: all are kept in one item',
  },
  {
    holds: ({ checks }) => checks.perDay <= checks.ever,
    says: 'checks.perDay must not be above checks.ever',
  },
  {
    holds: ({ checks }) => checks.birthYearFrom <= checks.birthYearTo,
    says: 'checks.birthYearFrom must not be after checks.birthYearTo: no ID number would be taken',
  },
  {
    holds: ({ sms }) => sms.alarmAfter <= sms.codesPerDay,
    says: 'sms.alarmAfter must not be above sms.codesPerDay: its alarm would never ring',
  },
  {
    holds: ({ identity }) => identity.vendors.length > 0 && new Set(identity.vendors).size === identity.vendors.length,
    says: 'identity.vendors must name at least one identity vendor, and none twice',
  },
  {
    holds: ({ sms }) => sms.vendors.length > 0 && new Set(sms.vendors).size === sms.vendors.length,
    says: 'sms.vendors must name at least one vendor of text messages, and none twice',
  },
  {
    holds: ({ breaker }) => breaker.pauseMs <= breaker.longestPauseMs,
    says: 'breaker.pauseMs must not be above breaker.longestPauseMs',
  },
  {
    holds: ({ refunds }) => refunds.warnMs <= refunds.alarmMs && refunds.alarmMs < DAY,
    says: 'refunds.warnMs must not be above refunds.alarmMs, and that be below 24 hours, by which a refund is promised',
  },
  {
    holds: ({ complaints }) => complaints.replyMs <= complaints.completeMs,
    says: 'complaints.replyMs must not be above complaints.completeMs',
  },
  {
    holds: ({ keeping }) => keeping.messageMs <= keeping.recordMs,
    says: 'keeping.messageMs must not be above keeping.recordMs: a message that can be read has its record',
  },
  {
    holds: ({ webhooks }) => webhooks.keepMs >= 4 * DAY && webhooks.failingMs >= HOUR,
    says: 'webhooks.keepMs must not be below 345600000, four days, and webhooks.failingMs not below 3600000, an hour: an event is tried for three days, and an endpoint may be away for a while',
  },
  {
    holds: ({ webhooks }) => webhooks.keepMs <= webhooks.outboxMs,
    says: 'webhooks.keepMs must not be above webhooks.outboxMs: numbers of events must not begin anew while one is kept',
  },
  {
    holds: ({ sending }) =>
      sending.perDay <= sending.perDayMember &&
      sending.perMinute <= sending.perMinuteMember &&
      sending.titleLength <= sending.titleLengthMember &&
      sending.contentLength <= sending.contentLengthMember,
    says: 'sending: no limit may be above its own of members, as membership is sold to raise them',
  },
  {
    holds: ({ consentText }) => (consentText.zh === '') === (consentText.en === ''),
    says: 'consentText.zh and consentText.en must both be given, or neither: a notice is shown in both languages',
  },
  {
    holds: ({ faceText }) => (faceText.zh === '') === (faceText.en === ''),
    says: 'faceText.zh and faceText.en must both be given, or neither: a notice is shown in both languages',
  },
  {
    holds: ({ companyText }) => (companyText.zh === '') === (companyText.en === ''),
    says: 'companyText.zh and companyText.en must both be given, or neither: a notice is shown in both languages',
  },
  {
    holds: ({ face }) => new Set(face.vendors).size === face.vendors.length,
    says: 'face.vendors must name no vendor twice',
  },
  {
    holds: ({ company }) => new Set(company.vendors).size === company.vendors.length,
    says: 'company.vendors must name no vendor twice',
  },
  {
    holds: ({ face }) => !face.vendors.includes('tencent_cloud') || face.tencentRuleId !== '',
    says: 'face.tencentRuleId is missing: Tencent Cloud begins nothing without the RuleId it gave for this use',
  },
  {
    holds: ({ face }) => !face.vendors.includes('alibaba_cloud') || /^\d{1,20}$/.test(face.alibabaSceneId),
    says: "face.alibabaSceneId must be the SceneId of this use in Alibaba Cloud's console, a number",
  },
  {
    holds: ({ mail }) => new Set(mail.vendors).size === mail.vendors.length,
    says: 'mail.vendors must name no vendor twice',
  },
  {
    holds: ({ mail }) =>
      mail.vendors.length === 0 || /^(?:[^\s<>@:]+@[^\s<>@:]+|[^:<>]+ <[^\s<>@:]+@[^\s<>@:]+>)$/.test(mail.from),
    says: 'mail.from must be the address that e-mails are from, alone or as `name <address>`, where mail.vendors names a vendor',
  },
  {
    holds: ({ mail }) => !mail.vendors.includes('tencent_cloud') || /^[1-9]\d{0,9}$/.test(mail.tencentTemplateId),
    says: 'mail.tencentTemplateId must be the number of the template at Tencent Cloud SES',
  },
  {
    holds: ({ company }) => company.accountProver === 'none',
    says: 'company.accountProver must be none: there is no adapter for a vendor that transfers, and the bank of the sandbox moves no money',
    only: 'production',
  },
  {
    holds: ({ platform }) => platform.name !== '' && platform.contact !== '',
    says: 'platform.name and platform.contact are missing: people are told who answers for their data and where to reach them (个人信息保护法 第十七条)',
    only: 'production',
  },
]

/** The rules that settings of a stage break, each in a sentence. */
export const brokenSettingRules = (stage: string, settings: Settings): string[] =>
  settingRules
    .filter(({ holds, only }) => (only === undefined || only === stage) && !holds(settings))
    .map(({ says }) => says)
