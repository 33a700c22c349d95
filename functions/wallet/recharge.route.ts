import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { inUnit } from '../../shared/http/shaped.ts'
import { openedShown } from '../payment/orders/order-view.ts'

export const rechargeRoute = route({
  fn: 'wallet-recharge',
  method: 'POST',
  name: 'rechargePoints',
  path: '/v1/points/recharges',
  warnsOfEnforcement: true,
  caller: 'session',
  summary: 'Open an order for points: 100 points cost 100 fen',
  idempotent: true,
  bodyLimit: 1024,
  body: z.strictObject({ points: z.int('points_out_of_range').check(inUnit('points')) }),
  answers: { 201: openedShown },
  problems: [
    'unauthenticated',
    'not_verified',
    'banned',
    'points_out_of_range',
    'idempotency_key_reused',
    'too_many_open_orders',
  ],
})
