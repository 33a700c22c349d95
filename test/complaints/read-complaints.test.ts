import { describe, expect, it } from 'vitest'
import { completeComplaint, replyToComplaint } from '../../functions/complaints/answering/answer-complaint.ts'
import { complaintKeys } from '../../functions/complaints/keys.ts'
import { listComplaints, readComplaint } from '../../functions/complaints/read-complaints.ts'
import { maskIdNumber, maskPhone } from '../../functions/person/masking.ts'
import { HOUR, rfc3339 } from '../../shared/kernel/time.ts'
import { update } from '../../shared/table/write.ts'
import { codeOf, valueIn } from '../kit.ts'
import { person } from '../world.ts'
import { type ComplaintWorld, complained, complainedOf, complaintWorld, OPERATOR, passes } from './fixture.ts'

const list = (at: ComplaintWorld, of: Partial<Parameters<typeof listComplaints>[1]> = {}) =>
  listComplaints(at, { status: 'open', limit: 50, ...of })

describe('P12 the list of complaints', () => {
  it('has those in one state, oldest first, with what is owed until when', async () => {
    const at = complaintWorld()
    const { id, order, user } = await complainedOf(at)
    at.time.now += HOUR
    const later = await complained(at, { outTradeNo: 'another-shop' })
    const { complaints, nextCursor } = valueIn(await list(at))
    expect(complaints.map((one) => one.id)).toEqual([id, later])
    expect(nextCursor).toBeNull()
    expect(complaints[0]).toMatchObject({
      channel: 'wechat_pay',
      status: 'open',
      accountId: user.accountId,
      orders: [{ outTradeNo: order.id, orderId: order.id, amountFen: 100 }],
      replyBy: rfc3339(at.time.now + 23 * HOUR),
      completeBy: rfc3339(at.time.now + 71 * HOUR),
      malicious: false,
      pending: null,
    })
    expect(complaints[1]).toMatchObject({ accountId: null, orders: [{ orderId: null }] })
  })

  it('moves a complaint with its state', async () => {
    const at = complaintWorld()
    const { id, named } = await complainedOf(at)
    valueIn(await replyToComplaint(at, OPERATOR, { ...named, reason: 'r' }))
    expect(valueIn(await list(at)).complaints).toEqual([])
    expect(valueIn(await list(at, { status: 'replied' })).complaints).toMatchObject([{ id, replyBy: null }])
    valueIn(await completeComplaint(at, OPERATOR, { ...named, reason: 'r' }))
    expect(valueIn(await list(at, { status: 'completed' })).complaints).toMatchObject([{ id, completeBy: null }])
  })

  it('has those that ended without us', async () => {
    const at = complaintWorld()
    const { id } = await complainedOf(at)
    at.counter.happens(id, { state: 'processed', awaitsReply: false })
    await passes(at, HOUR)
    expect(valueIn(await list(at, { status: 'withdrawn' })).complaints).toMatchObject([{ id, status: 'withdrawn' }])
  })

  it('hides none behind one that cannot be read, and names that one', async () => {
    const at = complaintWorld()
    const broken = await complained(at)
    const sound = await complained(at)
    const key = complaintKeys.complaint('wechat_pay', broken)
    await at.table.commit([update(key, { set: { followUps: 'many' } })])
    expect(valueIn(await list(at))).toMatchObject({ complaints: [{ id: sound }], unreadable: [`${key.pk} ${key.sk}`] })
  })

  it('is paged to its end', async () => {
    const at = complaintWorld()
    const ids: string[] = []
    for (let count = 0; count < 7; count += 1) ids.push(await complained(at))
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = valueIn(await list(at, { limit: 3, cursor }))
      seen.push(...page.complaints.map(({ id }) => id))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(seen).toEqual(ids)
  })

  it.each([
    'x',
    '',
    Buffer.from('[]').toString('base64url'),
    Buffer.from('[1,"ACCOUNT#1","PROFILE"]').toString('base64url'),
    Buffer.from('[-1,"COMPLAINT#wechat_pay#1","COMPLAINT"]').toString('base64url'),
    Buffer.from('[1.5,"COMPLAINT#wechat_pay#1","COMPLAINT"]').toString('base64url'),
    Buffer.from('{"at":1}').toString('base64'),
  ])('refuses the cursor %j, which it never gave', async (cursor) => {
    const at = complaintWorld()
    const outcome = await list(at, { cursor })
    expect(outcome).toMatchObject({ refusal: { fields: [{ pointer: '/cursor' }] } })
  })
})

const opened = (at: ComplaintWorld, named: { channel: string; id: string }) =>
  readComplaint(at, named, { seesPeople: true })

describe('P12 one complaint', () => {
  it("P11 has the payer's words with numbers masked for who may see people, and not at all for others", async () => {
    const at = complaintWorld()
    const { id, named } = await complainedOf(at)
    const { idNumber, phone } = person('match')
    at.counter.happens(id, { text: `我身份证 ${idNumber}，电话 ${phone}，卡 6222 0212 3456 7890 123，退钱` })
    expect(valueIn(await readComplaint(at, named, { seesPeople: true }))).toMatchObject({
      text: `我身份证 ${maskIdNumber(idNumber)}，电话 ${maskPhone(phone)}，卡 ***************0123，退钱`,
      isTextHidden: false,
    })
    expect(valueIn(await readComplaint(at, named))).toMatchObject({ text: null, isTextHidden: true })
  })

  it("has the evidence, the payer's words and the answer that would be given", async () => {
    const at = complaintWorld()
    const { id, named, order, user } = await complainedOf(at, { who: person('mismatch'), offer: 'membership' })
    at.counter.happens(id, { text: '我要退全款' })
    const shown = valueIn(await opened(at, named))
    expect(shown).toMatchObject({
      id,
      text: '我要退全款',
      evidence: [
        {
          orderId: order.id,
          amountFen: 1000,
          createdAt: rfc3339(order.createdAt),
          paidAt: expect.any(String),
          verdict: { status: 'mismatch', decidedAt: expect.any(String), consentNotice: '2026-12' },
          refunds: [{ amountFen: 900, status: 'due', backAt: null }],
          forcedFen: 0,
        },
      ],
      suggestedReply: expect.stringContaining('应退的9.00元将自动退回原支付账户'),
      account: { maliciousComplaints: 0, bansAt: 2, bans: [] },
      // What was not delivered can be complained of.
      notMalicious: 'money_owed',
    })
    expect(JSON.stringify(shown)).not.toContain(person('mismatch').name)
    expect(user.accountId).toBe(shown.accountId)
  })

  it('is there without the words while the channel cannot be asked', async () => {
    const at = complaintWorld()
    const { named } = await complainedOf(at)
    at.counter.script.detail.push(() => ({ kind: 'unavailable', code: 'timeout' }))
    expect(valueIn(await opened(at, named))).toMatchObject({ text: null, evidence: [{}] })
  })

  it('has the whole talk: what the payer said again, what they were answered and by whom', async () => {
    const at = complaintWorld()
    const { id, named } = await complainedOf(at)
    valueIn(await replyToComplaint(at, OPERATOR, { ...named, reason: 'r', text: '已退回，请查收。' }))
    at.time.now += HOUR
    at.counter.payerWrites(id, '银行卡没有收到钱！电话 13800138000')
    await passes(at, HOUR)
    const shown = valueIn(await opened(at, named))
    expect(shown.talk).toMatchObject({
      lines: [
        { by: 'payer', event: 'complained', text: '要求退款', operatorId: null },
        { by: 'merchant', event: 'answered', text: '已退回，请查收。', operatorId: 'ling' },
        { by: 'payer', event: 'complained_again', text: '银行卡没有收到钱！电话 138****8000', operatorId: null },
      ],
      whole: true,
    })
    expect(shown).toMatchObject({ status: 'open', followUps: 1 })
  })

  it('P11 keeps what the payer said from whoever may not see people', async () => {
    const at = complaintWorld()
    const { named } = await complainedOf(at)
    valueIn(await replyToComplaint(at, OPERATOR, { ...named, reason: 'r', text: '已退回。' }))
    const shown = valueIn(await readComplaint(at, named))
    expect(shown).toMatchObject({ text: null, isTextHidden: true })
    expect(shown.talk.lines.map(({ text }) => text)).toEqual([null, '已退回。'])
    expect(JSON.stringify(shown)).not.toContain('要求退款')
  })

  it('was complained of again no time where it was complained of once', async () => {
    const at = complaintWorld()
    const { named } = await complainedOf(at)
    expect(valueIn(await opened(at, named))).toMatchObject({ followUps: 0 })
  })

  it('suggests nothing that the payer has read already', async () => {
    const at = complaintWorld()
    const { id, named } = await complainedOf(at)
    const { suggestedReply } = valueIn(await opened(at, named))
    expect(suggestedReply).not.toBeNull()
    valueIn(await replyToComplaint(at, OPERATOR, { ...named, reason: 'r' }))
    at.counter.payerWrites(id)
    expect(valueIn(await opened(at, named))).toMatchObject({ suggestedReply: null })
  })

  it('has our answers while the channel cannot be asked for the talk', async () => {
    const at = complaintWorld()
    const { named } = await complainedOf(at)
    valueIn(await replyToComplaint(at, OPERATOR, { ...named, reason: 'r', text: '已退回。' }))
    at.counter.script.history.push(() => ({ kind: 'unavailable', code: 'timeout' }))
    expect(valueIn(await opened(at, named)).talk).toMatchObject({
      lines: [{ by: 'merchant', event: 'answered', text: '已退回。', operatorId: 'ling' }],
      whole: false,
    })
  })

  it('tells what the channel refused of it', async () => {
    const at = complaintWorld()
    const { named } = await complainedOf(at)
    at.counter.script.reply.push(() => ({ kind: 'rejected', code: 'INVALID_REQUEST' }))
    expect(await replyToComplaint(at, OPERATOR, { ...named, reason: 'x' })).toMatchObject({
      refusal: { code: 'complaint_refused_by_channel', extra: { channelCode: 'INVALID_REQUEST' } },
    })
    expect(valueIn(await opened(at, named))).toMatchObject({
      refusal: { deed: 'reply', channelCode: 'INVALID_REQUEST' },
    })
  })

  it('about nobody’s order has no evidence and no answer', async () => {
    const at = complaintWorld()
    const id = await complained(at, { outTradeNo: 'another-shop' })
    const shown = valueIn(await readComplaint(at, { channel: 'wechat_pay', id }))
    expect(shown).toMatchObject({ evidence: [], suggestedReply: null, account: null })
  })

  it.each([
    { channel: 'wechat_pay', id: '404' },
    { channel: 'bank', id: '1' },
    { channel: 'wechat_pay', id: 'a#b' },
    { channel: '', id: '' },
  ])('is not found: %j', async (named) => {
    expect(codeOf(await readComplaint(complaintWorld(), named))).toBe('not_found')
  })
})
