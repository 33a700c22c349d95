import { describe, expect, it } from 'vitest'
import { companyVendorNames } from '../../functions/certification/settings.ts'
import { companyNoticeInForce } from '../../functions/consent/company-notice.ts'
import { disclosing, itemsOf } from '../../functions/consent/permit.ts'
import { recipientNamed } from '../../functions/consent/recipients.ts'
import { settingsOf } from '../../functions/settings.ts'
import { languages } from '../../shared/kernel/language.ts'
import { NOON } from '../kit.ts'

const noticeWith = (settings: object = {}) => companyNoticeInForce(settingsOf('sandbox', JSON.stringify(settings)))

describe('M7 the notice on looking a company up', () => {
  it('says in both languages who, what for, which data, to whom, how long, whose consent it takes, and the rights', () => {
    const { zh, en } = noticeWith({ platform: { name: '某平台', contact: '400-000-0000' } }).texts
    for (const said of [
      '某平台',
      '四要素',
      '敏感个人信息',
      '单独同意',
      '授权书',
      '企业要素验证',
      '35 天',
      '撤回同意',
      '人工',
    ])
      expect(zh.text).toContain(said)
    for (const said of ['某平台', 'sensitive', 'consent', 'letter of authorisation', 'Alibaba', '35 days', 'withdraw'])
      expect(en.text).toContain(said)
    for (const { title, text } of [zh, en]) {
      expect(title.length).toBeGreaterThan(5)
      expect(text).not.toMatch(/[{}]/)
      expect(text.split('\n')).toHaveLength(7)
    }
  })

  it('is another version once somebody else may be handed the data', () => {
    const alone = noticeWith({ company: { vendors: ['tencent_cloud'] } })
    expect(alone.version).toMatch(/^company-2026-11-[0-9a-f]{8}$/)
    expect(alone.version).not.toBe(noticeWith().version)
    expect(alone.texts.zh.text).not.toContain('阿里云')
  })

  it("is the deployer's own text where there is one", () => {
    const own = { zh: '交给{recipients}', en: 'to {recipients}' }
    const { texts } = noticeWith({ companyText: own, company: { vendors: ['alibaba_cloud'] } })
    expect(texts.zh.text).toBe('交给阿里云计算有限公司（阿里云“企业要素验证”）')
    expect(texts.en.text).toBe('to Alibaba Cloud Computing Co., Ltd. (enterprise element verification)')
  })

  it.each(companyVendorNames)('knows the company behind %s', (vendor) => {
    for (const language of languages)
      expect(Object.values(recipientNamed(vendor, 'company_check', language)).slice(1)).not.toContain(vendor)
  })

  it('names whoever reads a licence by another service than whoever looks the company up', () => {
    const read = recipientNamed('tencent_cloud', 'company_check', 'zh', ['licence_picture'])
    expect(read.service).toBe('腾讯云“营业执照识别”')
    expect(recipientNamed('tencent_cloud', 'company_check', 'zh').service).toBe('腾讯云“营业执照核验（企业四要素）”')
  })

  it('covers name and number of whom the licence names, and its picture, and nothing else', () => {
    const given = {
      id: 'c',
      accountId: 'a',
      purpose: 'company_check',
      items: itemsOf.company_check,
      notice: 'n',
    } as const
    const handing = { id: 'd', recipient: 'tencent_cloud', items: ['name', 'id_number'], check: 'v', at: NOON } as const
    expect(disclosing(given, handing).disclosure).toMatchObject({ purpose: 'company_check', outcome: 'possibly_sent' })
    expect(() => disclosing(given, { ...handing, items: ['phone'] })).toThrow('no consent to hand on phone')
  })
})
