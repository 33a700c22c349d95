import { describe, expect, it } from 'vitest'
import type { CompanyCheckResult } from '../../../functions/certification/company/checker.ts'
import { DAY, MINUTE } from '../../../shared/kernel/time.ts'
import { put } from '../../../shared/table/write.ts'
import { registers, verdict } from './fixture.ts'

const notSent: CompanyCheckResult = { kind: 'not_executed', vendorCode: 'ECONNREFUSED', notSent: true }
const throttled: CompanyCheckResult = { kind: 'not_executed', vendorCode: 'Throttling' }
const refusesUs: CompanyCheckResult = { kind: 'not_executed', vendorCode: 'AuthFailure', needsRepair: true }
const lost: CompanyCheckResult = { kind: 'unknown', vendorCode: 'timeout' }
const refused = (billed: 'yes' | 'no'): CompanyCheckResult => ({
  ...{ kind: 'refused', because: 'data_unsupported', billed, vendorCode: 'InvalidParameter' },
})

describe('W2 happy: a register is asked', () => {
  it('once, with claim, consent, what is handed on and what it costs written before', async () => {
    const here = registers()
    here.lines.push(() => {
      expect(here.written).toHaveLength(1)
      expect(here.disclosures()).toEqual([
        { recipient: 'first', outcome: 'possibly_sent', items: ['name', 'id_number'] },
      ])
      expect(here.spent('first')).toBe(10_000)
      return verdict
    })
    const told = await here.ask()
    expect(told).toMatchObject({ kind: 'told', result: verdict, claim: { vendor: 'first' } })
    expect(here.calls).toEqual([{ vendor: 'first', reference: here.written[0]?.id }])
    if (told.kind !== 'told') throw new Error('nobody told')
    await here.at.table.commit([put({ pk: 'x', sk: 'x' }, {}), ...told.writes])
    expect(here.disclosures()).toMatchObject([{ outcome: 'answered' }])
    expect(here.spent('first')).toBe(10_000)
    expect(here.booked()).toEqual([
      {
        id: `vendor:${told.claim.id}`,
        unit: 'yuan_10000th',
        entries: [
          { account: 'expense:vendor:company_first', fen: 10_000 },
          { account: 'payable:vendor:company_first', fen: -10_000 },
        ],
      },
    ])
    expect(await here.at.table.commit(told.writes)).toMatchObject({ kind: 'conflict' })
  })
})

describe('W2 another register is asked', () => {
  it.each<[string, CompanyCheckResult, string]>([
    ['was sent nothing', notSent, 'not_sent'],
    ['turned the call away', throttled, 'not_used'],
    ['refuses us', refusesUs, 'not_used'],
  ])('where the first %s, and its cost goes back', async (_what, line, outcome) => {
    const here = registers()
    here.lines.push(() => line)
    expect(await here.ask()).toMatchObject({ kind: 'told', claim: { vendor: 'second' } })
    expect(here.calls.map(({ vendor }) => vendor)).toEqual(['first', 'second'])
    expect(new Set(here.written.map(({ id }) => id)).size).toBe(2)
    expect([here.spent('first'), here.spent('second')]).toEqual([0, 10_000])
    expect(here.disclosures().map(({ recipient, outcome: came }) => [recipient, came])).toEqual(
      expect.arrayContaining([
        ['first', outcome],
        ['second', 'possibly_sent'],
      ]),
    )
  })

  it('at once the next time, as one that refuses us is left alone for a while, and then probed by one call', async () => {
    const here = registers()
    here.lines.push(() => refusesUs)
    await here.ask()
    expect(here.at.alarms).toContainEqual({
      ...{ event: 'company_vendor_needs_repair', fields: { vendor: 'first', code: 'AuthFailure' } },
    })
    await here.ask()
    expect(here.calls.map(({ vendor }) => vendor)).toEqual(['first', 'second', 'second'])
    here.at.time.now += 10 * MINUTE
    await here.ask()
    expect(here.calls.at(-1)?.vendor).toBe('first')
    expect(here.at.notes).toContainEqual({
      ...{ event: 'company_vendor_recovered', fields: { vendor: 'first', refusals: 1 } },
    })
  })

  it('where the account at the first cannot be opened, and people hear', async () => {
    const here = registers()
    here.broken.add('first')
    expect(await here.ask()).toMatchObject({ kind: 'told', claim: { vendor: 'second' } })
    expect(here.at.alarms).toContainEqual({
      ...{ event: 'company_vendor_needs_repair', fields: { vendor: 'first', code: 'means_unusable' } },
    })
  })

  it('where the first has cost as much as it may today, and nobody where both have', async () => {
    const here = registers({ dailySpend: { first: 10_000, second: 10_000 } })
    expect(await here.ask()).toMatchObject({ claim: { vendor: 'first' } })
    expect(await here.ask()).toMatchObject({ claim: { vendor: 'second' } })
    const nobody = await here.ask()
    expect(nobody).toMatchObject({ kind: 'nobody', writes: [] })
    expect(here.calls).toHaveLength(2)
    expect(here.at.alarms.filter(({ event }) => event === 'company_vendor_spent')).toHaveLength(2)
    here.at.time.now += DAY
    expect(await here.ask()).toMatchObject({ claim: { vendor: 'first' } })
  })
})

describe('W2 nobody else is asked', () => {
  it.each<[string, CompanyCheckResult, string, number, number]>([
    ['may have answered', lost, 'possibly_sent', 10_000, 0],
    ['does not take these data, and charges for it', refused('yes'), 'answered', 10_000, 1],
    ['does not take these data', refused('no'), 'answered', 0, 0],
  ])('where the first %s', async (_what, line, outcome, cost, bookings) => {
    const here = registers()
    here.lines.push(() => line)
    const told = await here.ask()
    expect(told).toMatchObject({ kind: 'told', result: line })
    expect(here.calls).toHaveLength(1)
    if (told.kind !== 'told') throw new Error('nobody told')
    await here.at.table.commit([put({ pk: 'x', sk: 'x' }, {}), ...told.writes])
    expect(here.disclosures().map((one) => one.outcome)).toEqual([outcome])
    expect(here.spent('first')).toBe(cost)
    expect(here.booked()).toHaveLength(bookings)
  })

  it('where every one turned the call away: nothing was looked up, and no cost stays', async () => {
    const here = registers()
    here.lines.push(
      () => throttled,
      () => notSent,
    )
    const nobody = await here.ask()
    expect(nobody).toMatchObject({ kind: 'nobody', claim: { vendor: 'second' } })
    if (nobody.kind !== 'nobody') throw new Error('somebody told')
    await here.at.table.commit([put({ pk: 'x', sk: 'x' }, {}), ...nobody.writes])
    expect([here.spent('first'), here.spent('second')]).toEqual([0, 0])
    expect(
      here
        .disclosures()
        .map(({ outcome }) => outcome)
        .toSorted(),
    ).toEqual(['not_sent', 'not_used'])
  })

  it('where both refuse us: until the first is asked again', async () => {
    const here = registers()
    here.lines.push(
      () => refusesUs,
      () => refusesUs,
    )
    await here.ask()
    const paused = await here.ask()
    expect(paused.kind === 'nobody' && (paused.retryAt ?? 0)).toBeGreaterThan(here.at.clock.now())
    expect(here.calls).toHaveLength(2)
  })

  it('where no time is left, or somebody else was first, or nobody may be told', async () => {
    const here = registers()
    expect(await here.ask({ until: here.at.clock.now() })).toMatchObject({ kind: 'nobody' })
    const conflict = { kind: 'conflict', conflicts: [] } as const
    const others = { ...conflict, conflicts: [{ because: 'moved' } as never] }
    expect(await here.ask({ first: async () => others })).toEqual(others)
    const given = { id: 'g', accountId: 'a', purpose: 'company_check', items: ['name'], notice: 'n' } as const
    await expect(here.ask({ given })).rejects.toThrow('no consent to hand on id_number')
    const unnamed = { ...given, items: ['name', 'id_number'] as const, recipients: ['third'] }
    await expect(here.ask({ given: unnamed })).rejects.toThrow('no consent to hand on anything to first')
    expect(here.calls).toEqual([])
  })
})
