import { describe, expect, it } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../../shared/kernel/time.ts'
import { lengthText, saidOf } from '../../../web/console/settings/shown-value.ts'

describe('a value of a setting', () => {
  it('in milliseconds is told in the longest measure of which it is a whole number', () => {
    expect([30 * DAY, 12 * HOUR, 90 * MINUTE, 1000].map((ms) => lengthText(ms, 'en'))).toEqual([
      ...['30 days', '12 hours', '90 minutes', '1 second'],
    ])
    expect([DAY, 5 * MINUTE].map((ms) => lengthText(ms, 'zh'))).toEqual(['1 天', '5 分钟'])
    expect([0, 1500, 1].map((ms) => lengthText(ms, 'en'))).toEqual([undefined, undefined, undefined])
  })

  it('in fen is told as money, and any other is only what was set', () => {
    expect(saidOf(1000, 'fen', 'en')).toBe('¥10.00')
    expect([saidOf(5, 'pieces', 'en'), saidOf('x', 'text', 'zh'), saidOf([], 'list', 'zh')]).toEqual([
      ...[undefined, undefined, undefined],
    ])
  })
})
