import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { consentTo, textHash } from '../../functions/consent/consent.ts'
import { noticeInForce } from '../../functions/consent/notice.ts'
import { disclosurePurposes } from '../../functions/consent/permit.ts'
import { recipientNamed } from '../../functions/consent/recipients.ts'
import { settingsOf } from '../../functions/settings.ts'
import { identityVendorNames } from '../../functions/verification/settings.ts'
import { languages } from '../../shared/kernel/language.ts'
import { NOON } from '../kit.ts'

const noticeWith = (settings: object = {}) => noticeInForce(settingsOf('sandbox', JSON.stringify(settings)))

const platform = { name: '某平台', contact: '400-000-0000' }
const own = { zh: '我们（{name}，{contact}）', en: 'We, {name}, {contact}, {name}' }

describe('M7 the notice people agree to', () => {
  it('has its label for a version in the sandbox as it comes: a word that changes needs another label', () => {
    // If this fails, the text of a version has changed that somebody may have agreed to: give it a new label in settings.ts,
    // and pin its fingerprint in notice-of.ts.
    expect(noticeWith().version).toBe('2026-12')
  })

  it.each([
    ['who is named', { platform }],
    ['how they are reached', { platform: { contact: platform.contact } }],
    ['who may be handed the data', { identity: { vendors: ['tencent_cloud', 'alibaba_cloud'] } }],
    ['the label', { consentNotice: '2027-01' }],
    ['the Chinese text', { consentText: { ...own, en: '' } }],
    ['the English text', { consentText: { ...own, zh: '' } }],
  ])('is another version with another fingerprint once %s changes', (_what, settings) => {
    const { version } = noticeWith(settings)
    expect(version).toMatch(/^(2026-12|2027-01)-[0-9a-f]{8}$/)
    expect(noticeWith(settings).version).toBe(version)
    const others = [noticeWith({ platform, consentText: own }), noticeWith()]
    expect(others.map((other) => other.version)).not.toContain(version)
  })

  it('has its label alone for no other text', () => {
    const names = Array.from({ length: 40 }, (_none, nth) => `平台${nth}`)
    const versions = names.map((name) => noticeWith({ platform: { name } }).version)
    expect(new Set([...versions, '2026-12']).size).toBe(41)
  })

  it('says in both languages who, what for, which data, to whom, how long, and what the rights are', () => {
    const { zh, en } = noticeWith({ platform }).texts
    for (const said of [
      '某平台',
      '400-000-0000',
      '三要素',
      '证件号码',
      '敏感个人信息',
      '单独同意',
      '腾讯云',
      '35 天',
      '撤回同意',
      '14',
    ])
      expect(zh.text).toContain(said)
    for (const said of [
      '某平台',
      '400-000-0000',
      'ID number',
      'sensitive',
      'consent',
      'Tencent',
      '35 days',
      'withdraw',
      '14',
    ])
      expect(en.text).toContain(said)
    for (const { title, text } of [zh, en]) {
      expect(title.length).toBeGreaterThan(5)
      expect(text).not.toMatch(/[{}]/)
      expect(text.split('\n')).toHaveLength(7)
    }
  })

  it('names whoever may be handed the data, in whatever order they are preferred', () => {
    const both = noticeWith({ identity: { vendors: ['tencent_cloud', 'alibaba_cloud'] } })
    expect(both.texts.zh.text).toContain(
      '受托人阿里云计算有限公司（阿里云“手机号三要素核验”）或腾讯云计算（北京）有限责任公司（腾讯云“手机号三要素核验”），',
    )
    expect(both.texts.en.text).toContain(
      'Alibaba Cloud Computing Co., Ltd. (mobile three-element check) or Tencent Cloud Computing (Beijing) Co., Ltd. (mobile three-element check), which',
    )
    expect(noticeWith({ identity: { vendors: ['alibaba_cloud', 'tencent_cloud'] } })).toEqual(both)
    const { zh, en } = noticeWith({ recheck: { afterMs: 0 } }).texts
    expect(zh.text).not.toContain('阿里云')
    expect(en.text).not.toContain('Alibaba')
  })

  it("names them in the deployer's own text too", () => {
    const texts = noticeWith({ consentText: { zh: '交给{recipients}', en: 'to {recipients}' } }).texts
    expect(texts.zh.text).toBe('交给腾讯云计算（北京）有限责任公司（腾讯云“手机号三要素核验”）')
    expect(texts.en.text).toBe('to Tencent Cloud Computing (Beijing) Co., Ltd. (mobile three-element check)')
  })

  it.each(identityVendorNames)('knows the company behind %s', (vendor) => {
    for (const language of languages)
      for (const purpose of disclosurePurposes) {
        // Nobody outside is handed papers.
        if (purpose === 'attended_review' || purpose === 'further_information') continue
        // Nobody asks it that.
        if (purpose === 'email_code' && vendor !== 'tencent_cloud') continue
        if (purpose === 'number_recheck' && vendor !== 'alibaba_cloud') continue
        const { company, service } = recipientNamed(vendor, purpose, language)
        expect([company, service]).not.toContain(vendor)
      }
  })

  it("is the deployer's own text where there is one, with the names filled in wherever they stand", () => {
    const { zh, en } = noticeWith({ platform, consentText: own }).texts
    expect(zh).toEqual({ title: '实名核验个人信息处理告知书', text: '我们（某平台，400-000-0000）' })
    expect(en.text).toBe('We, 某平台, 400-000-0000, 某平台')
  })

  it('takes a name as it is, whatever signs are in it', () => {
    const { texts } = noticeWith({ platform: { name: '$& {contact}', contact: "$'" }, consentText: own })
    expect(texts.zh.text).toBe("我们（$& {contact}，$'）")
  })
})

describe('M7 later looks at the number', () => {
  const recheckers = (settings: object) => noticeWith(settings).recheckers

  it('are named with who is asked and what they are told, and only where there are any', () => {
    const { zh, en } = noticeWith().texts
    expect(zh.text).toContain('阿里云计算有限公司（阿里云“手机二次号核验”）核对该手机号是否已被运营商分配给他人')
    expect(en.text).toContain('Alibaba Cloud Computing Co., Ltd. (recycled-number check) look whether')
    expect(recheckers({})).toEqual(['alibaba_cloud'])
    const off = noticeWith({ recheck: { afterMs: 0 } })
    expect(off).not.toHaveProperty('recheckers')
    expect(off.texts.zh.text).not.toContain('二次号')
    expect(off.texts.en.text).toContain('belong to one person, and for nothing else')
    expect(off.version).not.toBe(noticeWith().version)
  })

  it("are agreed to with the deployer's own text only where both languages have a place for them", () => {
    expect(recheckers({ consentText: own })).toBeUndefined()
    expect(recheckers({ consentText: { zh: '{recheck}', en: 'none' } })).toBeUndefined()
    expect(recheckers({ consentText: { zh: '{recheck}', en: '{recheck}' } })).toEqual(['alibaba_cloud'])
  })
})

describe('M7 a consent', () => {
  it('names version and language, and the hash of the very text that was shown', () => {
    const notice = noticeWith()
    const { title, text } = notice.texts.en
    const sha256 = createHash('sha256').update(`${title}\n${text}`).digest('hex')
    expect(consentTo(notice, 'en', NOON)).toEqual({ notice: '2026-12', language: 'en', sha256, agreedAt: NOON })
    expect(textHash(notice.texts.zh)).not.toBe(sha256)
  })
})
