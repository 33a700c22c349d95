import { route } from '../../shared/http/route.ts'
import { alarmsShown } from './alarms/alarms-view.ts'

export const alarmsRoute = route({
  fn: 'upkeep-alarms',
  method: 'GET',
  caller: 'operator',
  right: 'see_systems',
  name: 'listAlarms',
  path: '/v1/operator/alarms',
  summary:
    'Every alarm of this deployment: whether it rings, since when, what people notice meanwhile, and where to look. The newest change first',
  answers: { 200: alarmsShown },
  problems: ['unauthenticated'],
})
