import { describe, expect, it } from 'vitest'
import { buyMembership } from '../../../functions/membership/buy.ts'
import { pay } from '../../../functions/payment/paying/pay.ts'
import { recordPayment } from '../../../functions/payment/paying/record-payment.ts'
import type { CheckResult } from '../../../functions/verification/check/checker.ts'
import { runCheck } from '../../../functions/verification/check/run-check.ts'
import { verificationKeys } from '../../../functions/verification/keys.ts'
import { submit } from '../../../functions/verification/submission/submit.ts'
import { About } from '../../../shared/kernel/about.ts'
import { HOUR, MINUTE, SECOND } from '../../../shared/kernel/time.ts'
import { Contended } from '../../../shared/table/table.ts'
import type { Write } from '../../../shared/table/write.ts'
import { codeOf, NOON, refusalOf, valueIn } from '../../kit.ts'
import {
  type Bought,
  begun,
  bought,
  cost,
  enter,
  itemAt,
  job,
  offered,
  person,
  statusOf,
  submission,
  type World,
  world,
} from '../../world.ts'
import { results } from './scripted-checker.ts'

const CODE = 'UnauthorizedOperation.Arrears'
const turnedAway = (): CheckResult => ({ kind: 'not_executed', vendorCode: CODE, needsRepair: true })
const denied = (): CheckResult => ({
  kind: 'refused',
  because: 'vendor_refused',
  billed: 'unknown',
  vendorCode: 'OperationDenied',
  needsRepair: true,
})

const run = (at: World, { checkId }: Bought) => runCheck(at, job(checkId))
const checkAt = (at: World, { user, verification }: Bought) =>
  itemAt(at, verificationKeys.check(user.accountId, verification.id))
const verificationAt = (at: World, { user, verification }: Bought) =>
  itemAt(at, verificationKeys.verification(user.accountId, verification.id))
const breakerAt = (at: World) => itemAt(at, verificationKeys.breaker('scripted'))

/** Lets the check become due and runs it. */
const nextRun = (at: World, ready: Bought) => {
  at.time.now = Math.max(at.time.now, Number(checkAt(at, ready)?.dueAt))
  return run(at, ready)
}

/** A world whose vendor refuses us, which the first paid check has found out. */
const refused = async (more: { others?: number } = {}) => {
  const at = world()
  const others: Bought[] = []
  const first = await bought(at, { who: person('match') })
  for (let nth = 0; nth < (more.others ?? 0); nth += 1) others.push(await bought(at, { who: person('match', nth + 1) }))
  at.bureau.script.push(turnedAway)
  const told = await cost(at, () => run(at, first))
  return { at, first, others, told }
}

describe('P6 P7 a vendor that refuses us', () => {
  it('rings at the first refusal, and the check that heard it waits', async () => {
    const { at, first, told } = await refused()
    expect(told).toEqual({ value: 'released', calls: { table: 4, kms: 1, queue: 0, vendor: 1 } })
    expect(at.alarms).toEqual([{ event: 'identity_vendor_needs_repair', fields: { vendor: 'scripted', code: CODE } }])
    expect(statusOf(at, first)).toEqual({ verification: 'queued', order: 'paid' })
    expect(checkAt(at, first)).toMatchObject({ status: 'ready', dueAt: NOON + 5 * MINUTE })
    expect(breakerAt(at)).toMatchObject({ status: 'open', until: NOON + 5 * MINUTE, code: CODE, refusals: 1 })
  })

  it('is not asked about anybody before the pause is over', async () => {
    const { at, others } = await refused({ others: 1 })
    for (const other of others) {
      expect(await cost(at, () => run(at, other))).toEqual({
        value: 'vendor_paused',
        calls: { table: 2, kms: 0, queue: 0, vendor: 0 },
      })
      expect(checkAt(at, other)).toMatchObject({ status: 'ready', dueAt: NOON + 5 * MINUTE })
      expect(statusOf(at, other)).toEqual({ verification: 'queued', order: 'paid' })
    }
  })

  it('lets no new order open: nothing is stored, and the code is not used up', async () => {
    const { at } = await refused()
    const user = await enter(at)
    const wanted = await submission(at, user, { who: person('match', 5) })
    const before = at.table.items().filter(({ sk }) => /ORDER|VERIFICATION/.test(sk))
    const { value, calls } = await cost(at, () => submit(at, wanted))
    expect(refusalOf(value)).toEqual({ code: 'verification_paused', retryAt: NOON + 7 * MINUTE })
    // The third looks whether the same request was accepted before.
    expect(calls.table).toBe(3)
    expect(at.table.items().filter(({ sk }) => /ORDER|VERIFICATION/.test(sk))).toEqual(before)
    expect(itemAt(at, verificationKeys.tries(user.accountId))).toBeUndefined()
    expect(itemAt(at, wanted.caller.session)).toHaveProperty('codeHash')
    at.time.now = NOON + 7 * MINUTE
    expect(codeOf(await submit(at, await submission(at, user, { who: person('match', 5) })))).toBe('ok')
  })

  it('lets nobody begin to pay, and ends no order for it', async () => {
    const at = world()
    const open = await begun(at, { who: person('match', 5) })
    const first = await bought(at)
    at.bureau.script.push(turnedAway)
    await run(at, first)
    const click = () => pay(at, open.user.caller, { orderId: open.order.id, method: 'wechat_native' })
    expect(refusalOf(await click())).toEqual({ code: 'verification_paused', retryAt: NOON + 7 * MINUTE })
    expect(statusOf(at, open)).toEqual({ verification: 'awaiting_payment', order: 'created' })
    at.time.now = NOON + 7 * MINUTE
    expect(codeOf(await click())).toBe('ok')
  })

  it('answers a submission that was accepted before as it stands', async () => {
    const at = world()
    const user = await enter(at)
    const wanted = await submission(at, user, { who: person('match', 5) })
    const { order } = valueIn(await submit(at, wanted))
    const first = await bought(at)
    at.bureau.script.push(turnedAway)
    await run(at, first)
    expect(valueIn(await submit(at, wanted)).order.id).toBe(order.id)
    const again = await submission(at, user, { who: person('match', 5), key: wanted.idempotencyKey })
    expect(valueIn(await submit(at, again)).order.id).toBe(order.id)
  })

  it('P15 does not touch what needs no check', async () => {
    const { at } = await refused()
    const user = await enter(at)
    const order = valueIn(await buyMembership(at, user.accountId, { idempotencyKey: 'month' }))
    expect(await offered(at, { user, order })).toBe(order.id)
  })

  it('keeps what is paid while it is paused: that waits too', async () => {
    const at = world()
    const open = await begun(at, { who: person('match', 5) })
    await offered(at, open)
    const first = await bought(at)
    at.bureau.script.push(turnedAway)
    await run(at, first)
    at.time.now += MINUTE
    const fact = at.channel.payerPays(open.order.id)
    await recordPayment(at, fact)
    const late = { ...open, fact, checkId: `${open.user.accountId}.${open.verification.id}` }
    expect(await run(at, late)).toBe('vendor_paused')
    expect(await nextRun(at, late)).toBe('verified')
  })
})

describe('the probe', () => {
  it('is the first check that comes when the pause is over; its answer closes the breaker', async () => {
    const { at, first, others } = await refused({ others: 2 })
    for (const other of others) await run(at, other)
    at.time.now = NOON + 5 * MINUTE
    at.bureau.script.push(async () => {
      expect(breakerAt(at)).toMatchObject({ status: 'half_open', until: at.time.now + 2 * MINUTE })
      for (const other of others) expect(await run(at, other)).toBe('vendor_paused')
      expect(codeOf(await submit(at, await submission(at, await enter(at), { who: person('match', 7) })))).toBe(
        'verification_paused',
      )
      return results.match
    })
    const { value, calls } = await cost(at, () => run(at, first))
    expect(value).toBe('verified')
    expect(calls.table).toBeGreaterThan(4)
    expect(breakerAt(at)).toMatchObject({ status: 'closed', refusals: 0 })
    expect(breakerAt(at)).not.toHaveProperty('until')
    expect(at.notes).toEqual([{ event: 'identity_vendor_recovered', fields: { vendor: 'scripted', refusals: 1 } }])
    for (const other of others) expect(await nextRun(at, other)).toBe('verified')
    expect(at.bureau.asked).toHaveLength(4)
    expect(codeOf(await submit(at, await submission(at, await enter(at), { who: person('match', 8) })))).toBe('ok')
  })

  it('costs one call of the table more than any other check', async () => {
    const { at, first } = await refused()
    at.time.now = NOON + 5 * MINUTE
    expect((await cost(at, () => run(at, first))).calls).toEqual({ table: 4, kms: 1, queue: 0, vendor: 1 })
  })

  it('is one, though two checks come at once', async () => {
    const { at, first, others } = await refused({ others: 1 })
    await run(at, others[0] ?? first)
    at.time.now = NOON + 5 * MINUTE
    const words = await Promise.all([first, ...others].map((one) => run(at, one)))
    expect(words.sort()).toEqual(['claimed_by_another', 'verified'])
    expect(at.bureau.asked).toHaveLength(2)
  })

  it('that is refused pauses longer; what would have to wait more than an hour goes back', async () => {
    const { at, first } = await refused()
    const words: string[] = []
    const minutes: number[] = []
    while (checkAt(at, first)?.status === 'ready') {
      at.bureau.script.push(turnedAway)
      words.push(await nextRun(at, first))
      minutes.push((at.time.now - NOON) / MINUTE)
    }
    expect(words).toEqual(['released', 'released', 'undetermined'])
    expect(minutes).toEqual([5, 15, 35])
    expect(breakerAt(at)).toMatchObject({ status: 'open', until: NOON + 75 * MINUTE, refusals: 4 })
    expect(statusOf(at, first)).toEqual({ verification: 'undetermined', order: 'refunded' })
    expect(verificationAt(at, first)).toMatchObject({
      reason: 'vendor_unavailable',
      retryAt: NOON + 77 * MINUTE,
    })
    expect(checkAt(at, first)).toMatchObject({ billed: 'no', vendorCode: CODE })
    expect(itemAt(at, verificationKeys.tries(first.user.accountId))).toMatchObject({ paidEver: 0 })
    expect(at.alarms).toHaveLength(4)
  })

  it('that died is followed by another, two minutes later', async () => {
    const { at, first, others } = await refused({ others: 1 })
    await run(at, others[0] ?? first)
    at.time.now = NOON + 5 * MINUTE
    at.bureau.script.push(() => {
      throw new Error('killed')
    })
    await expect(run(at, first)).rejects.toThrow('killed')
    const [other = first] = others
    expect(await run(at, other)).toBe('vendor_paused')
    expect(await nextRun(at, other)).toBe('verified')
    expect(at.time.now).toBe(NOON + 7 * MINUTE)
    expect(breakerAt(at)).toMatchObject({ status: 'closed' })
  })

  it.each([results.vendor_busy, results.timeout_after_sending])(
    'whose answer says nothing about us leaves it to the next: %j',
    async (result) => {
      const { at, first, others } = await refused({ others: 1 })
      const [other = first] = others
      await run(at, other)
      at.time.now = NOON + 5 * MINUTE
      at.bureau.script.push(() => result)
      await run(at, first)
      expect(breakerAt(at)).toMatchObject({ status: 'half_open', until: NOON + 7 * MINUTE })
      expect(await run(at, other)).toBe('vendor_paused')
      expect(await nextRun(at, other)).toBe('verified')
    },
  )

  it('is the first new check, where nobody waits: orders open again two minutes after the pause', async () => {
    const { at, first } = await refused()
    at.bureau.script.push(() => results.timeout_after_sending)
    await nextRun(at, first)
    at.time.now = Number(breakerAt(at)?.ordersAt) - 1
    const refusal = codeOf(await submit(at, await submission(at, await enter(at), { who: person('match', 5) })))
    expect(refusal).toBe('verification_paused')
    at.time.now += 1
    const next = await bought(at, { who: person('match', 5) })
    expect(await run(at, next)).toBe('verified')
    expect(breakerAt(at)).toMatchObject({ status: 'closed' })
  })

  it('has waited for the vendor, so that being busy then counts from then', async () => {
    const { at, first } = await refused()
    at.time.now = NOON + 5 * MINUTE
    at.bureau.script.push(() => results.vendor_busy)
    expect(await run(at, first)).toBe('released')
    // No sooner than a probe that nobody hears of is followed by another.
    expect(checkAt(at, first)).toMatchObject({ status: 'ready', dueAt: at.time.now + 2 * MINUTE })
    expect(await nextRun(at, first)).toBe('verified')
  })
})

describe('P6 hostile', () => {
  it('a refusal that no document calls unexecuted ends its check, and pauses all others', async () => {
    const at = world()
    const ready = await bought(at)
    at.bureau.script.push(denied)
    expect(await run(at, ready)).toBe('undetermined')
    expect(verificationAt(at, ready)).toMatchObject({ reason: 'vendor_unavailable', retryAt: NOON + 10 * MINUTE })
    expect(checkAt(at, ready)).toMatchObject({ billed: 'unknown', vendorCode: 'OperationDenied' })
    expect(breakerAt(at)).toMatchObject({ status: 'open', code: 'OperationDenied' })
    expect(at.alarms).toHaveLength(1)
  })

  it('a refusal nobody understands rings, but one person must not stop all others', async () => {
    const at = world()
    const ready = await bought(at)
    at.bureau.script.push(() => ({
      kind: 'refused',
      because: 'vendor_refused',
      billed: 'no',
      vendorCode: 'InvalidParameter',
    }))
    expect(await run(at, ready)).toBe('undetermined')
    expect(at.alarms).toEqual([
      { event: 'identity_vendor_refused', fields: { vendor: 'scripted', code: 'InvalidParameter' } },
    ])
    expect(breakerAt(at)).toBeUndefined()
  })

  it('a breaker that cannot be written loses no verdict', async () => {
    const { at, first } = await refused()
    at.time.now = NOON + 5 * MINUTE
    let commits = 0
    const commit = async (writes: readonly Write[]) => {
      commits += 1
      if (commits === 3) throw new Contended()
      return at.table.commit(writes)
    }
    await expect(runCheck({ ...at, table: { ...at.table, commit } }, job(first.checkId))).rejects.toThrow(Contended)
    expect(statusOf(at, first)).toEqual({ verification: 'verified', order: 'settled' })
    expect(breakerAt(at)).toMatchObject({ status: 'half_open' })
  })

  it('an answer to a call from before the refusal does not close the breaker', async () => {
    const at = world()
    const [slow, quick] = [await bought(at), await bought(at, { who: person('match', 1) })]
    at.bureau.script.push(async () => {
      at.bureau.script.push(turnedAway)
      await run(at, quick)
      return results.match
    })
    expect(await run(at, slow)).toBe('verified')
    expect(breakerAt(at)).toMatchObject({ status: 'open', refusals: 1 })
  })

  it('a secret that cannot be read pauses as a vendor that refuses us does, and says so', async () => {
    const at = world()
    const ready = await bought(at)
    const broken = {
      ...at,
      checker: async () => {
        throw new About({ secret: 'SECRET_TENCENT_CLOUD' })
      },
    }
    await expect(runCheck(broken, job(ready.checkId))).rejects.toThrow(About)
    expect(breakerAt(at)).toMatchObject({ status: 'open', code: 'means_unusable' })
    expect(checkAt(at, ready)).toMatchObject({ status: 'ready', dueAt: NOON + 5 * MINUTE })
    expect(codeOf(await submit(at, await submission(at, await enter(at), { who: person('match', 5) })))).toBe(
      'verification_paused',
    )
    expect(await nextRun(at, ready)).toBe('verified')
    expect(breakerAt(at)).toMatchObject({ status: 'closed' })
  })

  it('a secret that could not be read for a moment pauses nobody', async () => {
    const at = world()
    const ready = await bought(at)
    const checker = async () => {
      throw new About({ secret: 'SECRET_TENCENT_CLOUD', passes: true })
    }
    await expect(runCheck({ ...at, checker }, job(ready.checkId))).rejects.toThrow(About)
    expect(breakerAt(at)).toBeUndefined()
    expect(checkAt(at, ready)).toMatchObject({ status: 'ready' })
  })

  it('a fault of one check alone pauses nobody', async () => {
    const at = world()
    const ready = await bought(at)
    const vault = {
      ...at.vault,
      openDataKey: async () => {
        throw new Error('InvalidCiphertextException')
      },
    }
    await expect(runCheck({ ...at, vault }, job(ready.checkId))).rejects.toThrow('InvalidCiphertext')
    expect(breakerAt(at)).toBeUndefined()
  })

  it('nobody waits for longer than an hour, though nobody came to look', async () => {
    const { at, first } = await refused()
    at.time.now = NOON + HOUR + SECOND
    expect(await run(at, first)).toBe('undetermined')
    expect(verificationAt(at, first)).toMatchObject({ reason: 'vendor_unavailable' })
  })
})
