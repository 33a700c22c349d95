import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { openedShown } from '../payment/orders/order-view.ts'
import { MEMBERSHIP_MONTHS } from './membership.ts'

export const membershipRoute = route({
  fn: 'membership-buy',
  method: 'POST',
  name: 'buyMembership',
  path: '/v1/memberships',
  caller: 'session',
  summary: 'Open an order for one month of membership; verification need not be due',
  idempotent: true,
  bodyLimit: 1024,
  body: z.strictObject({ months: z.literal(MEMBERSHIP_MONTHS) }),
  answers: { 201: openedShown },
  problems: ['unauthenticated', 'banned', 'idempotency_key_reused', 'too_many_open_orders'],
})
