import { describe, expect, it } from 'vitest'
import { cellsOf, tally, together } from '../../../functions/analytics/counts/counts.ts'
import { measureNamed, measureNames, measures } from '../../../functions/analytics/counts/measures.ts'

describe('M8 counts', () => {
  it('add up by measure and values, and keep nothing that comes to zero', () => {
    const one = tally()
    one.add('paid_in', ['alipay'], 100)
    one.add('paid_in', ['alipay'], 900)
    one.add('moved', ['bank'], 5)
    one.add('moved', ['bank'], -5)
    one.add('refunds_owed', [])
    expect(one.counts()).toEqual({ 'paid_in|alipay': 1000, refunds_owed: 1 })
    const more = { 'paid_in|alipay': -1000, 'paid_in|wechat_pay': 1 }
    expect(together([one.counts(), more])).toEqual({ 'paid_in|wechat_pay': 1, refunds_owed: 1 })
    expect(together([])).toEqual({})
  })

  it('come apart again as they were put in, durations with how they were spread', () => {
    const one = tally()
    one.add('orders_ended', ['verification', 'fee', 'carrier_three_element', 'match'], 2)
    for (const ms of [400, 410, 9000]) one.took('call_ms', ['tencent_cloud'], ms)
    const cells = cellsOf(one.counts())
    expect(cells).toHaveLength(2)
    expect(cells[0]).toEqual({
      measure: 'orders_ended',
      of: ['verification', 'fee', 'carrier_three_element', 'match'],
      value: 2,
    })
    expect(cells[1]).toMatchObject({ measure: 'call_ms', of: ['tencent_cloud'], value: 3 })
    expect([...(cells[1]?.histogram?.values() ?? [])].toSorted()).toEqual([1, 2])
  })

  it('say nothing of what an earlier version counted under another name or apart by something else', () => {
    expect(cellsOf({ 'gone|x': 1, 'paid_in|alipay|x': 1, toString: 1 })).toEqual([])
  })

  it('are of words: a value that would be read as two is refused', () => {
    expect(() => tally().add('paid_in', ['a|b'])).toThrow('no word')
    expect(() => tally().add('paid_in', [''])).toThrow('no word')
  })
})

describe('M8 measures', () => {
  it('each say what they are, from what, and apart by what', () => {
    for (const name of measureNames) {
      const { is, from, of } = measureNamed(name)
      expect(is).toMatch(/^[A-Z].*\.$/s)
      expect(from).not.toBe('')
      expect(new Set(of).size).toBe(of.length)
      expect(name).toMatch(/^[a-z_]+$/)
    }
  })

  it('are told apart by nothing that leads to a person', () => {
    const dimensions = new Set(Object.values(measures).flatMap(({ of }): readonly string[] => of))
    expect([...dimensions].toSorted()).toEqual(
      [
        ...[
          'account',
          'alarm',
          'answer',
          'because',
          'channel',
          'feature',
          'for',
          'good',
          'how',
          'method',
          'offer',
          'outcome',
          'purpose',
        ],
        ...['source', 'vendor', 'way', 'when', 'why'],
      ].toSorted(),
    )
  })
})
