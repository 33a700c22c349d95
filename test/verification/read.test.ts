import { describe, expect, it } from 'vitest'
import { outTradeNo } from '../../functions/payment/orders/order.ts'
import { recordPayment } from '../../functions/payment/paying/record-payment.ts'
import { listVerifications, readVerification } from '../../functions/verification/read.ts'
import { HOUR, MINUTE, rfc3339 } from '../../shared/kernel/time.ts'
import { cursorOf } from '../../shared/table/list-cursor.ts'
import { codeOf, valueIn } from '../kit.ts'
import { begun, bought, cost, crowded, decided, drained, enter, person, world } from '../world.ts'

describe('P2 P5 read happy', () => {
  it('shows what waits for payment: masked data, price, until when', async () => {
    const at = world()
    const { user, verification, order } = await begun(at, { offer: 'membership' })
    const { value, calls } = await cost(at, () => readVerification(at, user.accountId, verification.id))
    expect(valueIn(value)).toEqual({
      id: verification.id,
      status: 'awaiting_payment',
      offer: 'membership',
      createdAt: rfc3339(at.time.now),
      name: '**夏',
      idNumber: verification.maskedIdNumber,
      phone: '194****1001',
      decidedAt: null,
      reason: null,
      retry: null,
      next: [],
      retryAt: null,
      orderId: order.id,
      consent: {
        notice: '2026-12',
        language: 'zh',
        sha256: verification.consent.sha256,
        agreedAt: rfc3339(at.time.now),
      },
      order: {
        id: order.id,
        kind: 'verification',
        offer: 'membership',
        verificationId: verification.id,
        applicationId: null,
        points: null,
        status: 'created',
        amountFen: 1000,
        createdAt: rfc3339(at.time.now),
        expiresAt: rfc3339(at.time.now + 30 * MINUTE),
        paidAt: null,
        channel: null,
        outTradeNo: null,
      },
      refunds: [],
    })
    expect(calls.table).toBe(2)
  })

  it('shows that the check is under way', async () => {
    const at = world()
    const { user, verification } = await bought(at)
    expect(valueIn(await readVerification(at, user.accountId, verification.id))).toMatchObject({
      status: 'queued',
      order: { status: 'paid' },
    })
  })

  it('shows a result, when the same data is taken again, and the refund on its way', async () => {
    const at = world()
    const who = person('mismatch')
    const { user, verification } = await decided(at, { who, offer: 'membership' })
    await drained(at)
    expect(valueIn(await readVerification(at, user.accountId, verification.id))).toMatchObject({
      status: 'mismatch',
      decidedAt: rfc3339(at.time.now),
      retryAt: rfc3339(at.time.now + 24 * HOUR),
      order: { status: 'settled' },
      refunds: [{ cause: 'verdict', status: 'on_its_way', amountFen: 900, paidFen: 1000 }],
    })
  })

  it('P7 P16 shows all that goes back, so that a verified one is not taken for refunded', async () => {
    const at = world()
    const { user, verification, order } = await decided(at, { who: person('match'), offer: 'membership' })
    await recordPayment(at, at.channel.payerPays(outTradeNo(order.id, 2), { amountFen: 1000 }))
    expect(valueIn(await readVerification(at, user.accountId, verification.id))).toMatchObject({
      status: 'verified',
      order: { status: 'settled' },
      refunds: [{ cause: 'second_payment', status: 'owed', outTradeNo: outTradeNo(order.id, 2) }],
    })
    const both = await decided(at, { who: person('mismatch'), offer: 'membership' })
    await recordPayment(at, at.channel.payerPays(outTradeNo(both.order.id, 2), { amountFen: 1000 }))
    const shown = valueIn(await readVerification(at, both.user.accountId, both.verification.id))
    const causes = shown.refunds.map(({ cause, amountFen }) => [amountFen, cause]).toSorted()
    expect(causes).toEqual([
      [1000, 'second_payment'],
      [900, 'verdict'],
    ])
  })

  it('shows order and refund also of an order with more parts than a page has', async () => {
    const at = world()
    const { user, verification, order } = await decided(at, { who: person('no_record') })
    await crowded(at, order.id)
    expect(valueIn(await readVerification(at, user.accountId, verification.id))).toMatchObject({
      order: { id: order.id, status: 'refunding' },
      refunds: [{ amountFen: 100, status: 'owed' }],
    })
  })

  it('shows why no result could be had', async () => {
    const at = world()
    const { user, verification } = await decided(at, { who: person('timeout_after_sending') })
    const shown = valueIn(await readVerification(at, user.accountId, verification.id))
    expect(shown).toMatchObject({ status: 'undetermined', reason: 'result_unknown', refunds: [{ amountFen: 100 }] })
    expect(shown.retryAt).toBeNull()
  })
})

describe('P5 list happy', () => {
  const full = async () => {
    const at = world()
    const user = await enter(at)
    const ids: string[] = []
    for (const nth of [0, 1, 2])
      ids.unshift((await decided(at, { user, who: person('mismatch', nth) })).verification.id)
    await begun(at)
    return { at, user, ids }
  }

  it('gives the verifications of the account, newest first', async () => {
    const { at, user, ids } = await full()
    const { verifications, nextCursor } = valueIn(await listVerifications(at, user.accountId, { limit: 20 }))
    expect(verifications.map(({ id }) => id)).toEqual(ids)
    // A list that said nothing goes back, or half of it, would lie: it does not speak of money.
    for (const one of verifications) expect(['order' in one, 'refunds' in one]).toEqual([false, false])
    expect(nextCursor).toBeNull()
  })

  it('gives each exactly once, page by page', async () => {
    const { at, user, ids } = await full()
    const seen: string[] = []
    let cursor: string | null | undefined
    for (let pages = 0; pages < 3; pages += 1) {
      const page = valueIn(await listVerifications(at, user.accountId, { limit: 2, cursor: cursor ?? undefined }))
      seen.push(...page.verifications.map(({ id }) => id))
      cursor = page.nextCursor
      if (cursor === null) break
    }
    expect(seen).toEqual(ids)
    expect(cursor).toBeNull()
  })

  it('is empty for a new account', async () => {
    const at = world()
    const user = await enter(at)
    expect(valueIn(await listVerifications(at, user.accountId, { limit: 20 }))).toEqual({
      verifications: [],
      nextCursor: null,
    })
  })
})

/** As though it stood at the end of a page. */
const cursorFor = (id: string): string => cursorOf(`VERIFICATION#${id}`)

describe('read hostile', () => {
  it('shows nothing of somebody the platform knows and who has never been here', async () => {
    const at = world()
    const { verification } = await begun(at)
    expect(codeOf(await readVerification(at, undefined, verification.id))).toBe('not_found')
    expect(valueIn(await listVerifications(at, undefined, { limit: 20 }))).toEqual({
      verifications: [],
      nextCursor: null,
    })
    expect(codeOf(await listVerifications(at, undefined, { limit: 20, cursor: 'x' }))).toBe('invalid_cursor')
  })

  it("finds nothing of somebody else's", async () => {
    const at = world()
    const { verification } = await begun(at)
    const stranger = await enter(at)
    expect(codeOf(await readVerification(at, stranger.accountId, verification.id))).toBe('not_found')
    const listed = valueIn(
      await listVerifications(at, stranger.accountId, { limit: 20, cursor: cursorFor(verification.id) }),
    )
    expect(listed.verifications).toEqual([])
  })

  it.each(['', 'x', 'A'.repeat(32), 'f'.repeat(32), '#PROFILE'])('finds nothing under %j', async (id) => {
    const at = world()
    const { user } = await begun(at)
    expect(codeOf(await readVerification(at, user.accountId, id))).toBe('not_found')
  })

  it.each(['', 'x', '0'.repeat(32), cursorOf('MESSAGE#1'), cursorOf('VERIFICATION#')])(
    'refuses the cursor %j, which it never gave',
    async (cursor) => {
      const outcome = await listVerifications(world(), (await enter(world())).accountId, { limit: 20, cursor })
      expect(outcome).toMatchObject({ refusal: { fields: [{ pointer: '/cursor', code: 'invalid_cursor' }] } })
    },
  )

  it.each(['0'.repeat(32), 'f'.repeat(32)])(
    'a cursor of nobody (%s) shows nothing but the account’s own',
    async (id) => {
      const at = world()
      const { user, verification } = await begun(at)
      await begun(at)
      const { verifications } = valueIn(
        await listVerifications(at, user.accountId, { limit: 20, cursor: cursorFor(id) }),
      )
      expect([[], [verification.id]]).toContainEqual(verifications.map(({ id }) => id))
    },
  )

  it('P11 shows no index, no seal and no plaintext', async () => {
    const at = world()
    const who = person('match', 16)
    const { user, verification } = await decided(at, { who })
    const answers = [
      valueIn(await readVerification(at, user.accountId, verification.id)),
      valueIn(await listVerifications(at, user.accountId, { limit: 20 })),
    ]
    const shown = JSON.stringify(answers)
    for (const hidden of [who.name, who.idNumber.slice(0, 17), who.phone, 'sealed', 'Index', 'v1.', 'requestHash'])
      expect(shown).not.toContain(hidden)
  })
})
