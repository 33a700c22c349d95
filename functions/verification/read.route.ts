import * as z from 'zod/mini'
import { pageQuery, pageShown } from '../../shared/http/paging.ts'
import { route } from '../../shared/http/route.ts'
import { ofUser, ofUserProblems } from '../account/external-id.route.ts'
import { verificationListed, verificationShown } from './view.ts'

export const getRoute = route({
  fn: 'verification-read',
  method: 'GET',
  name: 'getVerification',
  path: '/v1/verifications/{id}',
  caller: 'session_or_platform',
  summary: 'One verification with its order and everything of it that went back or has to',
  query: z.strictObject(ofUser),
  answers: { 200: verificationShown },
  problems: [...ofUserProblems, 'not_found'],
})

export const listRoute = route({
  fn: 'verification-read',
  method: 'GET',
  name: 'listVerifications',
  path: '/v1/verifications',
  caller: 'session_or_platform',
  summary: 'The verifications of the account, newest first; each one alone tells its order and what goes back',
  query: z.strictObject({ ...ofUser, ...pageQuery(20) }),
  answers: { 200: pageShown({ verifications: z.array(verificationListed) }) },
  problems: [...ofUserProblems],
})
