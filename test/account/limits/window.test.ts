import { describe, expect, it } from 'vitest'
import { dayOf, hourOf, monthOf } from '../../../functions/account/limits/window.ts'
import { DAY, HOUR } from '../../../shared/kernel/time.ts'
import { NOON } from '../../kit.ts'

describe('windows', () => {
  it('are clock hours and days of Beijing, and the first moment after one belongs to the next', () => {
    expect(hourOf(NOON).endsAt).toBe(Date.parse('2026-11-20T13:00:00+08:00'))
    expect(hourOf(hourOf(NOON).endsAt).name).not.toBe(hourOf(NOON).name)
    expect(hourOf(hourOf(NOON).endsAt).endsAt - hourOf(NOON).endsAt).toBe(HOUR)
    expect(dayOf(NOON)).toEqual({ name: 'DAY#20261120', endsAt: Date.parse('2026-11-21T00:00:00+08:00') })
    expect(dayOf(dayOf(NOON).endsAt).name).toBe('DAY#20261121')
    expect(dayOf(dayOf(NOON).endsAt - 1).name).toBe('DAY#20261120')
    const { name, endsAt } = monthOf(NOON)
    expect(endsAt - NOON).toBeLessThanOrEqual(30 * DAY)
    expect([monthOf(endsAt - 1).name, monthOf(endsAt).name === name, monthOf(endsAt).endsAt - endsAt]).toEqual([
      name,
      false,
      30 * DAY,
    ])
  })
})
