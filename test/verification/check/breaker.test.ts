import { describe, expect, it } from 'vitest'
import {
  type Breaker,
  type BreakerEvent,
  type BreakerStatus,
  breakerStatuses,
  breakerTransitions,
  probedNow,
  refusedNow,
  spentNow,
  turnAt,
} from '../../../functions/verification/check/breaker.ts'
import {
  breakerClosed,
  breakerOf,
  breakerOpened,
  breakerProbed,
  ordersOpen,
} from '../../../functions/verification/check/breaker-store.ts'
import { GATES, gateFor, verificationKeys } from '../../../functions/verification/keys.ts'
import { pausedAt } from '../../../functions/verification/vendors/choice.ts'
import { HOUR, MINUTE } from '../../../shared/kernel/time.ts'
import { memoryTable } from '../../../shared/table/memory.ts'
import { put } from '../../../shared/table/write.ts'
import { countingIds, NOON } from '../../kit.ts'
import { itObeys, type Machine, reachable } from '../../state-moves.ts'

const PAUSES = { pauseMs: 5 * MINUTE, longestPauseMs: HOUR }

/** After so many refusals, each when the pause before was over. */
const refusedTimes = (times: number): Breaker => {
  let seen = refusedNow(undefined, 'AuthFailure', PAUSES, NOON)
  for (let more = 1; more < times; more += 1) seen = refusedNow(seen, 'AuthFailure', PAUSES, seen.until)
  return seen
}

describe('how long nobody asks a vendor that refuses us', () => {
  it('doubles with every refusal that follows, up to an hour', () => {
    const minutes = [1, 2, 3, 4, 5, 6].map((times) => {
      const [before, after] = [refusedTimes(times - 1 || 1), refusedTimes(times)]
      return (Number(after.until) - (times === 1 ? NOON : Number(before.until))) / MINUTE
    })
    expect(minutes).toEqual([5, 10, 20, 40, 60, 60])
    expect(refusedTimes(6)).toMatchObject({ status: 'open', since: NOON, refusals: 6 })
  })

  it('begins anew after the vendor was well again', () => {
    const closed: Breaker = { status: 'closed', since: NOON, refusals: 0, code: 'AuthFailure' }
    const again = refusedNow(closed, 'UnauthorizedOperation', PAUSES, NOON + HOUR)
    expect(again).toMatchObject({ until: NOON + HOUR + 5 * MINUTE, since: NOON + HOUR, refusals: 1 })
    expect(again.code).toBe('UnauthorizedOperation')
  })

  it('makes no pause longer where only the sum of the day is spent', () => {
    const open = { status: 'open', until: NOON + HOUR, ordersAt: NOON + HOUR + 2 * MINUTE, code: 'spent' }
    const spent = (seen?: Breaker): Breaker => spentNow(seen, 'spent', NOON + HOUR, NOON + MINUTE)
    const closed: Breaker = { status: 'closed', since: NOON, refusals: 0, code: 'AuthFailure' }
    expect(spent()).toEqual({ ...open, since: NOON + MINUTE, refusals: 0 })
    expect(spent(closed)).toEqual({ ...open, since: NOON + MINUTE, refusals: 0 })
    expect(spent(refusedTimes(2))).toEqual({ ...open, since: NOON, refusals: 2 })
  })

  it('lets paid checks come first, and orders two minutes later', () => {
    const open = refusedTimes(1)
    expect(turnAt(open, NOON + 5 * MINUTE - 1)).toEqual({ kind: 'wait', until: NOON + 5 * MINUTE })
    expect(turnAt(open, NOON + 5 * MINUTE)).toEqual({ kind: 'probe', seen: open })
    const vendors = [{ name: 'v' }]
    expect(pausedAt(vendors, { v: open }, NOON + 7 * MINUTE - 1)).toBe(NOON + 7 * MINUTE)
    expect(pausedAt(vendors, { v: open }, NOON + 7 * MINUTE)).toBeUndefined()
  })

  it('lets another check probe when a probe was not heard of for two minutes', () => {
    const at = NOON + 5 * MINUTE
    const probing = probedNow(refusedTimes(1), 'claim', at)
    expect(probing).toMatchObject({ status: 'half_open', probe: 'claim', refusals: 1 })
    expect(turnAt(probing, at + 2 * MINUTE - 1)).toEqual({ kind: 'wait', until: at + 2 * MINUTE })
    expect(turnAt(probing, at + 2 * MINUTE)).toEqual({ kind: 'probe', seen: probing })
    expect(pausedAt([{ name: 'v' }], { v: probing }, at)).toBe(at + 4 * MINUTE)
  })

  it('is nothing where the vendor never refused us, or no longer does', () => {
    expect(turnAt(undefined, NOON)).toEqual({ kind: 'free' })
    expect(turnAt({ status: 'closed', since: NOON, refusals: 0, code: '' }, NOON)).toEqual({ kind: 'free' })
    expect(pausedAt([{ name: 'v' }], {}, NOON)).toBeUndefined()
  })
})

const inStatus: Record<BreakerStatus, Breaker> = {
  closed: { status: 'closed', since: NOON, refusals: 0, code: 'a' },
  open: refusedTimes(2),
  half_open: probedNow(refusedTimes(2), 'mine', NOON),
}

/** The first write of a move is the breaker's; the others are its gates. */
const main = <T>([write]: readonly T[]): T => {
  if (write === undefined) throw new Error('no writes')
  return write
}

const machine: Machine<BreakerStatus, BreakerEvent> = {
  table: breakerTransitions,
  states: breakerStatuses,
  itemIn: (status) => put(verificationKeys.breaker('v'), { ...inStatus[status] }),
  writes: {
    refused: (read) =>
      main(breakerOpened('v', inStatus[read], refusedNow(inStatus[read], 'b', PAUSES, NOON + HOUR), NOON)),
    probed: (read) => main(breakerProbed('v', inStatus[read], probedNow(inStatus[read], 'next', NOON + HOUR))),
    recovered: (read) => main(breakerClosed('v', inStatus[read])),
  },
}

describe('states of a breaker', () => {
  it('can all be reached', () => {
    expect(reachable(breakerTransitions, 'closed')).toEqual([...breakerStatuses].sort())
  })

  itObeys(machine)

  it('are moved by one of any number that saw the same', async () => {
    const table = memoryTable()
    const seen = refusedTimes(1)
    await table.commit(breakerOpened('v', undefined, seen, NOON))
    const probes = ['a', 'b', 'c'].map((claim) => table.commit(breakerProbed('v', seen, probedNow(seen, claim, NOON))))
    const kinds = (await Promise.all(probes)).map(({ kind }) => kind)
    expect(kinds.sort()).toEqual(['committed', 'conflict', 'conflict'])
  })

  it('begin with a refusal, and the first of two that hear one is enough', async () => {
    const table = memoryTable()
    const opened = refusedTimes(1)
    expect((await table.commit(breakerOpened('v', undefined, opened, NOON))).kind).toBe('committed')
    expect((await table.commit(breakerOpened('v', undefined, refusedTimes(2), NOON))).kind).toBe('conflict')
    expect(breakerOf(await table.get(verificationKeys.breaker('v')))).toEqual(opened)
  })
})

describe('the gate of every account', () => {
  const mayOpen = async (table: ReturnType<typeof memoryTable>, accountId: string, now: number) =>
    (await table.commit([ordersOpen([{ name: 'v' }], accountId, now)])).kind === 'committed'

  it('shuts when the breaker opens, opens when its pause and head start are over, and when it closes', async () => {
    const ids = countingIds()
    const accounts = Array.from({ length: 40 }, () => ids.id())
    expect(new Set(accounts.map(gateFor)).size).toBe(GATES)
    const table = memoryTable()
    const all = async (now: number) => new Set(await Promise.all(accounts.map((id) => mayOpen(table, id, now))))
    expect(await all(NOON)).toEqual(new Set([true]))
    const open = refusedTimes(1)
    await table.commit(breakerOpened('v', undefined, open, NOON))
    expect(await all(NOON + 7 * MINUTE - 1)).toEqual(new Set([false]))
    expect(await all(NOON + 7 * MINUTE)).toEqual(new Set([true]))
    const probing = probedNow(open, 'claim', NOON + 7 * MINUTE)
    await table.commit(breakerProbed('v', open, probing))
    expect(await all(NOON + 8 * MINUTE)).toEqual(new Set([false]))
    await table.commit(breakerClosed('v', probing))
    expect(await all(NOON + 8 * MINUTE)).toEqual(new Set([true]))
  })
})

describe('a breaker that has lost its time', () => {
  it('stops nobody for ever: the next check that is paid is the probe', () => {
    const { until: _lost, ...seen } = refusedTimes(1)
    expect(turnAt(seen, NOON)).toEqual({ kind: 'probe', seen })
  })
})
