import { expect, it } from 'vitest'
import { deedsOf, subjectPage, subjectTold } from '../../../web/console/deeds/subject.ts'

it('what a deed was done to has its page, where there is one', () => {
  const to = (subject: string) => subjectPage(subject)?.to
  expect(to('order:019a')).toBe('/console/orders/019a')
  expect(to('complaint:alipay:2026:7')).toBe('/console/complaints/alipay/2026%3A7')
  expect(to('reconciliation:wechat_pay:20261120')).toBe('/console/reconciliations/wechat_pay/20261120')
  expect(to('statement:tencent_cloud:20261120')).toBe('/console/statements?vendor=tencent_cloud&day=20261120')
  expect(to('queue:checks')).toBe('/console/dead-letters/checks')
  expect(to('endpoint:019a')).toBe('/console/webhooks/019a')
  expect(to('operator:li.wen')).toBe('/console/operators')
  expect(subjectPage('account:019a')).toEqual({ to: '/console/accounts/019a', right: 'see_people' })
  for (const subject of ['', 'nothing', 'constructor:1']) expect(subjectPage(subject)).toBeUndefined()
})

it('what a deed was done to is said in words, and by its name where that is one', () => {
  expect(subjectTold('order:019a', 'zh')).toEqual({ words: '订单', name: '019a' })
  expect(subjectTold('operator:li.wen', 'en')).toEqual({ words: 'Operator', name: 'li.wen' })
  expect(subjectTold('complaint:alipay:2026:7', 'zh')).toEqual({ words: '投诉 · 支付宝', name: '2026:7' })
  expect(subjectTold('reconciliation:wechat_pay:20261120', 'zh')).toEqual({ words: '对账 · 微信支付 · 2026年11月20日' })
  expect(subjectTold('statement:tencent_cloud:20261120', 'en')).toEqual({
    words: 'Statement · Tencent Cloud · 20 Nov 2026',
  })
  expect(subjectTold('moon:1:2', 'en')).toEqual({ words: 'moon', name: '1:2' })
})

it('everything that was done to it has an address', () => {
  expect(deedsOf('order:019a')).toBe('/console/deeds?subject=order%3A019a')
})
