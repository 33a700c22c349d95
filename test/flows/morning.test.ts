import { describe, expect, it } from 'vitest'
import { rfc3339Beijing } from '../../shared/kernel/time.ts'
import { morningFrom } from './morning.ts'

describe('tests begin at ten in the morning of a day in the middle of a month', () => {
  it.each([
    ['2026-11-10T10:00:00+08:00', '2026-11-10T10:00:00+08:00'],
    ['2026-11-10T10:00:01+08:00', '2026-11-11T10:00:00+08:00'],
    ['2026-11-20T23:59:59+08:00', '2026-12-05T10:00:00+08:00'],
    ['2026-11-30T22:47:00+08:00', '2026-12-05T10:00:00+08:00'],
    ['2027-01-01T00:00:00+08:00', '2027-01-05T10:00:00+08:00'],
  ])('%s: %s', (at, begins) => {
    expect(rfc3339Beijing(morningFrom(Date.parse(at)))).toBe(begins)
  })
})
