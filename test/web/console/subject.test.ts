import { expect, it } from 'vitest'
import { deedsOf, subjectPage } from '../../../web/console/deeds/subject.ts'

it('what a deed was done to has its page, where there is one', () => {
  expect(subjectPage('order:019a')).toBe('/console/orders/019a')
  expect(subjectPage('complaint:alipay:2026:7')).toBe('/console/complaints/alipay/2026%3A7')
  expect(subjectPage('reconciliation:wechat_pay:20261120')).toBe('/console/reconciliations/wechat_pay/20261120')
  expect(subjectPage('statement:tencent_cloud:20261120')).toBe('/console/statements?vendor=tencent_cloud&day=20261120')
  for (const subject of ['operator:li.wen', 'queue:checks', '', 'nothing']) expect(subjectPage(subject)).toBeUndefined()
})

it('everything that was done to it has an address', () => {
  expect(deedsOf('order:019a')).toBe('/console/deeds?subject=order%3A019a')
})
