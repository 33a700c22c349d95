import { constants, privateDecrypt } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { complaintGoesOn, payerComplains } from '../../../functions/sandbox/control/complaints.ts'
import { pendingTasks } from '../../../functions/sandbox/delivery/task-store.ts'
import { armFault } from '../../../functions/sandbox/faults.ts'
import { complaintMoves } from '../../../functions/sandbox/wechat-pay/complaints/complaint.ts'
import { LADDER } from '../../../functions/sandbox/wechat-pay/courier.ts'
import { pay } from '../../../functions/sandbox/wechat-pay/pay.ts'
import { answering, makeKeys, NOON, stageOf } from '../stage.ts'
import { merchantOf, opened } from './merchant.ts'

const keys = makeKeys()
const NO = 'order-0001'
const DAY = 86_400_000
const BASE = 'merchant-service/complaints-v2'
const mine = { complainted_mchid: keys.secret.mchid }

const started = async (problem: 'REFUND' | 'OTHERS' = 'REFUND') => {
  const stage = stageOf(keys)
  const merchant = merchantOf(stage, keys)
  await merchant.create(NO)
  await pay(stage.sandbox, NO, {}, { drop: true })
  const about = { outTradeNo: NO, text: '没有核验就扣款', problem, dropNotification: false }
  const complained = await payerComplains(stage.sandbox, about)
  if (!complained.ok) throw new Error('nothing to complain of')
  const id = complained.value.complaintId
  return {
    stage,
    merchant,
    id,
    detail: async () => (await merchant.call('GET', `${BASE}/${id}`)).json,
    reply: (text = '已核实') => merchant.call('POST', `${BASE}/${id}/response`, { ...mine, response_content: text }),
    complete: () => merchant.call('POST', `${BASE}/${id}/complete`, mine),
    goesOn: (action: 'follow_up' | 'force_refund') =>
      complaintGoesOn(stage.sandbox, id, { action, text: '还没有解决' }),
  }
}

describe('a complaint', () => {
  it('tells the order, the words and that nobody has answered, with the phone sealed for the merchant', async () => {
    const { detail, id } = await started()
    const shown = await detail()
    expect(shown).toMatchObject({
      complaint_id: id,
      complaint_time: '2026-11-20T12:00:00+08:00',
      complaint_detail: '没有核验就扣款',
      complaint_state: 'PENDING',
      complaint_order_info: [{ out_trade_no: NO, amount: 1000, transaction_id: expect.stringMatching(/^4200/) }],
      complaint_full_refunded: false,
      incoming_user_response: true,
      user_complaint_times: 1,
      problem_type: 'REFUND',
      apply_refund_amount: 1000,
    })
    const key = { key: keys.merchantPrivateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' }
    expect(privateDecrypt(key, Buffer.from(String(shown.payer_phone), 'base64')).toString()).toMatch(/^\d{11}$/)
  })

  it('is PENDING until the first reply, PROCESSING until completed, then PROCESSED', async () => {
    const { detail, reply, complete } = await started()
    const answered = await reply()
    expect(answered).toMatchObject({ status: 204, text: '' })
    expect(await detail()).toMatchObject({ complaint_state: 'PROCESSING', incoming_user_response: false })
    expect((await complete()).status).toBe(204)
    expect(await detail()).toMatchObject({ complaint_state: 'PROCESSED' })
  })

  it('is taken up again when the payer comes back', async () => {
    const { detail, reply, complete, goesOn } = await started()
    await reply()
    await complete()
    await goesOn('follow_up')
    expect(await detail()).toMatchObject({
      complaint_state: 'PROCESSING',
      user_complaint_times: 2,
      incoming_user_response: true,
    })
  })

  it('keeps what was said, newest first, a page at a time', async () => {
    const { reply, goesOn, merchant, id } = await started()
    await reply('第一次答复')
    await goesOn('follow_up')
    const page = (query: string) => merchant.call('GET', `${BASE}/${id}/negotiation-historys${query}`)
    const { json } = await page('?limit=2&offset=0')
    expect(json).toMatchObject({
      total_count: 3,
      data: [
        { operate_type: 'USER_CONTINUE_COMPLAINT', operator: '投诉人' },
        { operate_type: 'MERCHANT_RESPONSE', operator: '商家', operate_details: '第一次答复' },
      ],
    })
    expect((await page('?limit=2&offset=2')).json).toMatchObject({ data: [{ operate_type: 'USER_CREATE_COMPLAINT' }] })
  })

  it('ends with the money back when the channel loses patience: a refund with no number of the merchant', async () => {
    const { detail, goesOn, merchant, stage } = await started()
    await goesOn('force_refund')
    stage.world.now += 1000
    expect(await detail()).toMatchObject({ complaint_state: 'PROCESSED', complaint_full_refunded: true })
    expect((await merchant.query(NO)).json.trade_state).toBe('REFUND')
    const asked = await merchant.askRefund(NO, 'r1', 1000)
    expect(asked).toMatchObject({ status: 400, json: { code: 'INVALID_REQUEST' } })
  })

  it('takes back by force only what has not gone back already', async () => {
    const { goesOn, merchant, stage } = await started()
    await merchant.askRefund(NO, 'r1', 900)
    await goesOn('force_refund')
    stage.world.now += 1000
    const order = stage.table.items().find(({ pk }) => pk === `wechat-order#${NO}`)
    const refunds: { refundFen: number }[] = JSON.parse(String(order?.json)).refunds
    expect(refunds.map(({ refundFen }) => refundFen)).toEqual([900, 100])
  })

  it('is heard by agreeing to give back, which moves no money', async () => {
    const { detail, merchant, id } = await started()
    const path = `${BASE}/${id}/update-refund-progress`
    expect((await merchant.call('POST', path, { action: 'APPROVE', launch_refund_day: 0 })).status).toBe(204)
    expect(await detail()).toMatchObject({ complaint_state: 'PROCESSING', complaint_full_refunded: false })
    expect((await merchant.call('POST', path, { action: 'PERHAPS' })).json.code).toBe('PARAM_ERROR')
  })
})

describe('the list', () => {
  it('has those opened between two days, both counted, a page at a time', async () => {
    const { merchant, id, stage } = await started()
    stage.world.now = NOON + 3 * DAY
    const about = { outTradeNo: NO, text: '又来', problem: 'OTHERS' as const, dropNotification: true }
    const later = await payerComplains(stage.sandbox, about)
    const ids = async (query: string) => {
      const { json } = await merchant.call('GET', `${BASE}?${query}`)
      const data: { complaint_id: string }[] = JSON.parse(JSON.stringify(json.data))
      return { total: json.total_count, ids: data.map(({ complaint_id }) => complaint_id) }
    }
    const both = [id, later.ok ? later.value.complaintId : '']
    const span = 'begin_date=2026-11-20&end_date=2026-11-23'
    expect(await ids(`limit=10&offset=0&${span}`)).toEqual({ total: 2, ids: both })
    expect(await ids(`limit=1&offset=1&${span}`)).toEqual({ total: 2, ids: both.slice(1) })
    expect(await ids('begin_date=2026-11-20&end_date=2026-11-22')).toEqual({ total: 1, ids: [id] })
    expect(await ids('begin_date=2026-11-21&end_date=2026-11-22')).toEqual({ total: 0, ids: [] })
  })

  it.each([
    ['no day', 'limit=10', 'begin_date'],
    ['a day that is none', 'begin_date=2026-02-30&end_date=2026-03-01', 'begin_date'],
    ['more than thirty days', 'begin_date=2026-10-01&end_date=2026-11-20', 'end_date'],
    ['an end before the start', 'begin_date=2026-11-20&end_date=2026-11-19', 'end_date'],
    ['a page too long', 'limit=51&begin_date=2026-11-20&end_date=2026-11-20', 'limit'],
  ])('is refused for %s', async (_, query, field) => {
    const { merchant } = await started()
    const listed = await merchant.call('GET', `${BASE}?${query}`)
    expect(listed).toMatchObject({ status: 400, json: { code: 'PARAM_ERROR', detail: { field } } })
  })

  it('of another merchant is refused', async () => {
    const { merchant } = await started()
    const query = 'begin_date=2026-11-20&end_date=2026-11-20&complainted_mchid=1900000001'
    expect((await merchant.call('GET', `${BASE}?${query}`)).status).toBe(400)
  })
})

describe('refused', () => {
  it('completing what nobody has answered, and doing anything to what is completed', async () => {
    const { reply, complete } = await started()
    expect((await complete()).json.code).toBe('INVALID_REQUEST')
    await reply()
    await complete()
    expect((await complete()).json.code).toBe('INVALID_REQUEST')
    expect((await reply()).json.code).toBe('INVALID_REQUEST')
  })

  it('a reply without words or with more than 200 characters, or for another merchant', async () => {
    const { reply, merchant, id } = await started()
    expect((await reply('')).json.code).toBe('PARAM_ERROR')
    expect((await reply('字'.repeat(201))).json.code).toBe('PARAM_ERROR')
    const other = { complainted_mchid: '1900000001', response_content: '已核实' }
    expect((await merchant.call('POST', `${BASE}/${id}/response`, other)).status).toBe(400)
  })

  it('a complaint nobody made, and one about an order that was never paid', async () => {
    const { merchant, stage } = await started()
    expect(await merchant.call('GET', `${BASE}/200201800000`)).toMatchObject({ status: 404 })
    expect((await merchant.call('POST', `${BASE}/200201800000/complete`, mine)).status).toBe(404)
    await merchant.create('order-0002')
    const about = { outTradeNo: 'order-0002', text: '未付', problem: 'OTHERS' as const, dropNotification: false }
    expect(await payerComplains(stage.sandbox, about)).toMatchObject({ ok: false, refusal: { code: 'not_found' } })
  })
})

describe('the notification', () => {
  it('of a complaint says only which it is and what was done, sealed and signed', async () => {
    const { stage, id, reply } = await started()
    await reply()
    expect(await stage.runQueue()).toEqual(['accepted', 'accepted'])
    expect(stage.received.map(({ url }) => url)).toEqual(Array(2).fill('http://127.0.0.1:4000/webhooks/wechat-pay'))
    const [created, answered] = stage.received.map((request) => opened(request, keys))
    expect(created).toMatchObject({
      type: 'COMPLAINT.CREATE',
      signed: true,
      plaintext: { complaint_id: id, action_type: 'CREATE_COMPLAINT' },
    })
    expect(Object.keys(created?.plaintext ?? {})).toHaveLength(2)
    expect(answered).toMatchObject({
      type: 'COMPLAINT.STATE_CHANGE',
      plaintext: { complaint_id: id, action_type: 'MERCHANT_RESPONSE' },
    })
  })

  it('comes again by the same ladder as payments', async () => {
    const { stage } = await started()
    stage.world.merchant = () => answering(500)
    for (let round = 0; round <= LADDER.length; round += 1) {
      await stage.runQueue()
      stage.world.now += stage.queued[0]?.waitMs ?? 0
    }
    expect(stage.received).toHaveLength(16)
    expect(await pendingTasks(stage.sandbox)).toEqual([])
  })

  it('goes where the merchant wants it', async () => {
    const { merchant, stage, goesOn } = await started()
    const path = 'merchant-service/complaint-notifications'
    const url = 'https://shiming.example/complaints'
    expect((await merchant.call('GET', path)).status).toBe(404)
    expect((await merchant.call('PUT', path, { url })).status).toBe(404)
    expect((await merchant.call('POST', path, { url: 'http://elsewhere.example/' })).status).toBe(400)
    expect((await merchant.call('POST', path, { url })).json).toEqual({ mchid: keys.secret.mchid, url })
    expect((await merchant.call('POST', path, { url })).json.code).toBe('RESOURCE_ALREADY_EXISTS')
    expect((await merchant.call('GET', path)).json.url).toBe(url)
    await goesOn('follow_up')
    await stage.runQueue()
    expect(stage.received.map((request) => request.url)).toEqual([url, url])
    expect((await merchant.call('DELETE', path)).status).toBe(204)
    expect((await merchant.call('GET', path)).status).toBe(404)
  })

  it('is lost when that is asked for', async () => {
    const { stage } = await started()
    const about = { outTradeNo: NO, text: '又来', problem: 'OTHERS' as const, dropNotification: true }
    const before = stage.queued.length
    await payerComplains(stage.sandbox, about)
    expect(stage.queued).toHaveLength(before)
  })
})

describe('faults', () => {
  it('answer 500 to a reply although it was given, and hide a complaint', async () => {
    const { detail, reply, stage } = await started()
    await armFault(stage.sandbox, 'wechat_pay_complaint_reply', NO, 'executed_then_500', 1)
    expect((await reply()).status).toBe(500)
    expect(await detail()).toMatchObject({ complaint_state: 'PROCESSING' })
    await armFault(stage.sandbox, 'wechat_pay_complaint', NO, 'not_exists', 1)
    expect((await detail()).code).toBe('RESOURCE_NOT_EXISTS')
  })
})

describe('the table of states', () => {
  it('leads nowhere back to PENDING', () => {
    for (const { from, to } of complaintMoves) if (to === 'PENDING') expect(from).toEqual(['PENDING'])
  })
})
