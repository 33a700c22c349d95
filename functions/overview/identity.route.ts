import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { ofUser, ofUserProblems } from '../account/external-id.route.ts'
import { identityShown } from './identity/identity-view.ts'

export const identityRoute = route({
  fn: 'overview-identity',
  method: 'GET',
  name: 'getIdentity',
  path: '/v1/account/identity',
  caller: 'session_or_platform',
  summary:
    'Where and how an account is verified: as whom (masked) and since when, by what evidence, to which level, and which businesses rely on it. Of a user the platform knows and this service has never seen: nothing',
  query: z.strictObject(ofUser),
  answers: { 200: identityShown },
  problems: [...ofUserProblems],
})
