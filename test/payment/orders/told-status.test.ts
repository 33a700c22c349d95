import { describe, expect, it } from 'vitest'
import { orderStatusTold } from '../../../functions/payment/orders/told-status.ts'

describe('P7 of more than one refund', () => {
  it('an order is told to be refunded when the second one is back, too', () => {
    const told = (...statuses: ('due' | 'submitted' | 'succeeded' | 'operator' | 'superseded')[]) =>
      orderStatusTold(
        { status: 'refunded' },
        statuses.map((status) => ({ status })),
      )
    expect(told('succeeded', 'due')).toBe('refunding')
    expect(told('operator', 'superseded')).toBe('refunding')
    expect(told('succeeded', 'superseded')).toBe('refunded')
    expect(told()).toBe('refunded')
  })

  it('says of an order that is not refunded what it is, whatever goes back beside it', () => {
    for (const status of ['created', 'paid', 'settled', 'closed'] as const)
      expect(orderStatusTold({ status }, [{ status: 'due' }])).toBe(status)
  })
})
