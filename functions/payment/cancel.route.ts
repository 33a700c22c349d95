import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { ofUser, ofUserProblems } from '../account/external-id.route.ts'
import { orderWithRefundsShown } from './orders/view.ts'

export const cancelOrderRoute = route({
  name: 'cancelOrder',
  fn: 'payment-cancel',
  method: 'POST',
  path: '/v1/orders/{id}/cancel',
  caller: 'session_or_platform',
  summary: 'Give up an order that is not paid yet, whatever it is for; one that is closed already is answered as it is',
  query: z.strictObject(ofUser),
  answers: { 200: orderWithRefundsShown },
  problems: [...ofUserProblems, 'not_found', 'order_already_paid', 'payment_channel_unavailable', 'contended'],
})
