import { route } from '../../shared/http/route.ts'
import { openedShown } from '../payment/orders/order-view.ts'

export const openFeeOrderRoute = route({
  fn: 'certification-fee',
  caller: 'session',
  method: 'POST',
  name: 'openCertificationOrder',
  path: '/v1/applications/{id}/orders',
  summary:
    'Open the order by which the fee of an application is paid, once it is confirmed; the same one while it is open. What is paid twice or late goes back',
  idempotent: true,
  answers: { 201: openedShown },
  problems: [
    ...(['unauthenticated', 'banned', 'not_found', 'application_over', 'application_not_awaited'] as const),
    ...(['certification_paper_over', 'idempotency_key_reused', 'too_many_open_orders'] as const),
  ],
})
