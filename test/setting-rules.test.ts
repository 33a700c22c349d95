import { describe, expect, it } from 'vitest'
import { brokenSettingRules, settingRules } from '../functions/setting-rules.ts'
import { settingsOf } from '../functions/settings.ts'
import { DAY } from '../shared/kernel/time.ts'

const brokenBy = (stage: string, settings: object): string[] =>
  brokenSettingRules(stage, settingsOf(stage, JSON.stringify(settings)))

const platform = { name: '某平台', contact: 'privacy@example.cn' }

/** What breaks one rule, and the next thing to it that does not. */
const ends: [breaks: object, holds: object][] = [
  [{ prices: { feeFen: 0 } }, { prices: { feeFen: 1 } }],
  [{ prices: { membershipFen: 0, feeFen: 1 } }, { prices: { membershipFen: 1, feeFen: 1 } }],
  [{ prices: { feeFen: 1001 } }, { prices: { feeFen: 1000 } }],
  [{ gate: { sendLevel: 2 } }, { gate: { sendLevel: 0 } }],
  [{ gate: { rechargeLevel: 2 } }, { gate: { rechargeLevel: 1 } }],
  [{ points: { min: 0 } }, { points: { min: 1 } }],
  [{ points: { min: 11, max: 10 } }, { points: { min: 10, max: 10 } }],
  [{ proofing: { pauseMs: DAY + 1 } }, { proofing: { pauseMs: DAY } }],
  [{ businesses: { most: 101 } }, { businesses: { most: 100 } }],
  [{ checks: { perDay: 11 } }, { checks: { perDay: 10 } }],
  [{ checks: { birthYearFrom: 2001, birthYearTo: 2000 } }, { checks: { birthYearFrom: 2000, birthYearTo: 2000 } }],
  [{ sms: { alarmAfter: 5001 } }, { sms: { alarmAfter: 5000 } }],
  [{ sms: { vendors: [] } }, { sms: { vendors: ['alibaba_cloud'] } }],
  [{ sms: { vendors: ['tencent_cloud', 'tencent_cloud'] } }, { sms: { vendors: ['alibaba_cloud', 'tencent_cloud'] } }],
  [{ identity: { vendors: [] } }, { identity: { vendors: ['alibaba_cloud'] } }],
  [
    { identity: { vendors: ['tencent_cloud', 'tencent_cloud'] } },
    { identity: { vendors: ['alibaba_cloud', 'tencent_cloud'] } },
  ],
  [{ breaker: { pauseMs: 3_600_001 } }, { breaker: { pauseMs: 3_600_000 } }],
  [{ refunds: { warnMs: 7, alarmMs: 6 } }, { refunds: { warnMs: 6, alarmMs: 6 } }],
  [{ refunds: { alarmMs: DAY } }, { refunds: { alarmMs: DAY - 1 } }],
  [{ complaints: { replyMs: 8, completeMs: 7 } }, { complaints: { replyMs: 7, completeMs: 7 } }],
  [{ keeping: { messageMs: 8, recordMs: 7 } }, { keeping: { messageMs: 7, recordMs: 7 } }],
  [{ webhooks: { keepMs: 4 * DAY - 1 } }, { webhooks: { keepMs: 4 * DAY } }],
  [{ webhooks: { failingMs: 3_599_999 } }, { webhooks: { failingMs: 3_600_000 } }],
  [{ webhooks: { outboxMs: 30 * DAY - 1 } }, { webhooks: { outboxMs: 30 * DAY } }],
  [
    { mail: { vendors: ['tencent_cloud', 'tencent_cloud'], from: 'a@b.cn', tencentTemplateId: '1' } },
    { mail: { vendors: ['tencent_cloud'], from: 'a@b.cn', tencentTemplateId: '1' } },
  ],
  [
    { mail: { vendors: ['tencent_cloud'], from: '某平台', tencentTemplateId: '1' } },
    { mail: { vendors: ['tencent_cloud'], from: '某平台 <a@b.cn>', tencentTemplateId: '1' } },
  ],
  [
    { mail: { vendors: ['tencent_cloud'], from: 'a@b.cn', tencentTemplateId: '0' } },
    { mail: { vendors: ['tencent_cloud'], from: 'a@b.cn', tencentTemplateId: '1' } },
  ],
  [{ sending: { perDay: 2001 } }, { sending: { perDay: 2000 } }],
  [{ sending: { perMinute: 31 } }, { sending: { perMinute: 30 } }],
  [{ sending: { titleLength: 201 } }, { sending: { titleLength: 200 } }],
  [{ sending: { contentLength: 100_001 } }, { sending: { contentLength: 100_000 } }],
  [{ consentText: { zh: '文' } }, { consentText: { zh: '文', en: 'text' } }],
  [{ consentText: { en: 'text' } }, {}],
  [{ faceText: { zh: '文' } }, { faceText: { zh: '文', en: 'text' } }],
  [{ companyText: { zh: '文' } }, { companyText: { zh: '文', en: 'text' } }],
  [{ company: { vendors: ['tencent_cloud', 'tencent_cloud'] } }, { company: { vendors: ['tencent_cloud'] } }],
  [{ face: { vendors: ['alibaba_cloud', 'alibaba_cloud'] } }, { face: { vendors: ['alibaba_cloud'] } }],
  [{ face: { tencentRuleId: '' } }, { face: { tencentRuleId: '', vendors: [] } }],
  [{ face: { alibabaSceneId: 'x' } }, { face: { alibabaSceneId: '', vendors: ['tencent_cloud'] } }],
]

describe('settings that are each right', () => {
  it('go together as they come, but for the names that production has to give', () => {
    expect(brokenBy('sandbox', {})).toEqual([])
    expect(brokenBy('production', { platform })).toEqual([])
    const missing = [expect.stringContaining('platform.name')]
    expect(brokenBy('production', {})).toEqual(missing)
    expect(brokenBy('production', { platform: { name: platform.name } })).toEqual(missing)
    expect(brokenBy('production', { platform: { contact: platform.contact } })).toEqual(missing)
  })

  it('need no names where nothing is real', () => {
    const nobody = { platform: { name: '', contact: '' } }
    for (const stage of ['sandbox', 'other']) expect(brokenBy(stage, nobody), stage).toEqual([])
  })

  it('are told of every rule they break, and a price of nothing is no price that is only too low', () => {
    expect(brokenBy('sandbox', { prices: { feeFen: 1, membershipFen: 0 } })).toEqual([
      expect.stringMatching(/^prices.feeFen and prices.membershipFen must be at least 1/),
      expect.stringMatching(/^prices.feeFen must not be above/),
    ])
  })

  it.each(ends)('are refused together from %j on, and not at %j', (breaks, holds) => {
    expect(brokenBy('sandbox', breaks).length).toBeGreaterThan(0)
    expect(brokenBy('sandbox', holds)).toEqual([])
  })

  it('every rule is broken by one of these', () => {
    const said = new Set(ends.flatMap(([breaks]) => brokenBy('sandbox', breaks)))
    expect(settingRules.filter(({ only, says }) => !only && !said.has(says))).toEqual([])
  })
})
