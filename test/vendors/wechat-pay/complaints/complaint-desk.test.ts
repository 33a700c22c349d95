import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { talkEvents } from '../../../../functions/complaints/complaint-desk.ts'
import { events } from '../../../../functions/vendors/wechat-pay/complaints/history.ts'
import { channelComplaint, complaint, history, november, talk } from '../cases.ts'
import { answer, type Channel, refusal, startChannel } from '../channel.ts'

let channel: Channel
beforeAll(async () => {
  channel = await startChannel()
})
beforeEach(() => channel.received.splice(0))
afterAll(() => channel.stop())

const told = async (change: object) => {
  channel.reacts(answer({ ...complaint, ...change }))
  return channel.desk.detail(complaint.complaint_id)
}

const unbelieved = { kind: 'unavailable', code: 'answer_invalid' }

describe('P12 a complaint', () => {
  it.each([
    { complaint_state: 'PENDING', incoming_user_response: false, state: 'pending', awaitsReply: true },
    { complaint_state: 'PENDING', incoming_user_response: true, state: 'pending', awaitsReply: true },
    { complaint_state: 'PROCESSING', incoming_user_response: false, state: 'processing', awaitsReply: false },
    { complaint_state: 'PROCESSING', incoming_user_response: true, state: 'processing', awaitsReply: true },
    { complaint_state: 'PROCESSED', incoming_user_response: false, state: 'processed', awaitsReply: false },
    // Nobody knows it yet, so somebody must look.
    { complaint_state: 'ESCALATED', incoming_user_response: false, state: 'pending', awaitsReply: true },
  ])('$complaint_state, a message unanswered: $incoming_user_response', async ({ state, awaitsReply, ...change }) => {
    expect(await told(change)).toEqual({ kind: 'complaint', complaint: { ...channelComplaint, state, awaitsReply } })
  })

  it('says when everything has been given back, and how often the payer came back to it', async () => {
    expect(await told({ complaint_full_refunded: true, user_complaint_times: 3 })).toMatchObject({
      complaint: { fullyRefunded: true, followUps: 3 },
    })
  })

  it('carries neither the phone nor the openid of the payer', async () => {
    const text = JSON.stringify(await told({}))
    expect(text).not.toContain(complaint.payer_phone)
    expect(text).not.toContain(complaint.payer_openid)
  })

  it.each([
    { change: { complaint_order_info: undefined }, has: { orders: [] } },
    { change: { complaint_order_info: null }, has: { orders: [] } },
    { change: { complainted_mchid: undefined }, has: {} },
    { change: { problem_type: undefined }, has: { problem: 'OTHERS' } },
  ])('may lack what is optional: $change', async ({ change, has }) => {
    expect(await told(change)).toEqual({ kind: 'complaint', complaint: { ...channelComplaint, ...has } })
  })

  it.each([
    { complaint_id: '200201820200101080076610001' },
    { complainted_mchid: '1230000110' },
    { complaint_time: '2026-11-20 10:00:00' },
    { complaint_detail: undefined },
    { complaint_state: undefined },
    { complaint_order_info: [{ transaction_id: '4', out_trade_no: 'a b', amount: 1 }] },
    { complaint_order_info: [{ transaction_id: '4', out_trade_no: 'a', amount: 1.5 }] },
    { complaint_full_refunded: 'false' },
    { user_complaint_times: -1 },
  ])('with %j is not believed', async (change) => {
    expect(await told(change)).toEqual(unbelieved)
  })
})

describe('P12 the list', () => {
  const page = (change: object) => answer({ data: [complaint], limit: 50, offset: 0, total_count: 120, ...change })

  it('tells the total with the first page only; after it, what is certain', async () => {
    channel.reacts(page({}))
    expect(await channel.desk.list(november)).toMatchObject({ total: 120 })
    channel.reacts(page({ offset: 50, total_count: undefined }))
    expect(await channel.desk.list({ ...november, offset: 50 })).toMatchObject({ total: 51 })
    // A full page: there may be more.
    channel.reacts(page({ offset: 51, limit: 1, total_count: undefined }))
    expect(await channel.desk.list({ ...november, offset: 51, limit: 1 })).toMatchObject({ total: 53 })
  })

  it('may be empty', async () => {
    channel.reacts(page({ data: undefined, total_count: 0 }))
    expect(await channel.desk.list(november)).toEqual({ kind: 'page', complaints: [], total: 0 })
  })

  it.each([
    { offset: 50 },
    { offset: undefined },
    { data: {} },
    { data: [{ ...complaint, complainted_mchid: '1230000110' }] },
    { data: [complaint, {}] },
    { total_count: -1 },
  ])('with %j is not believed', async (change) => {
    channel.reacts(page(change))
    expect(await channel.desk.list(november)).toEqual(unbelieved)
  })
})

describe('P12 the talk', () => {
  const heard = async (change: object) => {
    channel.reacts(answer({ ...history, ...change }))
    return channel.desk.history(complaint.complaint_id)
  }

  it('is told oldest first, and those of one second in the order in which they were', async () => {
    const [last, middle, first] = history.data
    const operate_time = first?.operate_time
    const at = talk.lines[0]?.at
    expect(await heard({ data: [{ ...last, operate_time }, { ...middle, operate_time }, first] })).toEqual({
      ...talk,
      lines: talk.lines.map((line) => ({ ...line, at })),
    })
  })

  it('names neither who wrote nor where their pictures are', async () => {
    const text = JSON.stringify(await heard({ data: history.data.map((one) => ({ ...one, operator: '赵可心' })) }))
    expect(text).not.toContain('赵可心')
    expect(text).not.toContain('qpic')
  })

  it.each([
    ['USER_RESPONSE', 'payer', 'wrote'],
    ['USER_COMFIRM_COMPLAINT', 'payer', 'confirmed'],
    ['PLATFORM_RESPONSE', 'channel', 'wrote'],
    ['MERCHANT_REFUSE_RERUND', 'merchant', 'refund_refused'],
    ['COMPLAINT_FULL_REFUNDED_SYSTEM_MESSAGE', 'channel', 'refunded'],
    ['USER_CREATE_COMPLAINT_SYSTEM_MESSAGE', 'channel', 'other'],
    // Nobody knows it yet.
    ['SERVICE_ORDER_FROZEN', 'channel', 'other'],
  ])('%s is of the %s: %s', async (operate_type, by, event) => {
    const data = [{ operate_time: '2026-11-20T10:00:00+08:00', operate_type }]
    expect(await heard({ data, total_count: 1 })).toMatchObject({ lines: [{ by, event, text: '' }], total: 1 })
  })

  it('has a word of WeChat Pay for every event but the one for what has none', () => {
    expect(new Set(Object.values(events).map(([, event]) => event))).toEqual(
      new Set(talkEvents.filter((event) => event !== 'other')),
    )
  })

  it('may be longer than what is told', async () => {
    expect(await heard({ total_count: 80 })).toMatchObject({ lines: talk.lines, total: 80 })
    expect(await heard({ total_count: undefined })).toEqual(talk)
  })

  it.each([{ offset: 50 }, { data: {} }, { data: [{}] }, { total_count: -1 }])(
    'with %j is not believed',
    async (change) => {
      expect(await heard(change)).toEqual(unbelieved)
    },
  )
})

describe('P12 answering', () => {
  it('counts characters, not their parts, and sends nothing the channel would refuse', async () => {
    channel.reacts(answer(undefined))
    const { complaint_id } = complaint
    expect(await channel.desk.reply(complaint_id, '𠮷'.repeat(200))).toEqual({ kind: 'done' })
    for (const text of ['', ' \n', '退'.repeat(201)]) {
      expect(await channel.desk.reply(complaint_id, text)).toEqual({ kind: 'rejected', code: 'reply_length' })
    }
    expect(channel.received).toHaveLength(1)
  })

  it('is done only when a signed answer says so', async () => {
    channel.reacts(answer({ code: 'OK' }))
    expect(await channel.desk.complete(complaint.complaint_id)).toEqual(unbelieved)
    channel.reacts({ status: 204, headers: {}, body: '' })
    expect(await channel.desk.reply(complaint.complaint_id, '已退款。')).toMatchObject({ kind: 'unavailable' })
  })

  it('too often, and on a complaint that is not ours', async () => {
    channel.reacts(refusal(429, 'FREQUENCY_LIMITED'))
    expect(await channel.desk.reply(complaint.complaint_id, '已退款。')).toMatchObject({ kind: 'unavailable' })
    channel.reacts(refusal(403, 'NO_AUTH'))
    expect(await channel.desk.complete(complaint.complaint_id)).toMatchObject({
      kind: 'unavailable',
      needsRepair: true,
    })
  })
})
