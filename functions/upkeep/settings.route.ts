import { route } from '../../shared/http/route.ts'
import { settingsShown } from './in-force/settings-view.ts'

export const settingsRoute = route({
  fn: 'upkeep-settings',
  method: 'GET',
  caller: 'operator',
  right: 'see_systems',
  name: 'listSettings',
  path: '/v1/operator/settings',
  summary:
    'Every setting that this deployment runs with: value, default, unit, what it does; and the secrets it reads, by name only',
  answers: { 200: settingsShown },
  problems: ['unauthenticated'],
})
