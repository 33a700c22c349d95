import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { ofUser, ofUserProblems } from '../account/external-id.route.ts'
import { explainedShown } from './level/explained-view.ts'

export const levelRoute = route({
  fn: 'overview-read',
  method: 'GET',
  name: 'getLevel',
  path: '/v1/account/level',
  caller: 'session_or_platform',
  summary:
    'The level of an account explained: what it rests on and until when, what leads to each higher level and on which page, what ends next, what lowered it, and what each feature needs. Of a user the platform knows and this service has never seen: level 0.',
  query: z.strictObject(ofUser),
  answers: { 200: explainedShown },
  problems: [...ofUserProblems],
})
