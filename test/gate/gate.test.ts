import { describe, expect, it } from 'vitest'
import type { Proof, Source } from '../../functions/evidence/evidence.ts'
import {
  type Demand,
  datedFeatures,
  features,
  gate,
  gateTerms,
  isFeature,
  NOT_VERIFIED_LEGACY_CODE,
  passed,
  passedWith,
  shortOf,
} from '../../functions/gate/gate.ts'
import { renewableAfter } from '../../functions/gate/renewable.ts'
import { settingsOf } from '../../functions/settings.ts'
import { DAY } from '../../shared/kernel/time.ts'
import { NOON } from '../kit.ts'
import { provenByCarrier } from '../samples.ts'

const somebody = { proofs: [], banned: false }
const proven = { proofs: [provenByCarrier('a')], banned: false }
const basic = { level: 1 }
const demands = { send_message: basic, recharge_points: basic, transfer_points: basic, certify_app: basic }
const terms = { enforceFrom: NOON, demands }
const never = {
  neededLevel: 1,
  heldLevel: 0,
  shortfall: 'never_verified',
  missing: [['review'], ['bank'], ['carrier']] as Source[][],
} as const

describe.each(features)('P1 %s', (feature) => {
  it('is open to a verified account', () => {
    expect(gate(feature, proven, terms, NOON)).toEqual({ allowed: true })
  })

  it('is open to everybody before the enforcement date if that concerns it, and from then on to nobody unverified', () => {
    const refused = { allowed: false, because: 'not_verified', ...never }
    const before = datedFeatures.some((one) => one === feature) ? { allowed: true } : refused
    expect(gate(feature, somebody, terms, NOON - 1)).toEqual(before)
    expect(gate(feature, somebody, terms, NOON)).toEqual({ allowed: false, because: 'not_verified', ...never })
  })

  it.each([
    [true, proven.proofs],
    [false, []],
  ])('is closed to a banned account at any time (verified: %j)', (_is, proofs) => {
    const refused = { allowed: false, because: 'banned' }
    expect(gate(feature, { proofs, banned: true }, terms, NOON - 1)).toEqual(refused)
    expect(gate(feature, { proofs, banned: true }, terms, NOON)).toEqual(refused)
  })
})

describe('X3 what a feature needs', () => {
  const asked = (demand: Demand, proofs: readonly Proof[], now = NOON) => shortOf(demand, proofs, now)
  const carrier = provenByCarrier('a')
  const document = { ...carrier, kind: 'id_document' } as const
  const face = { ...carrier, kind: 'face', validUntil: NOON + 365 * DAY } as const

  it('is a level, and of nothing that has ended, to the millisecond', () => {
    expect(asked({ level: 3 }, [carrier, document, face])).toBeUndefined()
    expect(asked({ level: 3 }, [carrier, document, face], NOON + 365 * DAY - 1)).toBeUndefined()
    const ended = { neededLevel: 3, heldLevel: 2, shortfall: 'evidence_ended', missing: [['review'], ['police']] }
    expect(asked({ level: 3 }, [carrier, document, face], NOON + 365 * DAY)).toEqual(ended)
  })

  it('is told with what is held and why that is not enough', () => {
    expect(asked({ level: 2 }, [carrier])).toEqual({
      ...{ neededLevel: 2, heldLevel: 1, shortfall: 'level_too_low' },
      missing: [['review'], ['document'], ['bank']],
    })
    expect(asked({ level: 1 }, [])).toEqual(never)
    expect(asked({ level: 1 }, [{ ...carrier, validUntil: NOON }])).toEqual({ ...never, shortfall: 'evidence_ended' })
  })

  it('may be proven lately, although it counts for others', () => {
    const lately = { level: 1, maximumAgeMs: 30 * DAY }
    expect(asked(lately, [carrier], NOON + 30 * DAY - 1)).toBeUndefined()
    const old = { ...never, heldLevel: 1, shortfall: 'evidence_too_old' }
    expect(asked(lately, [carrier], NOON + 30 * DAY)).toEqual(old)
  })

  it('is told to whoever passes with their level and when they would pass no more', () => {
    const of = (demand: Demand, proofs: readonly Proof[]) => passedWith(demand, proofs, NOON)
    expect(of({ level: 1 }, [carrier, document, face])).toEqual({ level: 3 })
    expect(of({ level: 3 }, [carrier, document, face])).toEqual({ level: 3, until: NOON + 365 * DAY })
    expect(of({ level: 1, maximumAgeMs: DAY }, [carrier, face])).toEqual({ level: 1, until: NOON + DAY })
    expect(of({ level: 0 }, [])).toEqual({ level: 0 })
    expect(of({ level: 2 }, [carrier])).toEqual({ level: 1 })
  })

  it('is nothing where a feature asks for level 0', () => {
    expect(asked({ level: 0 }, [])).toBeUndefined()
  })

  it('is what settings say, each feature for itself; what is proven may be renewed at the youngest age that one wants', () => {
    const settings = settingsOf('sandbox', JSON.stringify({ gate: { sendLevel: 0, rechargeLevel: 1 } }))
    expect(gateTerms(settings).demands).toEqual({
      ...{ send_message: { level: 0 }, recharge_points: { level: 1 } },
      ...{ transfer_points: { level: 1 }, certify_app: { level: 2 } },
    })
    expect(renewableAfter(settings)).toBeUndefined()
    const aged = settingsOf('sandbox', JSON.stringify({ gate: { sendMaxAgeMs: 7, rechargeMaxAgeMs: 5 } }))
    expect(gateTerms(aged).demands.send_message).toEqual({ level: 1, maximumAgeMs: 7 })
    expect(renewableAfter(aged)).toBe(5)
    const least = settingsOf('sandbox', JSON.stringify({ gate: { rechargeMaxAgeMs: 1 } }))
    expect(gateTerms(least).demands).toMatchObject({
      send_message: basic,
      recharge_points: { level: 1, maximumAgeMs: 1 },
    })
    const certified = settingsOf('sandbox', JSON.stringify({ gate: { certifyMaxAgeMs: 3, transferMaxAgeMs: 4 } }))
    expect(gateTerms(certified).demands.certify_app).toEqual({ level: 2, maximumAgeMs: 3 })
    expect(renewableAfter(certified)).toBe(3)
  })
})

describe('P1 a refusal', () => {
  it('has the code that clients know from before', () => {
    expect(NOT_VERIFIED_LEGACY_CODE).toBe(905)
  })

  it('links to the verification page where verifying helps', () => {
    expect(passed({ allowed: false, because: 'not_verified', ...never }, 'https://shiming.test')).toEqual({
      ok: false,
      refusal: {
        code: 'not_verified',
        extra: { verifyUrl: 'https://shiming.test/verify', ...never, missing: 'review bank carrier' },
      },
    })
  })

  it.each([
    ['evidence_ended', 0, '/verify'],
    ['evidence_too_old', 1, '/verify'],
    ['level_too_low', 1, '/level'],
    ['evidence_ended', 2, '/level'],
  ] as const)('links to where it leads on: %s at level %i to %s', (shortfall, heldLevel, page) => {
    const of = { ...never, neededLevel: 3, heldLevel, shortfall }
    expect(passed({ allowed: false, because: 'not_verified', ...of }, 'https://shiming.test')).toMatchObject({
      refusal: { extra: { verifyUrl: `https://shiming.test${page}` } },
    })
  })

  it('does not link there where it does not', () => {
    expect(passed({ allowed: false, because: 'banned' }, 'https://shiming.test')).toEqual({
      ok: false,
      refusal: { code: 'banned' },
    })
  })
})

describe('P1 what else there is', () => {
  it.each(['', 'receive_message', 'verify', 'a', 'SEND_MESSAGE', 'constructor', '__proto__'])(
    '%j is no gated feature',
    (name) => {
      expect(isFeature(name)).toBe(false)
    },
  )
})
