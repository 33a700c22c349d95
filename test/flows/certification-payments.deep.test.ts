import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { getApplicationRoute } from '../../functions/certification/applications.route.ts'
import { openFeeOrderRoute } from '../../functions/certification/fee.route.ts'
import { cancelOrderRoute } from '../../functions/payment/cancel.route.ts'
import { lookForPaymentRoute } from '../../functions/payment/look.route.ts'
import { payRoute } from '../../functions/payment/pay.route.ts'
import { askReviewRoute, nextReviewRoute } from '../../functions/review/operator.route.ts'
import { payFee, sendIn } from '../../local/demo/certification.ts'
import { operatorAt } from '../../local/demo/operator.ts'
import { codeToScan, moneyAtChannel, scan, signIn, type User } from '../../local/demo/user.ts'
import { freshKey } from '../fresh-key.ts'
import { confirmedApplication } from './applications.ts'
import { type Instance, startInstance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'

const FEE_FEN = 3000
const ALWAYS = 1_000_000

const read = ({ platform }: Instance, { token }: User, id: string) =>
  platform.must(getApplicationRoute, { token, params: { id } })

const openFee = async ({ platform }: Instance, { token }: User, id: string, headers = freshKey()) =>
  (await platform.must(openFeeOrderRoute, { token, params: { id }, headers })).order

const loses = ({ engine }: Instance, queue: string): void =>
  engine.faults.add({ target: 'queue', queue, action: 'drop', times: ALWAYS })

describe('W6 the fee of a certification, however it is heard of that it is paid', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  afterEach(() => instance.engine.faults.clear())
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  // The first of all, so that no other case is before people.
  it('is kept where nobody corrected in time, and the app is free to apply again, although no worker comes', async () => {
    const { platform } = instance
    const { user, mine, id } = await confirmedApplication(instance, { name: '远山书屋', certifiedName: '远山读书会' })
    const { outTradeNo } = await payFee(platform, user, id)
    const { token } = await operatorAt(instance, 'certifier-late', 'reviewer')
    const { review } = await platform.must(nextReviewRoute, { token, body: { kind: 'certification' } })
    const body = { what: ['certified_name'], words: '请换一个名称。' }
    await platform.must(askReviewRoute, { token, params: { id: review?.id ?? '' }, body })
    expect(await read(instance, user, id)).toMatchObject({ status: 'returned', fee: { status: 'held' } })
    loses(instance, 'reviews')
    await platform.pass('31d')
    const back = await signIn(platform, user.phone)
    expect(await read(instance, back, id)).toMatchObject({ status: 'correction_expired', fee: { status: 'kept' } })
    const again = await sendIn(platform, { ...mine, user: back }, { certifiedName: '远山读书会' })
    expect(again).toMatchObject({ status: 'awaiting_confirmation', names: { to: '远山读书会' } })
    expect(await read(instance, back, id)).toMatchObject({ status: 'correction_expired', fee: { status: 'kept' } })
    expect(await moneyAtChannel(platform, outTradeNo)).toEqual({ paidFen: FEE_FEN, refundedFen: 0 })
  })

  const asks: Record<string, (token: string, id: string) => Promise<unknown>> = {
    'who wants to pay another way': (token, id) =>
      instance.platform.call(payRoute, { params: { id }, body: { method: 'wechat_h5' }, token }),
    'who gives the order up': (token, id) => instance.platform.call(cancelOrderRoute, { params: { id }, token }),
    'who says that they have paid': (token, id) =>
      instance.platform.call(lookForPaymentRoute, { params: { id }, token }),
  }

  it('P7 is found by whoever asks the channel first, where nobody told us of it', async () => {
    const { platform, engine } = instance
    for (const [at, ask] of Object.values(asks).entries()) {
      const { user, id } = await confirmedApplication(instance, { name: `清风书屋${'甲乙丙'.charAt(at)}` })
      const order = await openFee(instance, user, id)
      const { codeUrl, outTradeNo } = await codeToScan(platform, user, order.id)
      await scan(platform, codeUrl, { dropNotification: true })
      expect(await read(instance, user, id)).toMatchObject({ status: 'awaiting_payment', fee: { status: 'none' } })
      await ask(user.token, order.id)
      await engine.drain()
      expect(await read(instance, user, id)).toMatchObject({ status: 'in_review', fee: { status: 'held' } })
      expect(await moneyAtChannel(platform, outTradeNo)).toEqual({ paidFen: FEE_FEN, refundedFen: 0 })
    }
  })

  it('P15 has one order for as long as it is open, whichever key asks; one that went back says so, and is bought anew', async () => {
    const { platform } = instance
    const { user, id } = await confirmedApplication(instance, { name: '明月书屋' })
    const [first, second] = [freshKey(), freshKey()]
    const ids = []
    for (const key of [first, second, second]) ids.push((await openFee(instance, user, id, key)).id)
    expect(new Set(ids).size).toBe(1)
    const { codeUrl, outTradeNo } = await codeToScan(platform, user, ids[0] ?? '', 'alipay_qr')
    await scan(platform, codeUrl, { amountFen: FEE_FEN - 1 })
    await platform.pass('1m')
    for (const key of [first, second])
      expect(await openFee(instance, user, id, key)).toMatchObject({ id: ids[0], status: 'refunded' })
    expect(await moneyAtChannel(platform, outTradeNo)).toEqual({ paidFen: FEE_FEN - 1, refundedFen: FEE_FEN - 1 })
    const anew = await openFee(instance, user, id)
    expect(anew).toMatchObject({ status: 'created', amountFen: FEE_FEN })
    const alipay = await codeToScan(platform, user, anew.id, 'alipay_qr')
    await scan(platform, alipay.codeUrl)
    await platform.pass('2s')
    expect(await read(instance, user, id)).toMatchObject({
      status: 'in_review',
      fee: { status: 'held', order: anew.id },
    })
  })

  it('goes back where it is found too late, by whoever applies again, although no worker comes', async () => {
    const { platform, engine } = instance
    const { user, mine, id } = await confirmedApplication(instance, { name: '秋水书屋', certifiedName: '秋水读书会' })
    const order = await openFee(instance, user, id)
    const { codeUrl, outTradeNo } = await codeToScan(platform, user, order.id)
    await scan(platform, codeUrl, { dropNotification: true })
    for (const queue of ['orders', 'applications']) loses(instance, queue)
    await platform.pass('26h')
    await platform.must(lookForPaymentRoute, { params: { id: order.id }, token: user.token })
    await engine.drain()
    expect(await read(instance, user, id)).toMatchObject({ status: 'payment_expired' })
    expect(await moneyAtChannel(platform, outTradeNo)).toEqual({ paidFen: FEE_FEN, refundedFen: 0 })
    const again = await sendIn(platform, mine, { certifiedName: '秋水读书会' })
    expect(again).toMatchObject({ status: 'awaiting_confirmation', names: { to: '秋水读书会' } })
    await platform.pass('1m')
    expect(await moneyAtChannel(platform, outTradeNo)).toEqual({ paidFen: FEE_FEN, refundedFen: FEE_FEN })
  })
})

describe('P16 W6 a fee that only the bill tells of', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await startInstance({ reconciliation: { channels: ['wechat_pay'] } })
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  it('goes back where the application has ended meanwhile', async () => {
    const { platform } = instance
    const { user, id } = await confirmedApplication(instance, { name: '长河书屋' })
    const order = await openFee(instance, user, id)
    const { codeUrl, outTradeNo } = await codeToScan(platform, user, order.id)
    await scan(platform, codeUrl, { dropNotification: true })
    loses(instance, 'orders')
    await platform.pass('26h')
    expect(await read(instance, user, id)).toMatchObject({ status: 'payment_expired', fee: { status: 'none' } })
    await platform.pass('10h')
    for (let minutes = 0; minutes < 5; minutes += 1) await platform.pass('1m')
    expect(await moneyAtChannel(platform, outTradeNo)).toEqual({ paidFen: FEE_FEN, refundedFen: FEE_FEN })
  })
})
