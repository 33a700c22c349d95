import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { ofUser, ofUserProblems } from '../account/external-id.route.ts'
import { accountShown } from './account-view.ts'
import { wholeOrderShown } from './order-view.ts'
import { vendorsShown } from './vendor-view.ts'

export const accountRoute = route({
  fn: 'overview-read',
  method: 'GET',
  name: 'getAccount',
  path: '/v1/account',
  caller: 'session_or_platform',
  summary:
    'The account: whether, how and as whom it is verified (masked), its membership and points, money that goes back, whether and why it is banned, and what it may do. Of a user the platform knows and this service has never seen: an account without anything, whose `id` is null.',
  query: z.strictObject(ofUser),
  answers: {
    200: accountShown,
  },
  problems: [...ofUserProblems],
})

export const wholeOrderRoute = route({
  fn: 'overview-read',
  method: 'GET',
  caller: 'operator',
  right: 'see_orders',
  name: 'getWholeOrder',
  path: '/v1/operator/orders/{id}',
  summary: 'Everything about an order: payments, refunds and ledger; no identity data',
  answers: { 200: wholeOrderShown },
  problems: ['unauthenticated', 'not_found'],
})

export const vendorsRoute = route({
  fn: 'overview-read',
  method: 'GET',
  caller: 'operator',
  right: 'see_systems',
  name: 'listVendors',
  path: '/v1/operator/vendors',
  summary: 'The identity vendors: whether one refuses us, since when, with which code, and when it is tried again',
  answers: { 200: vendorsShown },
  problems: ['unauthenticated'],
})
