import { expect, it } from 'vitest'
import { deedsOf, subjectPage } from '../../../web/console/deeds/subject.ts'

it('what a deed was done to has its page, where there is one', () => {
  const to = (subject: string) => subjectPage(subject)?.to
  expect(to('order:019a')).toBe('/console/orders/019a')
  expect(to('complaint:alipay:2026:7')).toBe('/console/complaints/alipay/2026%3A7')
  expect(to('reconciliation:wechat_pay:20261120')).toBe('/console/reconciliations/wechat_pay/20261120')
  expect(to('statement:tencent_cloud:20261120')).toBe('/console/statements?vendor=tencent_cloud&day=20261120')
  expect(to('queue:checks')).toBe('/console/dead-letters/checks')
  expect(to('operator:li.wen')).toBe('/console/operators')
  expect(subjectPage('account:019a')).toEqual({ to: '/console/accounts/019a', right: 'see_people' })
  for (const subject of ['', 'nothing', 'constructor:1']) expect(subjectPage(subject)).toBeUndefined()
})

it('everything that was done to it has an address', () => {
  expect(deedsOf('order:019a')).toBe('/console/deeds?subject=order%3A019a')
})
