import { describe, expect, it } from 'vitest'
import { isUnusual, otherOf, otherText } from '../../../web/console/session/sign-ins.ts'

const NOON = Date.parse('2026-11-20T12:30:00+08:00')

type From = 'known_device' | 'new_device' | 'link'
const came = (hour: number, from: From, current = false) => ({
  ...{ at: `2026-11-20T${String(hour).padStart(2, '0')}:00:00+08:00`, from, current },
})

describe('the other sign-in that somebody is told of', () => {
  it('is the last before theirs, and one after it comes first', () => {
    const [before, own] = [came(9, 'known_device'), came(10, 'known_device', true)]
    expect(otherOf([own, before])).toEqual({ at: Date.parse(before.at), from: 'known_device', isAfter: false })
    expect(otherOf([came(11, 'new_device'), own, before])).toMatchObject({ from: 'new_device', isAfter: true })
    expect(otherOf([own])).toBeUndefined()
    expect(otherOf([])).toBeUndefined()
  })

  it('is told as before theirs where theirs is not among the last any more', () => {
    expect(otherOf([came(9, 'known_device')])).toMatchObject({ isAfter: false })
  })

  it('is worth a second look from a device that was never used, or beside theirs', () => {
    const at = NOON
    expect(isUnusual({ at, from: 'known_device', isAfter: false })).toBe(false)
    expect(isUnusual({ at, from: 'link', isAfter: false })).toBe(false)
    expect(isUnusual({ at, from: 'new_device', isAfter: false })).toBe(true)
    expect(isUnusual({ at, from: 'known_device', isAfter: true })).toBe(true)
  })

  it('is said with time and device in both languages', () => {
    const at = Date.parse('2026-11-20T09:05:00+08:00')
    expect(otherText({ at, from: 'known_device', isAfter: false }, NOON, 'zh')).toBe('上次登录：今天 09:05，用过的设备')
    expect(otherText({ at, from: 'new_device', isAfter: true }, NOON, 'en')).toBe(
      'Somebody signed in after you, today 09:05, on a new device',
    )
  })
})
