import * as z from 'zod/mini'
import { pageQuery, pageShown } from '../../shared/http/paging.ts'
import { route } from '../../shared/http/route.ts'
import { verificationListed, verificationShown } from './view.ts'

export const getRoute = route({
  fn: 'verification-read',
  method: 'GET',
  name: 'getVerification',
  path: '/v1/verifications/{id}',
  caller: 'session',
  summary: 'One verification with its order and everything of it that went back or has to',
  answers: { 200: verificationShown },
  problems: ['unauthenticated', 'not_found'],
})

export const listRoute = route({
  fn: 'verification-read',
  method: 'GET',
  name: 'listVerifications',
  path: '/v1/verifications',
  caller: 'session',
  summary: 'The verifications of the account, newest first; each one alone tells its order and what goes back',
  query: z.strictObject(pageQuery(20)),
  answers: { 200: pageShown({ verifications: z.array(verificationListed) }) },
  problems: ['unauthenticated'],
})
