import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { nameCheckShown } from './naming/name-check-view.ts'
import { typedAppName } from './typed-app-name.route.ts'

export const checkNameRoute = route({
  fn: 'certification-names',
  caller: 'session',
  method: 'POST',
  name: 'checkAppName',
  path: '/v1/name-checks',
  summary:
    'Everything about a name before anything is asked for or paid: what is wrong with it, where, and what would be right; and which proof it takes. Holds nothing: who asks first gets it',
  bodyLimit: 2048,
  body: z.strictObject({ name: typedAppName, app: z.optional(z.string()) }),
  answers: { 200: nameCheckShown },
  problems: ['unauthenticated', 'not_found', 'too_often'],
})
