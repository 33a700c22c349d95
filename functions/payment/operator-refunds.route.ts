import * as z from 'zod/mini'
import { pageQuery } from '../../shared/http/paging.ts'
import { route } from '../../shared/http/route.ts'
import { proposalShown } from '../operators/proposals/proposal-view.ts'
import { deedText, deedTextProblems } from '../person/free-text.route.ts'
import { refundActions, refundLists } from './refunds/refund.ts'
import { refundShown, refundsShown } from './refunds/refund-view.ts'

export const refundActionRoute = route({
  fn: 'payment-operator-refunds',
  method: 'POST',
  name: 'actOnRefund',
  path: '/v1/operator/orders/{orderId}/refunds/{name}/actions',
  caller: 'operator',
  right: 'move_money',
  summary:
    'Deal with a refund: send it once more, or ask the channel now (200); or say that it was paid another way, which somebody else has to approve (202, after the channel was asked)',
  bodyLimit: 4096,
  body: z.strictObject({
    action: z.enum(refundActions),
    reason: deedText(500),
  }),
  answers: { 200: refundShown, 202: proposalShown },
  problems: [
    'unauthenticated',
    ...deedTextProblems,
    'not_found',
    'refund_not_with_operator',
    'refund_already_paid',
    'refund_asked_by_hand',
    'refund_under_way',
    'refund_abnormal',
    'refund_amount_differs',
    'refund_changed',
    'refund_state_unknown',
    'contended',
  ],
})

export const refundsRoute = route({
  fn: 'payment-operator-refunds',
  method: 'GET',
  caller: 'operator',
  right: 'see_orders',
  name: 'listRefunds',
  path: '/v1/operator/refunds',
  summary:
    'Refunds only a person can end (which=operator), or that the channel has not taken for too long (which=overdue)',
  query: z.strictObject({
    which: z.enum(refundLists),
    ...pageQuery(50),
  }),
  answers: { 200: refundsShown },
  problems: ['unauthenticated', 'invalid_cursor'],
})
