import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'

export const getAppIconRoute = route({
  fn: 'certification-icon',
  caller: 'session',
  method: 'GET',
  name: 'getAppIcon',
  path: '/v1/apps/{id}/icon',
  summary: 'The icon of an app, as its administrator sees it',
  answers: { 200: z.strictObject({ type: z.literal('image/jpeg'), data: z.string() }) },
  problems: ['unauthenticated', 'not_found'],
})
