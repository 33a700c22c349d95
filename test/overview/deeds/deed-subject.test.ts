import { describe, expect, it } from 'vitest'
import { deedSubjects } from '../../../functions/audit/deed.ts'
import { newCertificateId } from '../../../functions/certificates/certificate/certificate-id.ts'
import { DEED_SUBJECT_FORMS, isDeedSubject } from '../../../functions/overview/deeds/deed-subject.ts'

const ID = '0193a1b2c3d4e5f60718293a4b5c6d7e'
let drawn = 0
const CERTIFICATE = newCertificateId(() => (drawn += 1))

describe('what deeds are done to', () => {
  it.each([
    `account:${ID}`,
    `order:${ID}`,
    'complaint:wechat_pay:c1',
    'reconciliation:alipay:20261120',
    'statement:tencent_cloud:20261120',
    'operator:lin',
    `review:${ID}:${ID}`,
    `certificate:${CERTIFICATE}`,
  ])('is named by its kind and its parts: %s', (text) => {
    expect(isDeedSubject(text)).toBe(true)
  })

  it('has the forms that are told whoever wrote none of them', () => {
    expect(DEED_SUBJECT_FORMS.map((form) => form.split(':')[0])).toEqual(Object.keys(deedSubjects))
    const written = DEED_SUBJECT_FORMS.flatMap((form) => {
      const named = form
        .replace('certificate:{id}', `certificate:${CERTIFICATE}`)
        .replace('{id}', ID)
        .replace('{account}', ID)
        .replace('{vendor}', 'tencent_cloud')
        .replace('{name}', 'lin')
      return ['wechat_pay', 'alipay'].map((channel) => named.replace('wechat_pay|alipay', channel))
    })
    expect(written.filter((subject) => !isDeedSubject(subject))).toEqual([])
  })

  it.each([
    ...['', ID, `refund:${ID}`, 'constructor', 'undefined'],
    ...['order', 'order:', 'order:1', `order:${ID}:`, `order:${ID}:x`],
    ...['complaint:wechat_pay', 'complaint:c1', 'complaint:paypal:c1', 'complaint:wechat_pay:c1:x'],
    ...[`certificate:${ID}`, `certificate:${CERTIFICATE.toLowerCase()}`, `certificate:${CERTIFICATE.slice(1)}2`],
    ...[`review:${ID}`, `review:${ID}.${ID}`, `review:${ID}:1`],
    ...['reconciliation:alipay:20260230', 'statement:A:20261120'],
  ])('is not %j', (text) => {
    expect(isDeedSubject(text)).toBe(false)
  })
})
