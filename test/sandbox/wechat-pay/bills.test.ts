import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { giveBack, withdraw } from '../../../functions/sandbox/control/money.ts'
import { ANYTHING, armFault } from '../../../functions/sandbox/faults.ts'
import { DAY, FUND, fenOf, HOUR, MINUTE, READY, read, started, sum, TRADE } from './bill-reader.ts'

describe('the trade bill', () => {
  it('is a UTF-8 file with a mark, back-ticks, yuan and totals, and its SHA1 fits', async () => {
    const { paid, back, fetched, stage } = started()
    await paid('order-0001')
    await back('order-0001', 'refund-0001', 900)
    stage.world.now = READY
    const { asked, file, text } = await fetched(TRADE)
    expect(asked.json).toMatchObject({
      hash_type: 'SHA1',
      hash_value: createHash('sha1').update(file).digest('hex'),
      download_url: expect.stringContaining('http://127.0.0.1:4000/sandbox/wechat-pay/v3/billdownload/file?token='),
    })
    expect([...file.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const lines = text.split('\r\n')
    expect(lines[0]).toBe(
      '\uFEFF交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注',
    )
    expect(lines[1]?.split(',').every((cell) => cell.startsWith('`'))).toBe(true)
    expect(lines[3]).toBe(
      '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额',
    )
    expect(lines[4]).toBe('`2,`10.00,`9.00,`0.00,`0.01000,`10.00,`9.00')
  })

  it('has a row for every payment and every refund of the day, and none of the days beside it', async () => {
    const { paid, back, fetched, pass, stage } = started()
    pass(-13 * HOUR)
    await paid('order-0000')
    pass(13 * HOUR)
    await paid('order-0001')
    await paid('order-0002', 100)
    pass(MINUTE)
    await back('order-0001', 'refund-0001', 900)
    await back('order-0000', 'refund-0000', 1000)
    pass(12 * HOUR)
    await back('order-0002', 'refund-0002', 100, 100)
    stage.world.now = READY
    const { rows, totals } = read((await fetched(TRADE)).text)
    const shown = rows.map((row) => [
      row.商户订单号,
      row.交易状态,
      row.商户退款单号,
      row.订单金额,
      row.申请退款金额,
      row.手续费,
    ])
    expect(shown).toEqual([
      ['order-0001', 'SUCCESS', '0', '10.00', '0.00', '0.06000'],
      ['order-0002', 'SUCCESS', '0', '1.00', '0.00', '0.01000'],
      ['order-0000', 'REFUND', 'refund-0000', '0.00', '10.00', '-0.06000'],
      ['order-0001', 'REFUND', 'refund-0001', '0.00', '9.00', '-0.05000'],
    ])
    expect(fenOf(totals.订单总金额)).toBe(sum(rows, '订单金额'))
    expect(fenOf(totals.申请退款总金额)).toBe(sum(rows, '申请退款金额'))
    expect(fenOf(totals.手续费总金额)).toBe(sum(rows, '手续费'))
    expect(totals.总交易单数).toBe('4')
  })

  it('says how far refunds were when it was made', async () => {
    const { paid, back, fetched, stage } = started()
    for (const [at, mode] of ['closed', 'abnormal', 'stay_processing'].entries()) {
      await paid(`order-000${at}`)
      await armFault(stage.sandbox, 'wechat_pay_refund', `order-000${at}`, mode, 1)
      await back(`order-000${at}`, `refund-000${at}`, 1000)
    }
    stage.world.now = READY
    const refunds = read((await fetched(TRADE)).text).rows.filter((row) => row.交易状态 === 'REFUND')
    expect(refunds.map((row) => [row.退款状态, row.手续费])).toEqual([
      ['FAIL', '0.00000'],
      ['CHANGE', '-0.06000'],
      ['PROCESSING', '-0.06000'],
    ])
  })

  it('has no number of the merchant for what was given back without asking', async () => {
    const { paid, fetched, stage } = started()
    await paid('order-0001')
    await giveBack(stage.sandbox, { outTradeNo: 'order-0001' })
    stage.world.now = READY
    const [, refund] = read((await fetched(TRADE)).text).rows
    expect(refund).toMatchObject({ 商户退款单号: '', 申请退款金额: '10.00', 退款状态: 'SUCCESS' })
    expect(refund?.微信退款单号).toMatch(/^5030/)
  })

  it('says the same however often it is asked for, and plainly under its compression', async () => {
    const { paid, fetched, stage } = started()
    await paid('order-0001')
    stage.world.now = READY
    const first = await fetched(TRADE)
    stage.world.now += 30 * DAY
    const again = await fetched(`${TRADE}&tar_type=GZIP`)
    expect(gunzipSync(again.file).toString()).toBe(first.text)
    expect(again.asked.json.hash_value).toBe(first.asked.json.hash_value)
  })
})

describe('the fund bill', () => {
  it('moves the balance by what happened, charges apart and returned with refunds', async () => {
    const { paid, back, fetched, pass, stage } = started()
    pass(-DAY)
    await paid('order-0000')
    pass(DAY)
    await paid('order-0001')
    await back('order-0001', 'refund-0001', 900)
    pass(MINUTE)
    await withdraw(stage.sandbox, { channel: 'wechat_pay', fen: 500 })
    stage.world.now = READY
    const { rows, totals } = read((await fetched(FUND)).text)
    expect(rows.map((row) => [row.业务类型, row.收支类型, row['收支金额(元)'], row['账户结余(元)']])).toEqual([
      ['交易', '收入', '10.00', '19.94'],
      ['扣除交易手续费', '支出', '0.06', '19.88'],
      ['退款', '支出', '8.95', '10.93'],
      ['提现', '支出', '5.00', '5.93'],
    ])
    expect(rows[2]).toMatchObject({ 备注: '退款总金额9.00元;含手续费0.05元', 业务凭证号: 'refund-0001' })
    expect(totals).toEqual({ 资金流水总笔数: '4', 收入笔数: '1', 收入金额: '10.00', 支出笔数: '3', 支出金额: '14.01' })
  })

  it('has nothing of a refund that was closed, for it took nothing', async () => {
    const { paid, back, fetched, stage } = started()
    await paid('order-0001')
    await armFault(stage.sandbox, 'wechat_pay_refund', ANYTHING, 'closed', 1)
    await back('order-0001', 'refund-0001', 1000)
    stage.world.now = READY
    expect(read((await fetched(FUND)).text).rows.map((row) => row.业务类型)).toEqual(['交易', '扣除交易手续费'])
  })

  it('agrees with the trade bill on every charge, whatever was paid and given back', async () => {
    const { paid, back, fetched, stage, pass } = started()
    for (const [at, total] of [1, 83, 84, 100, 999, 12_345].entries()) {
      await paid(`order-000${at}`, total)
      await back(`order-000${at}`, `refund-0${at}`, Math.ceil(total / 3), total)
      pass(MINUTE)
      if (total > 2) await back(`order-000${at}`, `refund-1${at}`, total - Math.ceil(total / 3), total)
    }
    stage.world.now = READY
    const trade = read((await fetched(TRADE)).text)
    const fund = read((await fetched(FUND)).text)
    const signed = (row: Record<string, string>) => fenOf(row['收支金额(元)']) * (row.收支类型 === '收入' ? 1 : -1)
    const balance = fund.rows.reduce((total, row) => total + signed(row), 0)
    const { 订单总金额: paidIn, 申请退款总金额: refunded, 手续费总金额: fee } = trade.totals
    expect(balance).toBe(fenOf(paidIn) - fenOf(refunded) - fenOf(fee))
    expect(fenOf(fund.rows.at(-1)?.['账户结余(元)'])).toBe(balance)
    expect(fee).toBe('0.00000')
  })
})

describe('withdrawing', () => {
  it('takes all there is, or a part, and never more', async () => {
    const { paid, stage } = started()
    await paid('order-0001')
    const taken = await withdraw(stage.sandbox, { channel: 'wechat_pay', fen: 900 })
    expect(taken).toMatchObject({ ok: true, value: { fen: 900, leftFen: 94 } })
    expect(await withdraw(stage.sandbox, { channel: 'wechat_pay', fen: 95 })).toMatchObject({ ok: false })
    expect(await withdraw(stage.sandbox, { channel: 'wechat_pay' })).toMatchObject({ ok: true, value: { leftFen: 0 } })
    expect(await withdraw(stage.sandbox, { channel: 'wechat_pay' })).toMatchObject({ ok: false })
    expect(await withdraw(stage.sandbox, { channel: 'alipay' })).toMatchObject({ ok: false })
  })
})
