import { describe, expect, it } from 'vitest'
import type { DataItem } from '../../functions/consent/permit.ts'
import { recipientNamed } from '../../functions/consent/recipients.ts'

describe('M7 who gets something', () => {
  it('is told as the company, and the service of it that is used, in the language asked for', () => {
    expect(recipientNamed('alibaba_cloud', 'sms_code', 'zh')).toEqual({
      vendor: 'alibaba_cloud',
      company: '阿里云计算有限公司',
      service: '阿里云“短信服务”',
    })
    expect(recipientNamed('tencent_cloud', 'identity_check', 'en').company).toBe(
      'Tencent Cloud Computing (Beijing) Co., Ltd.',
    )
  })

  it('is told as another service where it gets photos of a document', () => {
    const service = (items: readonly DataItem[], language: 'zh' | 'en' = 'zh') =>
      recipientNamed('tencent_cloud', 'document_check', language, items).service
    expect(service(['document_pictures'])).toBe('腾讯云“身份证识别”')
    expect(service(['document_pictures'], 'en')).toBe('recognition of identity cards')
    expect(service(['name', 'id_number'])).toBe('腾讯云“身份信息认证”')
    expect(recipientNamed('tencent_cloud', 'document_check', 'zh').service).toBe('腾讯云“身份信息认证”')
  })

  it.each(['somebody', 'toString'])('goes by the name here where nothing else is known: %s', (vendor) => {
    expect(recipientNamed(vendor, 'identity_check', 'zh')).toEqual({ vendor, company: vendor, service: vendor })
  })
})
