import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { ANYTHING, armFault } from '../../../functions/sandbox/faults.ts'
import { NOON } from '../stage.ts'
import { DAY, FUND, fenOf, HOUR, READY, read, started, sum, TRADE } from './bill-reader.ts'

describe('asking for a bill', () => {
  it.each([
    [NOON, 'INVALID_REQUEST'],
    [READY - 10 * HOUR - 1, 'INVALID_REQUEST'],
    [READY - 10 * HOUR, 'STATEMENT_CREATING'],
    [READY - 1, 'STATEMENT_CREATING'],
    [READY + 93 * DAY, 'INVALID_REQUEST'],
  ])('at %d answers %s', async (now, code) => {
    const { paid, merchant, stage } = started()
    await paid('order-0001')
    stage.world.now = now
    for (const target of [TRADE, FUND])
      expect(await merchant.askBill(target)).toMatchObject({ status: 400, json: { code } })
  })

  it('of a day without money, and of an account that has none, finds no file', async () => {
    const { paid, merchant, stage } = started()
    await paid('order-0001')
    stage.world.now = READY + DAY
    for (const target of [
      'tradebill?bill_date=2026-11-21',
      'fundflowbill?bill_date=2026-11-21',
      FUND.replace('BASIC', 'FEES'),
    ])
      expect((await merchant.askBill(target)).json.code).toBe('NO_STATEMENT_EXIST')
  })

  it.each([
    ['bill_date', 'tradebill?bill_type=ALL'],
    ['bill_date', 'tradebill?bill_date=20261120'],
    ['bill_type', TRADE.replace('ALL', 'SOME')],
    ['tar_type', `${TRADE}&tar_type=ZIP`],
    ['account_type', FUND.replace('BASIC', 'MINE')],
  ])('names the parameter %s that is wrong', async (field, target) => {
    const { merchant, stage } = started()
    stage.world.now = READY
    expect(await merchant.askBill(target)).toMatchObject({
      status: 400,
      json: { code: 'PARAM_ERROR', detail: { field } },
    })
  })

  it('gives an address for thirty seconds, to whoever signs', async () => {
    const { paid, merchant, stage } = started()
    await paid('order-0001')
    stage.world.now = READY
    const { download_url } = (await merchant.askBill(TRADE)).json
    const unsigned = await merchant.fetchBill(download_url, { headers: { authorization: undefined } })
    expect(unsigned).toMatchObject({ status: 401, json: { code: 'SIGN_ERROR' } })
    stage.world.now += 30_000
    const fetched = await merchant.fetchBill(download_url, { headers: { 'wechatpay-serial': undefined } })
    expect(fetched.status).toBe(200)
    expect(fetched.headers).not.toHaveProperty('Wechatpay-Signature')
    stage.world.now += 1
    expect(await merchant.fetchBill(download_url)).toMatchObject({ status: 400, json: { code: 'INVALID_REQUEST' } })
    expect((await merchant.askBill('../billdownload/file?token=made-up')).status).toBe(404)
  })
})

describe('faults', () => {
  const faulty = async (target: 'wechat_pay_bill' | 'wechat_pay_bill_row', subject: string, mode: string) => {
    const world = started()
    await world.paid('order-0001')
    await world.paid('order-0002')
    await world.back('order-0001', 'refund-0001', 900)
    await armFault(world.stage.sandbox, target, subject, mode, 1)
    world.stage.world.now = READY
    return world
  }
  const numbers = (text: string) =>
    read(text).rows.map((row) => (row.交易状态 === 'REFUND' ? row.商户退款单号 : row.商户订单号))

  it('damage the file, whose hash is of the whole one', async () => {
    const { fetched } = await faulty('wechat_pay_bill', '20261120', 'damaged')
    const broken = await fetched(TRADE)
    const whole = await fetched(TRADE)
    expect(broken.asked.json.hash_value).toBe(whole.asked.json.hash_value)
    expect(broken.file.length).toBeLessThan(whole.file.length)
  })

  it('give a hash that does not fit, or totals that do not', async () => {
    const hashed = await (await faulty('wechat_pay_bill', ANYTHING, 'wrong_hash')).fetched(TRADE)
    expect(hashed.asked.json.hash_value).not.toBe(createHash('sha1').update(hashed.file).digest('hex'))
    const summed = await (await faulty('wechat_pay_bill', ANYTHING, 'wrong_totals')).fetched(TRADE)
    expect(summed.asked.json.hash_value).toBe(createHash('sha1').update(summed.file).digest('hex'))
    const { rows, totals } = read(summed.text)
    expect(fenOf(totals.订单总金额)).toBe(sum(rows, '订单金额') + 1)
  })

  it.each([
    ['missing_row', 'order-0002', ['order-0001', 'refund-0001']],
    ['missing_row', 'refund-0001', ['order-0001', 'order-0002']],
    ['extra_row', 'order-0009', ['order-0001', 'order-0002', 'refund-0001', 'order-0009']],
    ['missing_row', 'order-none', ['order-0001', 'order-0002', 'refund-0001']],
  ])('leave out or make up rows: %s of %s, in hash and totals too', async (mode, subject, expected) => {
    const { fetched } = await faulty('wechat_pay_bill_row', subject, mode)
    const { asked, file, text } = await fetched(TRADE)
    expect(numbers(text).toSorted()).toEqual(expected.toSorted())
    expect(asked.json.hash_value).toBe(createHash('sha1').update(file).digest('hex'))
    expect(fenOf(read(text).totals.订单总金额)).toBe(sum(read(text).rows, '订单金额'))
    expect(numbers((await fetched(TRADE)).text).toSorted()).toEqual(['order-0001', 'order-0002', 'refund-0001'])
  })

  it('change an amount, and several can be armed at once', async () => {
    const { fetched, stage } = await faulty('wechat_pay_bill_row', 'order-0001', 'amount_differs')
    await armFault(stage.sandbox, 'wechat_pay_bill_row', 'order-0002', 'missing_row', 1)
    const { rows } = read((await fetched(TRADE)).text)
    expect(rows.map((row) => row.订单金额)).toEqual(['10.01', '0.00'])
  })

  it('let other tills on the account have rows, in totals and hash too', async () => {
    const { fetched, stage } = await faulty('wechat_pay_bill', '20261120', 'other_tills')
    await armFault(stage.sandbox, 'wechat_pay_bill', '20261120', 'other_tills', 2)
    const trade = await fetched(TRADE)
    expect(trade.asked.json.hash_value).toBe(createHash('sha1').update(trade.file).digest('hex'))
    expect(trade.text).toContain(',`苹果, 梨\n"桃",`杏,`')
    expect(trade.text).toMatch(/`till-2-4,`[^\n]*`REVOKED/)
    // Three of its own, five of the others.
    expect(trade.text).toMatch(/\r\n`8,`122\.00,`34\.50,/)
    const fund = (await fetched(FUND)).text
    for (const kind of ['商家转账', '分账', '保证金']) expect(fund).toContain(`\`${kind},\`${kind},`)
    expect((await fetched(TRADE)).text).not.toContain('till-2')
  })

  it('refuse: still being made, none there, too often, broken', async () => {
    for (const [mode, code] of [
      ['creating', 'STATEMENT_CREATING'],
      ['not_exists', 'NO_STATEMENT_EXIST'],
      ['error_429', 'FREQUENCY_LIMITED'],
      ['error_500', 'SYSTEM_ERROR'],
    ] as const) {
      const { merchant } = await faulty('wechat_pay_bill', '20261120', mode)
      expect((await merchant.askBill(FUND)).json.code).toBe(code)
      expect((await merchant.askBill(FUND)).status).toBe(200)
    }
  })
})
