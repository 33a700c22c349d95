import { route } from '../../shared/http/route.ts'
import { orderWithRefundsShown } from './orders/view.ts'

export const getOrderRoute = route({
  fn: 'payment-read',
  method: 'GET',
  name: 'getOrder',
  path: '/v1/orders/{id}',
  caller: 'session',
  summary: 'An order and the refunds that follow from it',
  answers: { 200: orderWithRefundsShown },
  problems: ['unauthenticated', 'not_found'],
})
