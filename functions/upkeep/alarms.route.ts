import * as z from 'zod/mini'
import { pageQuery } from '../../shared/http/paging.ts'
import { route } from '../../shared/http/route.ts'
import { alarmStates } from './alarms/alarm.ts'
import { alarmsShown } from './alarms/alarms-view.ts'

export const alarmsRoute = route({
  fn: 'upkeep-alarms',
  method: 'GET',
  caller: 'operator',
  right: 'see_systems',
  name: 'listAlarms',
  path: '/v1/operator/alarms',
  summary:
    'Alarms of this deployment that ring, are quiet or are of unknown state: since when, what people notice meanwhile, and where to look. The newest change first',
  query: z.strictObject({
    state: z._default(z.enum(alarmStates), 'ringing'),
    ...pageQuery(50),
  }),
  answers: { 200: alarmsShown },
  problems: ['unauthenticated', 'invalid_cursor'],
})
