import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { day } from '../bookkeeping/day.route.ts'
import { analyticsShown } from './reading/analytics-view.ts'
import { steps } from './reading/period.ts'

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
