import { describe, expect, it } from 'vitest'
import { paymentKeys } from '../../../functions/payment/keys.ts'
import { people } from '../../../functions/sandbox/people.ts'
import type { CheckResult } from '../../../functions/verification/check/checker.ts'
import { runCheck } from '../../../functions/verification/check/run-check.ts'
import { gateFor, verificationKeys } from '../../../functions/verification/keys.ts'
import { submit } from '../../../functions/verification/submission/submit.ts'
import { About } from '../../../shared/kernel/about.ts'
import { MINUTE, nextBeijingDay, SECOND } from '../../../shared/kernel/time.ts'
import { put } from '../../../shared/table/write.ts'
import { codeOf, NOON, refusalOf } from '../../kit.ts'
import {
  type Bought,
  bought,
  cost,
  decided,
  enter,
  itemAt,
  job,
  person,
  statusOf,
  submission,
  type World,
  world,
} from '../../world.ts'
import { vendorNamed } from '../vendors/vendor-named.ts'
import { results } from './scripted-checker.ts'

const refusesUs: CheckResult = { kind: 'not_executed', vendorCode: 'AuthFailure', needsRepair: true }
const unsupported: CheckResult = {
  kind: 'refused',
  because: 'number_segment_unsupported',
  billed: 'no',
  vendorCode: '-13',
  notLookedUp: true,
}

/** A world with two vendors, `scripted` the preferred one. */
const twoVendors = (overrides: Record<string, unknown> = {}): World => {
  const at = world(overrides)
  at.bureau.vendors.push(vendorNamed('other'))
  return at
}

const answering = (at: World, ...answers: CheckResult[]): void => {
  at.bureau.script.push(...answers.map((answer) => () => answer))
}

const run = (at: World, { checkId }: Bought) => runCheck(at, job(checkId))
const checkAt = (at: World, { user, verification }: Bought) =>
  itemAt(at, verificationKeys.check(user.accountId, verification.id))
const verificationAt = (at: World, { user, verification }: Bought) =>
  itemAt(at, verificationKeys.verification(user.accountId, verification.id))

/** Does what the queue was told of, or else lets the check become due. */
const runNext = (at: World, ready: Bought) => {
  if (at.queue.sent.length === 0) at.time.now = Number(checkAt(at, ready)?.dueAt)
  at.queue.sent.length = 0
  return run(at, ready)
}

describe('M5 another vendor is asked', () => {
  it('at once where the first provably did nothing, and nothing is left of that try', async () => {
    const at = twoVendors()
    const ready = await bought(at)
    at.queue.sent.length = 0
    answering(at, results.vendor_busy)
    expect((await cost(at, () => run(at, ready))).calls).toEqual({ table: 3, kms: 1, queue: 1, vendor: 1 })
    expect(at.queue.sent).toEqual([{ kind: 'check', id: ready.checkId }])
    expect(checkAt(at, ready)).toMatchObject({ status: 'ready', dueAt: NOON + MINUTE })
    for (const attr of ['claim', 'vendor', 'billed', 'spent']) expect(checkAt(at, ready)).not.toHaveProperty(attr)
    expect(await runNext(at, ready)).toBe('verified')
    expect(at.bureau.askedOf).toEqual(['scripted', 'other'])
    expect(checkAt(at, ready)).toMatchObject({ vendor: 'other', billed: 'yes' })
    expect(at.time.now).toBe(NOON)
  })

  it('and found again by the sweep, where the queue was not told', async () => {
    const at = twoVendors()
    const ready = await bought(at)
    answering(at, results.vendor_busy)
    const wake = async () => {
      throw new Error('no queue')
    }
    await expect(runCheck({ ...at, queue: { ...at.queue, wake } }, job(ready.checkId))).rejects.toThrow('no queue')
    at.queue.sent.length = 0
    expect(await runNext(at, ready)).toBe('verified')
    expect(at.time.now).toBe(NOON + MINUTE)
    // By then the preferred one can be asked again.
    expect(at.bureau.askedOf).toEqual(['scripted', 'scripted'])
  })

  it('where the first refuses us: orders stay open, and nobody asks that one before its pause is over', async () => {
    const at = twoVendors()
    const [first, second, third] = [
      await bought(at),
      await bought(at, { who: person('match', 1) }),
      await bought(at, { who: person('match', 2) }),
    ]
    answering(at, refusesUs)
    expect(await run(at, first)).toBe('released')
    expect(await runNext(at, first)).toBe('verified')
    expect(await run(at, second)).toBe('verified')
    expect(codeOf(await submit(at, await submission(at, await enter(at), { who: person('match', 5) })))).toBe('ok')
    at.time.now = NOON + 5 * MINUTE
    expect(await run(at, third)).toBe('verified')
    expect(at.bureau.askedOf).toEqual(['scripted', 'other', 'other', 'scripted'])
    expect(itemAt(at, verificationKeys.breaker('scripted'))).toMatchObject({ status: 'closed' })
  })

  it('where the first does not know such numbers, which nobody asks it again', async () => {
    const at = twoVendors()
    const who = person('match')
    const ready = await bought(at, { who })
    answering(at, unsupported)
    expect([await run(at, ready), await runNext(at, ready)]).toEqual(['released', 'verified'])
    const neighbour = { ...person('match', 1), phone: `${who.phone.slice(0, 7)}9999` }
    const next = await bought(at, { who: neighbour })
    answering(at, results.match)
    expect(await run(at, next)).toBe('verified')
    expect(at.bureau.askedOf).toEqual(['scripted', 'other', 'other'])
    const [segment] = at.table.items().filter(({ sk }) => sk === 'SEGMENT')
    expect(segment).toHaveProperty('until_scripted')
    expect(segment).not.toHaveProperty('until_other')
  })

  it('first where the preferred one says that it does not reach the number', async () => {
    const at = twoVendors()
    const who = { ...person('match'), phone: '19200000001' }
    Object.assign(at.bureau.vendors[0] ?? {}, { unreached: ['192'] })
    const ready = await bought(at, { who })
    answering(at, results.match)
    await run(at, ready)
    expect(at.bureau.askedOf).toEqual(['other'])
  })

  it('alone where the preferred one does not take the document', async () => {
    const at = twoVendors()
    const takes = { ...vendorNamed('any').takes, carrier_three_element: ['resident_id' as const] }
    Object.assign(at.bureau.vendors[0] ?? {}, { takes })
    const permit = people.find(({ idNumber, outcome }) => idNumber.startsWith('810000') && outcome === 'match')
    const ready = await bought(at, { who: permit })
    answering(at, results.vendor_busy, results.match)
    at.queue.sent.length = 0
    expect([await run(at, ready), await runNext(at, ready)]).toEqual(['released', 'verified'])
    expect(at.bureau.askedOf).toEqual(['other', 'other'])
    await decided(at, { who: person('match', 1) })
    expect(at.bureau.askedOf.at(-1)).toBe('scripted')
  })

  it('nobody where those who take the document are gone since: everything back, and no call', async () => {
    const at = world()
    const permit = people.find(({ idNumber, outcome }) => idNumber.startsWith('810000') && outcome === 'match')
    const ready = await bought(at, { who: permit })
    const takes = { ...vendorNamed('any').takes, carrier_three_element: ['resident_id' as const] }
    Object.assign(at.bureau.vendors[0] ?? {}, { takes })
    expect(await run(at, ready)).toBe('undetermined')
    expect(verificationAt(at, ready)).toMatchObject({ status: 'undetermined', reason: 'data_unsupported' })
    expect(itemAt(at, paymentKeys.order(ready.order.id))).toMatchObject({ status: 'refunded' })
    expect(at.bureau.askedOf).toEqual([])
  })

  it('where the account at the first cannot be used, which rings', async () => {
    const at = twoVendors()
    const ready = await bought(at)
    const checker = async (vendor: string) => {
      if (vendor === 'scripted') throw new About({ secret: 'SECRET_TENCENT_CLOUD' })
      return at.bureau.open(vendor)
    }
    expect(await runCheck({ ...at, checker }, job(ready.checkId))).toBe('verified')
    expect(at.bureau.askedOf).toEqual(['other'])
    expect(at.alarms).toEqual([
      { event: 'identity_vendor_needs_repair', fields: { vendor: 'scripted', code: 'means_unusable' } },
    ])
    expect(itemAt(at, verificationKeys.breaker('scripted'))).toMatchObject({ status: 'open', code: 'means_unusable' })
  })
})

describe('M5 P6 no other vendor is asked', () => {
  const { mismatch, no_record: noRecord, timeout_after_sending: late } = results
  const denied: CheckResult = {
    kind: 'refused',
    because: 'vendor_refused',
    billed: 'unknown',
    vendorCode: 'OperationDenied',
    needsRepair: true,
  }
  it.each([
    ['a match', results.match],
    ['a mismatch', mismatch],
    ['no record', noRecord],
    ['nothing in time', late],
    ['a refusal that may have run', { ...unsupported, notLookedUp: undefined }],
    ['a refusal of us that may have run', denied],
  ] as const)('after %s', async (_said, answer) => {
    const at = twoVendors()
    const ready = await bought(at)
    answering(at, answer as CheckResult)
    expect(await run(at, ready)).not.toBe('released')
    at.time.now += 10 * MINUTE
    expect(await run(at, ready)).toBe('nothing_owed')
    expect(at.bureau.askedOf).toEqual(['scripted'])
  })

  it('after a worker died while it called', async () => {
    const at = twoVendors()
    const ready = await bought(at)
    at.bureau.script.push(() => {
      throw new Error('killed')
    })
    await expect(run(at, ready)).rejects.toThrow('killed')
    at.time.now += 2 * MINUTE
    expect(await run(at, ready)).toBe('undetermined')
    expect(at.bureau.askedOf).toEqual(['scripted'])
  })
})

describe('M5 P7 where no vendor can answer', () => {
  it('each is asked in turn for as long as one alone would be, then everything goes back', async () => {
    const at = twoVendors()
    const ready = await bought(at, { who: person('vendor_busy') })
    const words = [await run(at, ready)]
    const times = [at.time.now]
    while (checkAt(at, ready)?.status === 'ready') {
      words.push(await runNext(at, ready))
      times.push(at.time.now)
    }
    const turns = [0, 0, 30, 30, 90, 90, 210, 210].map((seconds) => NOON + seconds * SECOND)
    expect(times).toEqual(turns)
    expect(words).toEqual([...Array(7).fill('released'), 'undetermined'])
    expect(at.bureau.askedOf).toEqual(Array(4).fill(['scripted', 'other']).flat())
    expect(statusOf(at, ready)).toEqual({ verification: 'undetermined', order: 'refunded' })
    expect(verificationAt(at, ready)).toMatchObject({ reason: 'vendor_unavailable' })
  })

  it('as none knows such numbers, the next is refused before paying', async () => {
    const at = twoVendors()
    const who = person('match')
    const ready = await bought(at, { who })
    answering(at, unsupported, unsupported)
    expect([await run(at, ready), await runNext(at, ready)]).toEqual(['released', 'undetermined'])
    expect(verificationAt(at, ready)).toMatchObject({ reason: 'number_segment_unsupported' })
    expect(statusOf(at, ready)).toEqual({ verification: 'undetermined', order: 'refunded' })
    expect(codeOf(await submit(at, await submission(at, await enter(at), { who })))).toBe('phone_segment_unsupported')
  })

  it('as others found out that none knows such numbers, nobody is asked', async () => {
    const at = twoVendors()
    const who = person('match')
    const neighbour = { ...person('match', 1), phone: `${who.phone.slice(0, 7)}9999` }
    const [ready, next] = [await bought(at, { who }), await bought(at, { who: neighbour })]
    answering(at, unsupported, unsupported)
    expect([await run(at, ready), await runNext(at, ready)]).toEqual(['released', 'undetermined'])
    expect(await run(at, next)).toBe('undetermined')
    expect(verificationAt(at, next)).toMatchObject({ reason: 'number_segment_unsupported' })
    expect(at.bureau.asked).toHaveLength(2)
  })

  it('as all refuse us, orders pause until the first can be asked again', async () => {
    const at = twoVendors()
    const ready = await bought(at)
    answering(at, refusesUs, refusesUs)
    expect([await run(at, ready), await runNext(at, ready)]).toEqual(['released', 'released'])
    const wanted = await submission(at, await enter(at), { who: person('match', 5) })
    expect(refusalOf(await submit(at, wanted))).toEqual({ code: 'verification_paused', retryAt: NOON + 7 * MINUTE })
    expect(await runNext(at, ready)).toBe('verified')
    expect(at.time.now).toBe(NOON + 5 * MINUTE)
    expect(at.bureau.askedOf).toEqual(['scripted', 'other', 'scripted'])
  })
})

describe('M5 what a vendor may cost in a day', () => {
  const capped = { vendorCost: { scripted: 10, other: 10 }, identity: { dailySpend: { scripted: 20, other: 10 } } }
  const people = [0, 1, 2, 3].map((nth) => ({ who: person('match', nth) }))

  it('is kept by asking another, with an alarm; where all are spent, orders open again the next day', async () => {
    const at = twoVendors(capped)
    const ready: Bought[] = []
    for (const one of people) ready.push(await bought(at, one))
    const words: string[] = []
    for (const one of ready) words.push(await run(at, one))
    expect(words).toEqual(['verified', 'verified', 'verified', 'undetermined'])
    expect(at.bureau.askedOf).toEqual(['scripted', 'scripted', 'other'])
    expect(at.alarms).toEqual([
      { event: 'identity_vendor_spent', fields: { vendor: 'scripted' } },
      { event: 'identity_vendor_spent', fields: { vendor: 'other' } },
    ])
    const wanted = { who: person('match', 5) }
    const midnight = nextBeijingDay(NOON)
    expect(refusalOf(await submit(at, await submission(at, await enter(at), wanted)))).toEqual({
      code: 'verification_paused',
      retryAt: midnight + 2 * MINUTE,
    })
    at.time.now = midnight + 2 * MINUTE
    const tomorrow = await bought(at, wanted)
    expect(await run(at, tomorrow)).toBe('verified')
  })

  it('counts no call that was not charged', async () => {
    const at = world(capped)
    const noRecord: CheckResult = { kind: 'verdict', verdict: 'no_record', billed: 'no', vendorCode: '-9' }
    answering(at, noRecord, results.vendor_busy, noRecord)
    for (const nth of [0, 1, 2]) await run(at, await bought(at, { who: person('no_record', nth) }))
    const [spend] = at.table.items().filter(({ sk }) => sk.startsWith('SPEND#'))
    expect(spend?.spent).toBe(0)
  })

  it('is what it is, however many workers ask at once', async () => {
    const at = world(capped)
    const ready: Bought[] = []
    for (const one of people) ready.push(await bought(at, one))
    await Promise.all(ready.map((one) => run(at, one)))
    expect(at.bureau.asked).toHaveLength(2)
  })

  it('is shared out, and the last share found by whoever is sent to a full one', async () => {
    const at = world({ vendorCost: { scripted: 10 }, identity: { dailySpend: { scripted: 1000 } } })
    const ready = await bought(at)
    const { accountId } = ready.user
    const full = [0, 1].map((shard) => verificationKeys.spend('scripted', '20261120', shard))
    const own = full[gateFor(accountId) % 2]
    if (own) await at.table.commit([put(own, { spent: 495 })])
    expect(await run(at, ready)).toBe('verified')
    const other = full.find((key) => key !== own)
    expect(other && itemAt(at, other)).toMatchObject({ spent: 10 })
  })
})
