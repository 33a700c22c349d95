import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { ofUser, ofUserProblems } from '../account/external-id.route.ts'
import { orderWithRefundsShown } from './orders/view.ts'

export const lookForPaymentRoute = route({
  name: 'lookForPayment',
  fn: 'payment-look',
  method: 'POST',
  path: '/v1/orders/{id}/look',
  caller: 'session_or_platform',
  summary:
    'Ask the channel now whether an order was paid, when its payer says so; otherwise it is asked by and by. Answers the order as it is then',
  query: z.strictObject(ofUser),
  answers: { 200: orderWithRefundsShown },
  problems: [...ofUserProblems, 'not_found', 'too_often', 'payment_channel_unavailable', 'contended'],
})
