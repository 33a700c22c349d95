import { describe, expect, it } from 'vitest'
import { isOver, newSession, renewedUntil } from '../../../functions/operators/access/session.ts'
import { settingsOf } from '../../../functions/settings.ts'
import { HOUR, MINUTE } from '../../../shared/kernel/time.ts'
import { NOON } from '../../kit.ts'

const { operators } = settingsOf('sandbox', undefined)
const { idleMs } = operators
const fresh = newSession(1, NOON, operators)

describe('a session of the console', () => {
  it('lasts half an hour without use, and needs no further code for ten minutes', () => {
    expect(fresh).toEqual({
      epoch: 1,
      createdAt: NOON,
      endsAt: NOON + 8 * HOUR,
      idleUntil: NOON + 30 * MINUTE,
      stepUpUntil: NOON + 10 * MINUTE,
    })
    expect(isOver(fresh, NOON + 30 * MINUTE - 1)).toBe(false)
    expect(isOver(fresh, NOON + 30 * MINUTE)).toBe(true)
  })

  it('is renewed by a write at most every five minutes, and never beyond its end', () => {
    expect(renewedUntil(fresh, NOON, idleMs)).toBeUndefined()
    expect(renewedUntil(fresh, NOON + 5 * MINUTE - 1, idleMs)).toBeUndefined()
    expect(renewedUntil(fresh, NOON + 5 * MINUTE, idleMs)).toBe(NOON + 35 * MINUTE)
    const last = { ...fresh, idleUntil: fresh.endsAt - MINUTE }
    expect(renewedUntil(last, fresh.endsAt - 20 * MINUTE, idleMs)).toBe(fresh.endsAt)
    expect(renewedUntil({ ...last, idleUntil: fresh.endsAt }, fresh.endsAt - MINUTE, idleMs)).toBeUndefined()
  })

  it('is over after eight hours however much it was used', () => {
    const used = { ...fresh, idleUntil: fresh.endsAt }
    expect(isOver(used, fresh.endsAt - 1)).toBe(false)
    expect(isOver(used, fresh.endsAt)).toBe(true)
  })

  it('ends with its longest time where that is shorter than half an hour, and is renewed in time where idling is short', () => {
    const short = newSession(1, NOON, { ...operators, sessionMs: MINUTE })
    expect([short.idleUntil, short.endsAt]).toEqual([NOON + MINUTE, NOON + MINUTE])
    const busy = newSession(1, NOON, { ...operators, idleMs: 4 * MINUTE })
    expect(renewedUntil(busy, NOON + 2 * MINUTE, 4 * MINUTE)).toBe(NOON + 6 * MINUTE)
  })
})
