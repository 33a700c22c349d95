import { describe, expect, it } from 'vitest'
import { ANYTHING, armFault, faultModes, faultTargets, takeEvery, takeFault } from '../../functions/sandbox/faults.ts'
import { makeKeys, stageOf } from './stage.ts'

const keys = makeKeys()

describe('M3 faults', () => {
  it('are taken as often as armed, also by many at once', async () => {
    const { sandbox } = stageOf(keys)
    await armFault(sandbox, 'tencent_faceid', ANYTHING, 'vendor_busy', 3)
    const taken = await Promise.all(
      Array.from({ length: 6 }, () => takeFault(sandbox, 'tencent_faceid', '19400001001')),
    )
    expect(taken.filter((mode) => mode === 'vendor_busy')).toHaveLength(3)
    expect(taken.filter((mode) => mode === undefined)).toHaveLength(3)
  })

  it('meant for one subject leave everybody else alone and go first', async () => {
    const { sandbox } = stageOf(keys)
    await armFault(sandbox, 'wechat_pay_refund', 'order-one', 'closed', 1)
    await armFault(sandbox, 'wechat_pay_refund', ANYTHING, 'error_500', 1)
    expect(await takeFault(sandbox, 'wechat_pay_refund', 'order-one')).toBe('closed')
    expect(await takeFault(sandbox, 'wechat_pay_refund', 'order-two')).toBe('error_500')
    expect(await takeFault(sandbox, 'wechat_pay_refund', 'order-one')).toBeUndefined()
  })

  it('end when armed with 0 times and are replaced when armed again', async () => {
    const { sandbox } = stageOf(keys)
    await armFault(sandbox, 'wechat_pay_query', ANYTHING, 'error_500', 5)
    await armFault(sandbox, 'wechat_pay_query', ANYTHING, 'error_429', 1)
    expect(await takeFault(sandbox, 'wechat_pay_query', 'x')).toBe('error_429')
    await armFault(sandbox, 'wechat_pay_query', ANYTHING, 'error_500', 5)
    await armFault(sandbox, 'wechat_pay_query', ANYTHING, 'error_500', 0)
    expect(await takeFault(sandbox, 'wechat_pay_query', 'x')).toBeUndefined()
  })

  it('of all subjects are taken together, each once', async () => {
    const { sandbox } = stageOf(keys)
    await armFault(sandbox, 'alipay_bill_row', 'order_one', 'missing_row', 1)
    await armFault(sandbox, 'alipay_bill_row', ANYTHING, 'extra_row', 2)
    await armFault(sandbox, 'wechat_pay_bill_row', 'order-one', 'missing_row', 1)
    const anything = { subject: ANYTHING, mode: 'extra_row' }
    expect(await takeEvery(sandbox, 'alipay_bill_row')).toEqual([
      anything,
      { subject: 'order_one', mode: 'missing_row' },
    ])
    expect(await takeEvery(sandbox, 'alipay_bill_row')).toEqual([anything])
    expect(await takeEvery(sandbox, 'alipay_bill_row')).toEqual([])
  })

  it('have at least one mode for every target', () => {
    for (const target of faultTargets) expect(Object.keys(faultModes[target]).length).toBeGreaterThan(0)
  })
})
