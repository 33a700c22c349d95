import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { ofUser, ofUserProblems } from '../account/external-id.route.ts'
import { orderWithRefundsShown } from './orders/view.ts'

export const getOrderRoute = route({
  fn: 'payment-read',
  method: 'GET',
  name: 'getOrder',
  path: '/v1/orders/{id}',
  caller: 'session_or_platform',
  summary: 'An order and the refunds that follow from it',
  query: z.strictObject(ofUser),
  answers: { 200: orderWithRefundsShown },
  problems: [...ofUserProblems, 'not_found'],
})
