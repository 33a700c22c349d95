import * as z from 'zod/mini'
import { pageQuery } from '../../shared/http/paging.ts'
import { route } from '../../shared/http/route.ts'
import { ofUser, ofUserProblems } from '../account/external-id.route.ts'
import { ordersShown } from './orders/order-view.ts'
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

export const listOrdersRoute = route({
  name: 'listOrders',
  fn: 'payment-read',
  method: 'GET',
  path: '/v1/orders',
  caller: 'session_or_platform',
  summary: 'The orders of the account, whatever they are for, newest first; each one alone tells what goes back',
  query: z.strictObject({ ...ofUser, ...pageQuery(20) }),
  answers: { 200: ordersShown },
  problems: [...ofUserProblems, 'invalid_cursor'],
})
