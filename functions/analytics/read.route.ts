import * as z from 'zod/mini'
import { pageQuery } from '../../shared/http/paging.ts'
import { route } from '../../shared/http/route.ts'
import { day } from '../bookkeeping/day.route.ts'
import { goodKinds } from '../payment/good-kinds.ts'
import { analyticsShown } from './reading/analytics-view.ts'
import { ordersOfDaysShown } from './reading/orders-view.ts'
import { steps } from './reading/period.ts'
import { orderStages } from './sources/order-stages.ts'

export const analyticsRoute = route({
  fn: 'analytics-read',
  method: 'GET',
  caller: 'operator',
  right: 'see_systems',
  name: 'getAnalytics',
  path: '/v1/operator/analytics',
  summary:
    'Funnel, money, refunds, vendors and complaints in numbers, by Beijing day, week or month: at most 400 days, the last thirty unless said otherwise. The day that goes on is as it was counted last',
  query: z.strictObject({ from: z.optional(day), to: z.optional(day), by: z.optional(z.enum(steps)) }),
  answers: { 200: analyticsShown },
  problems: ['unauthenticated', 'invalid_day', 'invalid_analytics_range'],
})

export const ordersOfDaysRoute = route({
  fn: 'analytics-read',
  method: 'GET',
  caller: 'operator',
  right: 'see_orders',
  name: 'listOrdersOfDays',
  path: '/v1/operator/orders',
  summary:
    'Orders opened in at most 400 Beijing days that came at least so far, as they stand now: what the numbers of the funnel count. The newest day first; a page may be short, and only one without a next cursor is the last',
  query: z.strictObject({
    from: day,
    to: day,
    stage: z._default(z.enum(orderStages), 'opened'),
    good: z.optional(z.enum(goodKinds)),
    ...pageQuery(50),
  }),
  answers: { 200: ordersOfDaysShown },
  problems: ['unauthenticated', 'invalid_day', 'invalid_analytics_range', 'invalid_cursor'],
})
