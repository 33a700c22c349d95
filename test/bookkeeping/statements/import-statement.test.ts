import { describe, expect, it } from 'vitest'
import { bookkeepingKeys } from '../../../functions/bookkeeping/keys.ts'
import { importStatement, readVendorStatement } from '../../../functions/bookkeeping/statements/import-statement.ts'
import type { CheckResult } from '../../../functions/verification/check/checker.ts'
import { runCheck } from '../../../functions/verification/check/run-check.ts'
import { beijingDay, DAY, HOUR, MINUTE, SECOND } from '../../../shared/kernel/time.ts'
import { codeOf, NOON, valueIn } from '../../kit.ts'
import { audits, OPERATOR } from '../../operator.ts'
import { type Bought, bought, itemAt, job, person, type World, world } from '../../world.ts'

const today = beijingDay(NOON)
const VENDOR = 'scripted'

/** The vendor costs 0.3 yuan a call here. */
const opened = () => world({ vendorCost: { [VENDOR]: 3000 } })

const verdict = (requestId?: string): CheckResult => ({
  kind: 'verdict',
  verdict: 'mismatch',
  billed: 'yes',
  vendorCode: '-4',
  ...(requestId && { requestId }),
})

/** One check that ended like that, of the `nth` person. */
const checked = async (at: World, nth: number, result: CheckResult): Promise<Bought> => {
  const ready = await bought(at, { who: person('match', nth) })
  at.bureau.script.push(() => result)
  await runCheck(at, job(ready.checkId))
  return ready
}

const time = (ms: number): string => new Date(ms).toISOString()

const csvOf = (...rows: [id: string, at: number, code: string, billed: string][]): string =>
  [
    'requestId,calledAt,code,billed',
    ...rows.map(([id, at, code, billed]) => [id, time(at), code, billed].join(',')),
  ].join('\n')

/** The statement of the day is imported on the day after. */
const imported = (at: World, csv: string, of: { vendor?: string; day?: string } = {}) => {
  at.time.now = Math.max(at.time.now, NOON + DAY)
  return importStatement(at, OPERATOR, { vendor: VENDOR, day: today, csv, reason: '每日对账', ...of })
}

describe('a vendor statement is imported happy', () => {
  it('matches our calls by the vendor’s number, and says what it costs', async () => {
    const at = opened()
    await checked(at, 0, verdict('r-0'))
    await checked(at, 1, { kind: 'verdict', verdict: 'no_record', billed: 'no', vendorCode: '-9', requestId: 'r-1' })
    await checked(at, 2, {
      kind: 'refused',
      because: 'data_unsupported',
      billed: 'no',
      vendorCode: '-6',
      requestId: 'r-2',
    })
    const csv = csvOf(['r-0', NOON, '-4', 'yes'], ['r-1', NOON, '-9', 'no'], ['r-2', NOON, '-6', 'no'])
    const statement = valueIn(await imported(at, csv))
    expect(statement.counts).toEqual({
      rows: 3,
      calls: 3,
      matched: 3,
      chargedThere: 1,
      billedHere: 1,
      explained: 0,
      unanswered: 0,
      unexplained: 0,
    })
    expect(statement.cost).toEqual({ there: 3000, here: 3000, difference: 0, explained: 0 })
    expect(statement.differences).toEqual([])
    expect(at.alarms).toEqual([])
  })

  it('of Alibaba Cloud in its own file of billing items counts the calls of the day, and rings where they differ', async () => {
    const at = world({ vendorCost: { alibaba_cloud: 2500 } })
    Object.assign(at.bureau.vendors[0] ?? {}, { name: 'alibaba_cloud' })
    await checked(at, 0, { ...verdict('r-0'), vendorCode: '200' } as CheckResult)
    await checked(at, 1, { kind: 'unknown', vendorCode: 'ETIMEDOUT' })
    const file = (usage: number): string =>
      [
        'ProductCode,Item,UsageStartTime,BillingItem,Usage',
        `cloudauth,PayAsYouGoBill,${time(NOON)},手机号三要素,${usage}`,
      ].join('\n')
    const statement = valueIn(await imported(at, file(2), { vendor: 'alibaba_cloud' }))
    expect(statement.counts).toMatchObject({ rows: 1, calls: 2, chargedThere: 2, billedHere: 1, explained: 1 })
    expect(statement.cost).toEqual({ there: 5000, here: 2500, difference: 2500, explained: 2500 })
    expect(at.alarms).toEqual([])
    const differs = valueIn(await imported(at, file(4), { vendor: 'alibaba_cloud' }))
    expect(differs.differences).toEqual([{ kind: 'total_differs', calledAt: expect.any(Number) }])
    const fields = { vendor: 'alibaba_cloud', day: today, unexplained: 2 }
    expect(at.alarms).toEqual([{ event: 'vendor_statement_differs', fields }])
    expect(valueIn(await readVendorStatement(at, 'alibaba_cloud', today))).toEqual(differs)
    // A list of calls is taken of it as of any vendor, and its own file of no other.
    const listed = csvOf(['r-0', NOON, '200', 'yes'])
    expect(valueIn(await imported(at, listed, { vendor: 'alibaba_cloud' })).counts).toMatchObject({ matched: 1 })
    const other = world({ vendorCost: { [VENDOR]: 1 } })
    expect(codeOf(await imported(other, file(1)))).toBe('statement_invalid')
  })

  it('finds every kind of difference', async () => {
    const at = opened()
    const absent = await checked(at, 0, verdict('r-absent'))
    const otherCode = await checked(at, 1, verdict('r-code'))
    const charged = await checked(at, 2, {
      kind: 'verdict',
      verdict: 'no_record',
      billed: 'no',
      vendorCode: '-9',
      requestId: 'r-charged',
    })
    const csv = csvOf(
      ['r-code', NOON + 1, '0', 'yes'],
      ['r-charged', NOON + 2, '-9', 'yes'],
      ['r-nobody', NOON + 3, '0', 'yes'],
    )
    const { counts, cost, differences } = valueIn(await imported(at, csv))
    expect(differences.map(({ kind, requestId, outTradeNo }) => [kind, requestId, outTradeNo])).toEqual([
      ['billed_missing_there', 'r-absent', absent.order.id],
      ['code_differs', 'r-code', otherCode.order.id],
      ['billed_differs', 'r-charged', charged.order.id],
      ['charged_unknown_here', 'r-nobody', undefined],
    ])
    expect(counts).toMatchObject({ matched: 0, unexplained: 4, chargedThere: 3, billedHere: 2 })
    expect(cost).toEqual({ there: 9000, here: 6000, difference: 3000, explained: 0 })
    expect(at.alarms).toEqual([
      { event: 'vendor_statement_differs', fields: { vendor: VENDOR, day: today, unexplained: 4 } },
    ])
  })

  it('explains calls whose end we do not know: with a number, after a time-out, and of a worker that died', async () => {
    const at = opened()
    const answered = await checked(at, 0, { kind: 'unknown', vendorCode: 'InternalError', requestId: 'r-0' })
    const silent = await checked(at, 1, { kind: 'unknown', vendorCode: 'timeout' })
    at.time.now += 10 * MINUTE
    const killed = await bought(at, { who: person('match', 2) })
    at.bureau.script.push(() => {
      throw new Error('killed')
    })
    const calledAt = at.time.now
    await expect(runCheck(at, job(killed.checkId))).rejects.toThrow('killed')
    at.time.now += 3 * MINUTE
    await runCheck(at, job(killed.checkId))
    const csv = csvOf(
      ['r-0', NOON, 'InternalError', 'yes'],
      ['r-1', NOON + 3 * SECOND, '0', 'yes'],
      ['r-2', calledAt + SECOND, '-4', 'yes'],
    )
    const { counts, cost, differences } = valueIn(await imported(at, csv))
    expect(differences.map(({ kind, requestId, outTradeNo }) => [kind, requestId, outTradeNo])).toEqual([
      ['unknown_explained', 'r-0', answered.order.id],
      ['unknown_explained', 'r-1', silent.order.id],
      ['unknown_explained', 'r-2', killed.order.id],
    ])
    expect(counts).toMatchObject({ calls: 3, explained: 3, unexplained: 0, unanswered: 0 })
    expect(cost).toEqual({ there: 9000, here: 0, difference: 9000, explained: 9000 })
    expect(at.alarms).toEqual([])
  })

  it('counts no call that was given back unexecuted', async () => {
    const at = opened()
    await checked(at, 0, { kind: 'not_executed', vendorCode: 'busy' })
    expect(valueIn(await imported(at, csvOf())).counts).toMatchObject({ calls: 0, unanswered: 0 })
  })

  it('is kept, and comes to the same when it is imported again', async () => {
    const at = opened()
    await checked(at, 0, verdict('r-0'))
    const csv = csvOf(['r-x', NOON, '0', 'yes'])
    const first = valueIn(await imported(at, csv))
    expect(valueIn(await readVendorStatement(at, VENDOR, today))).toEqual(first)
    expect(valueIn(await imported(at, csv))).toEqual(first)
    expect(itemAt(at, bookkeepingKeys.statement(VENDOR, today))?.differences).toHaveLength(2)
  })

  it('is replaced by another file', async () => {
    const at = opened()
    await checked(at, 0, verdict('r-0'))
    await imported(at, csvOf())
    await imported(at, csvOf(['r-0', NOON, '-4', 'yes']))
    expect(valueIn(await readVendorStatement(at, VENDOR, today))).toMatchObject({
      counts: { matched: 1, unexplained: 0 },
      differences: [],
    })
  })

  it('keeps who imported which file', async () => {
    const at = opened()
    const { fileSha256, importedBy } = valueIn(await imported(at, csvOf()))
    expect([importedBy, fileSha256]).toEqual([OPERATOR.operatorId, expect.stringMatching(/^[0-9a-f]{64}$/)])
    expect(audits(at)).toEqual([
      expect.objectContaining({
        subject: `statement:${VENDOR}:${today}`,
        action: 'statement_import',
        reason: '每日对账',
      }),
    ])
  })
})

describe('a vendor statement is imported refused', () => {
  it('when it has a fault: says where, and keeps nothing', async () => {
    const at = opened()
    const outcome = await imported(at, `${csvOf(['r-0', NOON, '0', 'yes'])}\nr-1,yesterday,0,yes`)
    expect(outcome).toEqual({
      ok: false,
      refusal: {
        code: 'statement_invalid',
        fields: [{ pointer: '/csv', code: 'statement_invalid' }],
        extra: { line: 3, fault: 'not_a_time', column: 'calledAt' },
      },
    })
    expect(itemAt(at, bookkeepingKeys.statement(VENDOR, today))).toBeUndefined()
    expect(audits(at)).toEqual([])
  })

  it.each(['another', 'toString', ''])('of a vendor nobody has: %s', async (vendor) => {
    const at = opened()
    const outcome = await imported(at, csvOf(), { vendor })
    expect(outcome).toMatchObject({
      refusal: { fields: [{ pointer: '/vendor', code: 'vendor_unknown', expected: { enum: [VENDOR] } }] },
    })
  })

  it('of a day that is not over', async () => {
    const at = opened()
    at.time.now = NOON + DAY
    const notOver = { fields: [{ pointer: '/day', code: 'statement_day_not_over' }] }
    expect(await imported(at, csvOf(), { day: beijingDay(at.time.now) })).toMatchObject({ refusal: notOver })
  })

  it.each([
    [VENDOR, '20261121'],
    [VENDOR, '20260230'],
    [VENDOR, 'yesterday'],
    ['another', today],
    ['x'.repeat(3000), today],
  ])('there is none of %.20s for %s', async (vendor, day) => {
    const at = opened()
    await imported(at, csvOf())
    expect(codeOf(await readVendorStatement(at, vendor, day))).toBe('not_found')
  })
})

describe('a vendor statement is imported hostile', () => {
  it('another vendor’s and another day’s calls are not ours to compare', async () => {
    const at = opened()
    await checked(at, 0, verdict('r-0'))
    at.time.now += DAY
    await checked(at, 1, verdict('r-1'))
    at.time.now += DAY
    expect(valueIn(await imported(at, csvOf())).counts.calls).toBe(1)
    at.settings.vendorCost.another = 1
    expect(valueIn(await imported(at, csvOf(), { vendor: 'another' })).counts.calls).toBe(0)
  })

  it('a call at midnight is found in the statement of either day', async () => {
    const at = opened()
    at.time.now = NOON + 11 * HOUR + 30 * MINUTE - SECOND
    expect(beijingDay(at.time.now + SECOND)).not.toBe(today)
    await checked(at, 0, verdict('r-0'))
    const nextDay = beijingDay(NOON + DAY)
    at.time.now = NOON + 2 * DAY
    const late = csvOf(['r-0', NOON + 12 * HOUR, '-4', 'yes'])
    expect(valueIn(await imported(at, late, { day: nextDay })).counts).toMatchObject({ matched: 1, unexplained: 0 })
    expect(valueIn(await imported(at, csvOf())).differences).toMatchObject([
      { kind: 'billed_missing_there', requestId: 'r-0', nearMidnight: true },
    ])
  })

  it('a statement of strangers stays small enough to be kept, what must be looked at first', async () => {
    const at = opened()
    await checked(at, 0, { kind: 'unknown', vendorCode: 'x', requestId: 'r-unknown' })
    const strangers = Array.from({ length: 2000 }, (_none, nth): [string, number, string, string] => [
      `${'x'.repeat(100)}${nth}`,
      NOON + nth,
      '0',
      'yes',
    ])
    const csv = csvOf(['r-unknown', NOON, '0', 'yes'], ...strangers)
    const { differences, left, counts } = valueIn(await imported(at, csv))
    expect([differences.length, left, counts.unexplained]).toEqual([100, 1901, 2000])
    expect(new Set(differences.map(({ kind }) => kind))).toEqual(new Set(['charged_unknown_here']))
    expect(JSON.stringify(itemAt(at, bookkeepingKeys.statement(VENDOR, today))).length).toBeLessThan(350 * 1024)
  })

  it('two at once leave one of both', async () => {
    const at = opened()
    await checked(at, 0, verdict('r-0'))
    const both = await Promise.all([imported(at, csvOf()), imported(at, csvOf(['r-0', NOON, '-4', 'yes']))])
    const kept = valueIn(await readVendorStatement(at, VENDOR, today))
    expect(both.map(valueIn)).toContainEqual(kept)
  })
})
