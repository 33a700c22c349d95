import { describe, expect, it } from 'vitest'
import { addressGroup, dayOf, hourOf } from '../../../functions/account/codes/sms-limit.ts'
import { HOUR } from '../../../shared/kernel/time.ts'
import { NOON } from '../../kit.ts'

describe('windows', () => {
  it('are clock hours and days of Beijing, and the first moment after one belongs to the next', () => {
    expect(hourOf(NOON).endsAt).toBe(Date.parse('2026-11-20T13:00:00+08:00'))
    expect(hourOf(hourOf(NOON).endsAt).name).not.toBe(hourOf(NOON).name)
    expect(hourOf(hourOf(NOON).endsAt).endsAt - hourOf(NOON).endsAt).toBe(HOUR)
    expect(dayOf(NOON)).toEqual({ name: 'DAY#20261120', endsAt: Date.parse('2026-11-21T00:00:00+08:00') })
    expect(dayOf(dayOf(NOON).endsAt).name).toBe('DAY#20261121')
    expect(dayOf(dayOf(NOON).endsAt - 1).name).toBe('DAY#20261120')
  })
})

describe('source addresses', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:1:2::6', '2001:db8:1:2'],
    ['2001:0db8:0001:0002::', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['2001:db8::1:2:3:4:5', '2001:db8:0:1'],
    ['::1', '0:0:0:0'],
    ['', ''],
  ])('%s counts as %s', (address, group) => {
    expect(addressGroup(address)).toBe(group)
  })
})
