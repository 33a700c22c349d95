import { route } from '../../shared/http/route.ts'
import { vendorsShown } from './vendors/vendor-view.ts'
import { wholeOrderShown } from './whole-order/order-view.ts'

export const wholeOrderRoute = route({
  fn: 'overview-operator',
  method: 'GET',
  caller: 'operator',
  right: 'see_orders',
  name: 'getWholeOrder',
  path: '/v1/operator/orders/{id}',
  summary:
    'Everything about an order: payments, refunds, ledger, who was given identity data, and complaints; no identity data itself',
  answers: { 200: wholeOrderShown },
  problems: ['unauthenticated', 'not_found'],
})

export const vendorsRoute = route({
  fn: 'overview-operator',
  method: 'GET',
  caller: 'operator',
  right: 'see_systems',
  name: 'listVendors',
  path: '/v1/operator/vendors',
  summary: 'The identity vendors: whether one refuses us, since when, with which code, and when it is tried again',
  answers: { 200: vendorsShown },
  problems: ['unauthenticated'],
})
