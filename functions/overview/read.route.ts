import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { ofUser, ofUserProblems } from '../account/external-id.route.ts'
import { accountShown } from './account-view.ts'

export const accountRoute = route({
  fn: 'overview-read',
  method: 'GET',
  name: 'getAccount',
  path: '/v1/account',
  caller: 'session_or_platform',
  summary:
    'The account: whether, how and as whom it is verified (masked), its membership and points, money that goes back, whether and why it is banned, and what it may do. Of a user the platform knows and this service has never seen: an account without anything, whose `id` is null.',
  query: z.strictObject(ofUser),
  answers: {
    200: accountShown,
  },
  problems: [...ofUserProblems],
})
