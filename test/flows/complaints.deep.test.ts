import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appealRoute, appealsRoute } from '../../functions/account/appeal.route.ts'
import { listAppealsRoute, rejectAppealRoute, unbanRoute } from '../../functions/account/ban.route.ts'
import { caseRoute, timelineRoute } from '../../functions/cases/read.route.ts'
import {
  completeRoute,
  getComplaintRoute,
  listComplaintsRoute,
  maliciousRoute,
  replyRoute,
} from '../../functions/complaints/operator.route.ts'
import { membershipRoute } from '../../functions/membership/buy.route.ts'
import { wholeOrderRoute } from '../../functions/overview/operator.route.ts'
import { accountRoute } from '../../functions/overview/read.route.ts'
import { complainRoute, complaintActionRoute, complaintsRoute } from '../../functions/sandbox/control-channels.route.ts'
import { operatorAt } from '../../local/demo/operator.ts'
import type { Platform } from '../../local/demo/platform.ts'
import { moneyAtChannel, type User } from '../../local/demo/user.ts'
import { freshKey } from '../fresh-key.ts'
import type { Instance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'
import { verifiedUser } from './way.ts'

const reason = '按证据处理'

const complain = async (platform: Platform, outTradeNo: string, dropNotification = false): Promise<string> => {
  const body = { outTradeNo, text: '要求退款', dropNotification }
  const { complaintId } = await platform.must(complainRoute, { body })
  // What was not notified is found by the watch, which looks every hour.
  await platform.pass(dropNotification ? '61m' : '1m')
  return complaintId
}

describe('P12 complaints over HTTP', () => {
  let instance: Instance
  let platform: Platform
  let user: User
  let outTradeNo: string
  let token: string
  const one = (id: string) => ({ channel: 'wechat_pay', id })
  const account = () => platform.must(accountRoute, { token: user.token })

  beforeAll(async () => {
    instance = await sharedInstance()
    platform = instance.platform
    token = instance.operatorKey
    const bought = await verifiedUser(instance, 'membership')
    user = bought.user
    outTradeNo = bought.outTradeNo
  })

  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  it('one whose notification was lost is found, answered from the evidence and ended', async () => {
    const id = await complain(platform, outTradeNo, true)
    const { complaints } = await platform.must(listComplaintsRoute, { token })
    expect(complaints).toMatchObject([{ id, status: 'open', accountId: user.accountId }])
    const detail = await platform.must(getComplaintRoute, { token, params: one(id) })
    expect(detail).toMatchObject({
      // A machine sees no people, nor what they say.
      ...{ text: null, isTextHidden: true },
      talk: { lines: [{ by: 'payer', event: 'complained', text: null }], whole: true },
      evidence: [{ amountFen: 1000, verdict: { status: 'verified' } }],
    })
    const whole = await platform.must(wholeOrderRoute, { token, params: { id: outTradeNo } })
    expect(whole.complaints).toMatchObject([{ ...one(id), status: 'open', replyBy: expect.any(String) }])
    const replied = await platform.must(replyRoute, { token, params: one(id), body: { reason } })
    expect(replied).toMatchObject({ status: 'replied', lastReply: { text: detail.suggestedReply } })
    const completed = await platform.must(completeRoute, { token, params: one(id), body: { reason } })
    expect(completed.status).toBe('completed')
    await platform.pass('1m')
    const there = await platform.must(complaintsRoute)
    expect(there.complaints).toMatchObject([{ complaintId: id, state: 'PROCESSED', awaitsReply: false }])
    expect(there.complaints[0]?.history.map(({ action }) => action)).toEqual([
      'CREATE_COMPLAINT',
      'MERCHANT_RESPONSE',
      'MERCHANT_CONFIRM_COMPLETE',
    ])
    const reader = await operatorAt(instance, 'reader', 'reviewer')
    const asked = { token: reader.token, params: { id: user.accountId }, query: { kinds: 'complaint,deed' } }
    const { lines } = await platform.must(timelineRoute, asked)
    const told = lines.filter(({ by }) => by?.kind !== 'service').map(({ kind, event }) => `${kind} ${event}`)
    expect(told.toSorted()).toEqual([
      ...['complaint completed', 'complaint opened', 'complaint replied'],
      ...['deed complaint_complete', 'deed complaint_reply'],
    ])
  })

  it('malicious ones ban the account, which appeals and is let in again', async () => {
    const [first] = (await platform.must(listComplaintsRoute, { token, query: { status: 'completed' } })).complaints
    const second = await complain(platform, outTradeNo)
    for (const [id, banned] of [[first?.id ?? '', false] as const, [second, true] as const]) {
      const marked = await platform.must(maliciousRoute, { token, params: one(id), body: { reason } })
      expect(marked).toMatchObject({ banned })
    }
    expect((await account()).gate.send_message).toMatchObject({ allowed: false, code: 'banned' })
    const order = { token: user.token, body: { months: 1 }, headers: freshKey() }
    expect(await platform.call(membershipRoute, order)).toMatchObject({ ok: false, problem: { code: 'banned' } })
    await platform.must(appealRoute, { token: user.token, body: { text: '都是误操作' } })
    const { appeals } = await platform.must(listAppealsRoute, { token })
    const complaint = { channel: 'wechat_pay', id: expect.any(String) }
    expect(appeals).toMatchObject([{ accountId: user.accountId, text: null, complaints: [complaint, complaint] }])
    const decision = { token, params: { id: user.accountId } }
    const rejected = await platform.must(rejectAppealRoute, { ...decision, body: { reason: '证据充分' } })
    expect(rejected).toEqual({ accountId: user.accountId, banned: true, appeal: 'rejected' })
    expect((await platform.must(appealsRoute, { token: user.token })).appeals).toMatchObject([
      { status: 'rejected', reason: '证据充分' },
    ])
    const rejectedOnes = { token, query: { status: 'rejected' } }
    expect((await platform.must(listAppealsRoute, rejectedOnes)).appeals).toMatchObject([
      { accountId: user.accountId, reason: '证据充分', decidedBy: { kind: 'operator_key' } },
    ])
    await platform.must(appealRoute, { token: user.token, body: { text: ' 请再看一次 ' } })
    expect((await platform.must(listAppealsRoute, rejectedOnes)).appeals).toEqual([])
    const lifted = await platform.must(unbanRoute, { ...decision, body: { reason: '情有可原' } })
    expect(lifted).toEqual({ accountId: user.accountId, banned: false, appeal: 'granted' })
    expect((await account()).gate.send_message).toMatchObject({ allowed: true })
    const mine = await platform.must(appealsRoute, { token: user.token })
    expect(mine.appeals).toMatchObject([{ status: 'granted', text: '请再看一次', reason: '情有可原' }])
    const granted = await platform.must(listAppealsRoute, { token, query: { status: 'granted' } })
    expect(granted.appeals).toMatchObject([{ accountId: user.accountId, reason: '情有可原', bans: [] }])
    const reviewer = await operatorAt(instance, 'reviewer', 'reviewer')
    const seen = await platform.must(caseRoute, { token: reviewer.token, params: { id: user.accountId } })
    expect(seen).toMatchObject({ bans: [], pastBans: [{ by: 'complaints', reason, liftedBecause: '情有可原' }] })
    const again = { token: user.token, body: { text: '再来' } }
    expect(await platform.call(appealRoute, again)).toMatchObject({ status: 409, problem: { code: 'not_banned' } })
  })

  it('a refund the channel forces is absorbed, and takes the membership back', async () => {
    expect((await account()).membership).toMatchObject({ active: true })
    const id = await complain(platform, outTradeNo)
    await platform.must(complaintActionRoute, { params: { id }, body: { action: 'force_refund' } })
    await platform.pass('61m')
    expect(await platform.must(getComplaintRoute, { token, params: one(id) })).toMatchObject({
      status: 'forced',
      forcedFen: 1000,
      evidence: [{ forcedFen: 1000 }],
    })
    expect(await moneyAtChannel(platform, outTradeNo)).toEqual({ paidFen: 1000, refundedFen: 1000 })
    expect((await account()).membership).toMatchObject({ active: false })
    expect((await account()).verification.status).toBe('verified')
  })
})
