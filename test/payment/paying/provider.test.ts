import { describe, expect, it } from 'vitest'
import { isPaymentChannel } from '../../../functions/payment/paying/provider.ts'

describe('a payment channel', () => {
  it.each(['wechat_pay', 'alipay'])('is %s', (name) => {
    expect(isPaymentChannel(name)).toBe(true)
  })

  it.each(['', 'a', 'zz', 'm', 'alipay2', 'wechat', 'constructor', 'Alipay'])('is not %j', (name) => {
    expect(isPaymentChannel(name)).toBe(false)
  })
})
