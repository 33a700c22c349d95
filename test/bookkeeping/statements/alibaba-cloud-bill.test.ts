import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isAlibabaCloudBill,
  readAlibabaCloudBill,
} from '../../../functions/bookkeeping/statements/alibaba-cloud-bill.ts'

const DAY = '20261120'

/** The columns of the file as Alibaba Cloud documents it, those that are read among others. */
const HEADER = [
  ...['BillingCycle', 'AccountID', 'SubscriptionType', 'ProductCode', 'ProductName', 'ProductDetail', 'UsageStartTime'],
  ...['UsageEndTime', 'RecordID', 'Item', 'InstanceID', 'BillingItem', 'ListPrice', 'Usage', 'UsageUnit'],
  ...['PretaxGrossAmount', 'PretaxAmount'],
]

type Row = Partial<Record<string, string>>

const used: Row = {
  BillingCycle: '2026-11',
  ProductCode: 'cloudauth',
  Item: 'PayAsYouGoBill',
  UsageStartTime: '2026-11-20 10:00:00',
  BillingItem: '手机号三要素',
  Usage: '3',
}

const fileOf = (...rows: Row[]): string =>
  [HEADER, ...rows.map((row) => HEADER.map((name) => ({ ...used, ...row })[name] ?? ''))]
    .map((cells) => cells.map((cell) => `"${cell}"`).join(','))
    .join('\r\n')

const totalOf = (text: string) => readAlibabaCloudBill(text, DAY)

describe('M5 a file of billing items of Alibaba Cloud', () => {
  it('is told from a list of calls by its header', () => {
    expect(isAlibabaCloudBill(fileOf())).toBe(true)
    expect(isAlibabaCloudBill(`\uFEFF${fileOf({})}`)).toBe(true)
    expect(isAlibabaCloudBill('requestId,calledAt,code,billed')).toBe(false)
    expect(isAlibabaCloudBill('"')).toBe(false)
    expect(isAlibabaCloudBill('')).toBe(false)
  })

  it('adds up what was used of the checks on that Beijing day, however it is billed in rows', () => {
    const text = fileOf(
      { UsageStartTime: '2026-11-20 00:00:00', Usage: '4' },
      { UsageStartTime: '2026-11-20T23:00:00', Usage: '2.000000' },
      { BillingItem: '身份二要素', ProductCode: 'cloudauth_public_cn', Usage: '1' },
    )
    expect(totalOf(text)).toEqual({ kind: 'read', value: { rows: 3, charged: 7 } })
  })

  it('leaves out other days, other products, and what is no usage', () => {
    const text = fileOf(
      { UsageStartTime: '2026-11-19 23:00:00' },
      { UsageStartTime: '2026-11-21 00:00:00' },
      { ProductCode: 'ecs', UsageStartTime: '', Usage: 'x' },
      { Item: 'Refund', Usage: '-3' },
      { Item: 'SubscriptionOrder', Usage: '' },
    )
    expect(totalOf(text)).toEqual({ kind: 'read', value: { rows: 0, charged: 0 } })
  })

  it.each<[string, string, object]>([
    ['nothing', '', { line: 1, fault: 'empty' }],
    ['an open quote', `${fileOf()}\r\n"`, { line: 2, fault: 'quotes' }],
    ['a missing column', 'ProductCode,Item,UsageStartTime,Usage', { fault: 'column_missing', column: 'BillingItem' }],
    ['a column twice', `${HEADER.join(',')},usage`, { fault: 'column_twice', column: 'Usage' }],
    ['a short row', `${fileOf()}\r\ncloudauth`, { line: 2, fault: 'cell_count' }],
    ['no time', fileOf({ UsageStartTime: '昨天' }), { line: 2, fault: 'not_a_time', column: 'UsageStartTime' }],
    ['half a call', fileOf({}, { Usage: '1.5' }), { line: 3, fault: 'not_a_count', column: 'Usage' }],
    ['less than none', fileOf({ Usage: '-1' }), { line: 2, fault: 'not_a_count', column: 'Usage' }],
  ])('is refused with %s', (_what, text, fault) => {
    expect(totalOf(text)).toMatchObject({ kind: 'fault', ...fault })
  })

  it('comes to the same in whatever order its rows and columns stand', () => {
    const rows = fc.array(fc.integer({ min: 0, max: 99 }), { maxLength: 8 })
    fc.assert(
      fc.property(rows, fc.boolean(), (usages, isReversed) => {
        const lines = fileOf(...usages.map((usage) => ({ Usage: String(usage) }))).split('\r\n')
        const text = isReversed
          ? lines.map((line) => line.split(',').toReversed().join(',')).join('\n')
          : lines.join('\n')
        const charged = usages.reduce((sum, one) => sum + one, 0)
        expect(totalOf(text)).toEqual({ kind: 'read', value: { rows: usages.length, charged } })
      }),
    )
  })

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(['read', 'fault']).toContain(totalOf(text).kind)
      }),
    )
  })
})
