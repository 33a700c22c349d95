import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type NumberedKind, numberedKinds } from '../../../functions/person/document.ts'
import { identityVendorsIn } from '../../../functions/vendors/identity-vendors.ts'
import type { Breaker } from '../../../functions/verification/check/breaker.ts'
import {
  choose,
  kindsTaken,
  NEVER,
  passedForGood,
  pausedAt,
  preferred,
  taking,
} from '../../../functions/verification/vendors/choice.ts'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { NOON } from '../../kit.ts'
import { vendorNamed } from './vendor-named.ts'

const one = vendorNamed('one', { unreached: ['192', '170'] })
const other = vendorNamed('other')
const both = [one, other]

const open = (until: number): Breaker => ({
  status: 'open',
  until,
  ordersAt: until + 2 * MINUTE,
  since: NOON - MINUTE,
  refusals: 1,
  code: 'AuthFailure',
})

describe('M5 which vendor is preferred', () => {
  it('is the first that says it reaches the number, and the others after it', () => {
    expect(preferred(both, '13800000000')).toEqual([one, other])
    expect(preferred(both, '19200000000')).toEqual([other, one])
    expect(preferred([one], '17000000000')).toEqual([one])
  })
})

describe('M5 which documents a vendor takes', () => {
  const vendors = identityVendorsIn({ identity: { vendors: ['tencent_cloud', 'alibaba_cloud'], dailySpend: {} } })

  it('is what its documents say of each thing it can be asked', () => {
    for (const { name, takes } of vendors)
      expect(takes).toEqual({
        phone_still_held: name === 'alibaba_cloud' ? numberedKinds : [],
        carrier_three_element: ['resident_id', 'residence_permit'],
        identity_two_element: ['resident_id', 'residence_permit'],
        bank_card_four_element: ['resident_id'],
      })
  })

  it('decides who can be asked about somebody, in the order of preference, and what can be submitted at all', () => {
    const ids = vendorNamed('ids', {
      takes: {
        ...{ carrier_three_element: ['resident_id'], identity_two_element: [] },
        ...{ bank_card_four_element: [], phone_still_held: [] },
      },
    })
    const all = vendorNamed('all')
    const names = (kind: NumberedKind) => taking([ids, all], 'carrier_three_element', kind).map(({ name }) => name)
    expect(numberedKinds.map(names)).toEqual([['ids', 'all'], ['all'], ['all']])
    expect(kindsTaken([ids], 'carrier_three_element')).toEqual(['resident_id'])
    expect(kindsTaken([ids], 'identity_two_element')).toEqual([])
    expect(kindsTaken([ids, all], 'carrier_three_element')).toEqual(numberedKinds)
  })
})

describe('M5 the pass of a vendor that never takes some data', () => {
  it('keeps how often it did nothing before', () => {
    const pass = { until: NEVER, because: 'data_unsupported' }
    expect(passedForGood(undefined, 'data_unsupported')).toEqual({ ...pass, count: 0 })
    expect(passedForGood({ count: 2, until: NOON }, 'data_unsupported')).toEqual({ ...pass, count: 2 })
  })
})

describe('M5 which vendor a check asks', () => {
  it('is the preferred one', () => {
    expect(choose(both, {}, {}, NOON)).toEqual({ kind: 'ask', vendor: 'one', turn: { kind: 'free' } })
  })

  it('is another while that one refuses us, and that one as the probe when its pause is over', () => {
    const breakers = { one: open(NOON + 1) }
    expect(choose(both, breakers, {}, NOON)).toMatchObject({ kind: 'ask', vendor: 'other' })
    expect(choose(both, breakers, {}, NOON + 1)).toEqual({
      kind: 'ask',
      vendor: 'one',
      turn: { kind: 'probe', seen: breakers.one },
    })
  })

  it('is another while that one has given this check back, and nobody but others where it never takes it', () => {
    expect(choose(both, {}, { one: { count: 1, until: NOON + 1 } }, NOON)).toMatchObject({ vendor: 'other' })
    expect(choose(both, {}, { one: { count: 1, until: NOON + 1 } }, NOON + 1)).toMatchObject({ vendor: 'one' })
    expect(choose(both, {}, { one: { count: 1, until: NEVER } }, NOON + MINUTE)).toMatchObject({ vendor: 'other' })
  })

  it('is none before the first of them can be asked again', () => {
    const passes = { one: { count: 1, until: NOON + MINUTE } }
    expect(choose(both, { other: open(NOON + 2 * MINUTE) }, passes, NOON)).toEqual({
      kind: 'wait',
      until: NOON + MINUTE,
    })
    // It has to be let in, and have had its pause from this check.
    expect(choose([one], { one: open(NOON + 2 * MINUTE) }, passes, NOON)).toEqual({
      kind: 'wait',
      until: NOON + 2 * MINUTE,
    })
    expect(choose([one], { one: open(NOON + 1) }, passes, NOON)).toEqual({ kind: 'wait', until: NOON + MINUTE })
  })

  it('is nobody where none ever takes it', () => {
    const never = { count: 0, until: NEVER }
    expect(choose(both, {}, { one: never, other: never }, NOON)).toEqual({ kind: 'nobody' })
  })

  it('is never one that may not be asked now', () => {
    const time = fc.integer({ min: NOON - 5, max: NOON + 5 })
    const pass = fc.record({ count: fc.nat(4), until: fc.oneof(time, fc.constant(NEVER)) })
    fc.assert(
      fc.property(fc.option(time), fc.option(time), fc.option(pass), fc.option(pass), (a, b, p, q) => {
        const breakers = { one: a === null ? undefined : open(a), other: b === null ? undefined : open(b) }
        const passes = { ...(p && { one: p }), ...(q && { other: q }) }
        const chosen = choose(both, breakers, passes, NOON)
        const mayAsk = (name: 'one' | 'other') =>
          (breakers[name]?.until ?? NOON) <= NOON && (passes[name]?.until ?? NOON) <= NOON
        if (chosen.kind === 'ask') expect(mayAsk(chosen.vendor === 'one' ? 'one' : 'other')).toBe(true)
        else expect([mayAsk('one'), mayAsk('other')]).toEqual([false, false])
        if (chosen.kind === 'wait') expect(chosen.until).toBeGreaterThan(NOON)
      }),
    )
  })
})

describe('M5 when orders open', () => {
  it('is always while one vendor does not refuse us', () => {
    expect(pausedAt(both, { one: open(NOON + MINUTE) }, NOON)).toBeUndefined()
    expect(pausedAt([one], { one: open(NOON + MINUTE) }, NOON)).toBe(NOON + 3 * MINUTE)
  })

  it('is with the first of them where all do', () => {
    const breakers = { one: open(NOON + 5 * MINUTE), other: open(NOON + MINUTE) }
    expect(pausedAt(both, breakers, NOON)).toBe(NOON + 3 * MINUTE)
    expect(pausedAt(both, breakers, NOON + 3 * MINUTE)).toBeUndefined()
  })
})
