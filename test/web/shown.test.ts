import { describe, expect, it } from 'vitest'
import { serviceClockOf } from '../../web/shared/shown/clock.ts'
import { idNumberGroups, insertedAt, phoneGroups } from '../../web/shared/shown/digits.ts'
import { clockText, dayText, durationText, momentText } from '../../web/shared/shown/moments.ts'
import { moneyText } from '../../web/shared/shown/money.ts'

const at = (text: string): number => Date.parse(text)

describe('a moment', () => {
  it('is Beijing’s, wherever the device is', () => {
    expect(dayText(at('2026-12-31T16:00:00Z'), 'zh')).toBe('2027年1月1日')
    expect(dayText(at('2026-12-31T15:59:59Z'), 'en')).toBe('31 Dec 2026')
    expect(clockText(at('2026-11-28T01:05:59Z'))).toBe('09:05')
  })

  it('is said as people say it: today, yesterday, tomorrow, else by its date', () => {
    const now = at('2026-11-28T15:59:00Z')
    expect(momentText(at('2026-11-28T00:00:00Z'), now, 'zh')).toBe('今天 08:00')
    expect(momentText(at('2026-11-28T16:00:00Z'), now, 'zh')).toBe('明天 00:00')
    expect(momentText(at('2026-11-27T15:59:00Z'), now, 'en')).toBe('yesterday 23:59')
    expect(momentText(at('2026-11-30T16:00:00Z'), now, 'zh')).toBe('2026年12月1日 00:00')
  })
})

describe('how long it takes', () => {
  it('is said in the two greatest units, and never below nothing', () => {
    const zh = [
      [0, '0 秒'],
      [-5, '0 秒'],
      [1, '1 秒'],
      [59_001, '1 分 00 秒'],
      [725_000, '12 分 05 秒'],
      [12_000_000, '3 小时 20 分'],
      [187_200_000, '2 天 4 小时'],
    ] as const
    for (const [left, text] of zh) expect(durationText(left, 'zh')).toBe(text)
    expect(durationText(725_000, 'en')).toBe('12 min 05 s')
    expect(durationText(45_000, 'en')).toBe('45 s')
  })
})

describe('money', () => {
  it('is yuan with two places', () => {
    expect([0, 5, 100, 900, 123_456, -900].map(moneyText)).toEqual([
      '¥0.00',
      '¥0.05',
      '¥1.00',
      '¥9.00',
      '¥1234.56',
      '-¥9.00',
    ])
  })
})

describe('typed numbers', () => {
  it('are read back in the groups of the card, as far as they go', () => {
    expect(idNumberGroups('110101188506152031')).toBe('110101 18850615 2031')
    expect(idNumberGroups('1101011')).toBe('110101 1')
    expect(idNumberGroups('')).toBe('')
    expect(phoneGroups('13800138000')).toBe('138 0013 8000')
  })

  it('take a sign where the caret is, in the place of what is selected', () => {
    expect(insertedAt('1234', 'X', 4, 4)).toEqual({ text: '1234X', caret: 5 })
    expect(insertedAt('1234', 'X', 1, 3)).toEqual({ text: '1X4', caret: 2 })
  })
})

describe('the service’s clock', () => {
  it('is the device’s as long as that is about right', () => {
    const clock = serviceClockOf(() => 1_000_000)
    clock.heard(new Date(1_001_000).toUTCString())
    expect(clock.now()).toBe(1_000_000)
  })

  it('is the service’s where the device is wrong, and passes over what is no time', () => {
    const clock = serviceClockOf(() => 1_000_000)
    clock.heard(new Date(600_000_000).toUTCString())
    expect(clock.now()).toBe(600_000_000)
    clock.heard(null)
    clock.heard('soon')
    expect(clock.now()).toBe(600_000_000)
  })
})
