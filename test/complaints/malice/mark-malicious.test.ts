import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accountKeys } from '../../../functions/account/keys.ts'
import { complaintMalicious, complaintOf } from '../../../functions/complaints/complaint-store.ts'
import { followComplaint } from '../../../functions/complaints/following/follow-complaint.ts'
import { markMalicious } from '../../../functions/complaints/malice/mark-malicious.ts'
import { buyMembership } from '../../../functions/membership/buy.ts'
import { giveBack } from '../../../functions/payment/refunds/give-back.ts'
import { submit } from '../../../functions/verification/submission/submit.ts'
import { HOUR } from '../../../shared/kernel/time.ts'
import { codeOf, valueIn } from '../../kit.ts'
import { cost, itemAt, person, submission, type User } from '../../world.ts'
import {
  audit,
  type ComplaintWorld,
  complained,
  complainedOf,
  complaintAt,
  complaintWorld,
  OPERATOR,
} from '../fixture.ts'

const reason = '结果已交付，多次要求退款'

const mark = (at: ComplaintWorld, id: string) => markMalicious(at, OPERATOR, { channel: 'wechat_pay', id, reason })

const profileAt = (at: ComplaintWorld, { accountId }: User) => itemAt(at, accountKeys.profile(accountId))

/** A user with a delivered verification and so many complaints about it. */
const complainer = async (at: ComplaintWorld, complaints: number) => {
  const first = await complainedOf(at)
  const ids = [first.id]
  while (ids.length < complaints) ids.push(await complained(at, { outTradeNo: first.order.id }))
  return { ...first, ids }
}

describe('P12 mark a complaint as malicious happy', () => {
  it('M7 counts it against its account, with an audit record', async () => {
    const at = complaintWorld()
    const { id, user } = await complainer(at, 1)
    const { value, calls } = await cost(at, () => mark(at, id))
    expect(valueIn(value)).toMatchObject({ complaint: { maliciousAt: at.time.now }, banned: false })
    expect(calls.table).toBe(7)
    expect(profileAt(at, user)?.malicious).toEqual(new Set([`wechat_pay#${id}`]))
    expect(profileAt(at, user)).not.toHaveProperty('bannedAt')
    expect(audit(at)).toEqual([
      {
        subject: `complaint:wechat_pay:${id}`,
        by: { kind: 'operator_key', id: 'ling' },
        action: 'complaint_malicious',
        reason,
      },
    ])
  })

  it('bans the account at the number of the setting, in the same commit', async () => {
    const at = complaintWorld()
    const { ids, user } = await complainer(at, 2)
    valueIn(await mark(at, ids[0] ?? ''))
    expect(valueIn(await mark(at, ids[1] ?? ''))).toMatchObject({ banned: true })
    expect(profileAt(at, user)).toMatchObject({ bannedAt: at.time.now })
    expect(audit(at).map(({ subject, action }) => [subject, action])).toEqual([
      [`complaint:wechat_pay:${ids[0]}`, 'complaint_malicious'],
      [`complaint:wechat_pay:${ids[1]}`, 'complaint_malicious'],
      [`account:${user.accountId}`, 'account_ban'],
    ])
  })

  it('a ban stops new orders', async () => {
    const at = complaintWorld({ complaints: { banAt: 1 } })
    const { id, user } = await complainer(at, 1)
    valueIn(await mark(at, id))
    expect(codeOf(await buyMembership(at, user.accountId, { idempotencyKey: 'm' }))).toBe('banned')
    expect(codeOf(await submit(at, await submission(at, user, { who: person('match', 2) })))).toBe('banned')
  })

  it('a banned account can collect more, and stays banned since the first', async () => {
    const at = complaintWorld({ complaints: { banAt: 1 } })
    const { ids, user } = await complainer(at, 2)
    valueIn(await mark(at, ids[0] ?? ''))
    const since = at.time.now
    at.time.now += HOUR
    expect(valueIn(await mark(at, ids[1] ?? ''))).toMatchObject({ banned: true })
    expect(profileAt(at, user)).toMatchObject({ bannedAt: since })
    expect(audit(at).filter(({ action }) => action === 'account_ban')).toHaveLength(1)
  })
})

describe('P12 mark a complaint as malicious refused', () => {
  const because = async (at: ComplaintWorld, id: string) => {
    const before = at.table.items()
    const outcome = await mark(at, id)
    expect(codeOf(outcome)).toBe('complaint_not_malicious')
    expect(at.table.items()).toEqual(before)
    return outcome.ok ? undefined : outcome.refusal.extra?.because
  }

  it('when money is owed, and when it went back only after the complaint', async () => {
    const at = complaintWorld()
    const { id, order } = await complainedOf(at, { who: person('no_record') })
    expect(await because(at, id)).toBe('money_owed')
    await giveBack(at, `${order.id}.${order.id}v`)
    at.channel.finishes(`${order.id}v1`)
    at.time.now += HOUR
    expect(await giveBack(at, `${order.id}.${order.id}v`)).toBe('succeeded')
    expect(await because(at, id)).toBe('money_owed')
    at.time.now += HOUR
    const later = await complained(at, { outTradeNo: order.id })
    expect(codeOf(await mark(at, later))).toBe('ok')
  })

  it('when nothing was delivered', async () => {
    const at = complaintWorld()
    const { id } = await complainedOf(at, { who: person('unsupported_segment') })
    expect(await because(at, id)).toBe('not_delivered')
  })

  it('when it is about nobody’s order', async () => {
    const at = complaintWorld()
    expect(await because(at, await complained(at, { outTradeNo: 'another-shop' }))).toBe('order_unknown')
    expect(await because(at, await complained(at))).toBe('order_unknown')
  })

  it('when it does not exist', async () => {
    const at = complaintWorld()
    expect(codeOf(await mark(at, '404'))).toBe('not_found')
  })
})

describe('P12 mark a complaint as malicious hostile', () => {
  it('the same complaint counts once, however often and at once it is marked', async () => {
    const at = complaintWorld()
    const { id, user } = await complainer(at, 1)
    const codes = await Promise.all(Array.from({ length: 5 }, () => mark(at, id)))
    expect(codes.map(codeOf)).toEqual(Array(5).fill('ok'))
    expect(profileAt(at, user)?.malicious).toEqual(new Set([`wechat_pay#${id}`]))
    expect(profileAt(at, user)).not.toHaveProperty('bannedAt')
    expect(audit(at)).toHaveLength(1)
  })

  it('its mark is written once, whoever writes it', async () => {
    const at = complaintWorld()
    const { id } = await complainer(at, 1)
    const complaint = complaintOf(complaintAt(at, id) ?? { pk: '', sk: '' })
    expect(await at.table.commit([complaintMalicious(complaint, at.time.now)])).toEqual({ kind: 'committed' })
    expect(await at.table.commit([complaintMalicious(complaint, at.time.now)])).toMatchObject({
      conflicts: [{ because: 'already_malicious' }],
    })
  })

  it('two complaints marked at once cannot both miss the ban', async () => {
    const at = complaintWorld()
    const { ids, user } = await complainer(at, 2)
    const outcomes = await Promise.all(ids.map((id) => mark(at, id)))
    expect(outcomes.map((one) => valueIn(one).banned).toSorted()).toEqual([false, true])
    expect(profileAt(at, user)).toMatchObject({ bannedAt: expect.any(Number) })
  })

  it('a mark while the worker looks is kept', async () => {
    const at = complaintWorld()
    const { id } = await complainer(at, 1)
    at.time.now += HOUR
    at.counter.script.detail.push(async (honest) => {
      const before = honest()
      valueIn(await mark(at, id))
      return before
    })
    expect(await followComplaint(at, `wechat_pay#${id}`)).toBe('open')
    expect(complaintAt(at, id)).toMatchObject({ maliciousAt: at.time.now })
  })

  it('bans at exactly the number of different complaints, in whatever order and however often they are marked', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.nat(4), { maxLength: 12 }),
        async (banAt, clicks) => {
          const at = complaintWorld({ complaints: { banAt } })
          const { ids, user } = await complainer(at, 5)
          const marked = new Set<number>()
          for (const which of clicks) {
            valueIn(await mark(at, ids[which] ?? ''))
            marked.add(which)
            expect(profileAt(at, user)?.bannedAt !== undefined).toBe(marked.size >= banAt)
          }
        },
      ),
      { numRuns: 25 },
    )
  })
})
