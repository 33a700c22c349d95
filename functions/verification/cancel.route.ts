import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { ofUser, ofUserProblems } from '../account/external-id.route.ts'

export const cancelRoute = route({
  fn: 'verification-cancel',
  method: 'POST',
  name: 'cancelVerification',
  path: '/v1/verifications/{id}/cancel',
  caller: 'session_or_platform',
  summary: 'Give up a verification that is not paid yet, and its order with it',
  query: z.strictObject(ofUser),
  answers: { 200: z.strictObject({ id: z.string(), status: z.literal('cancelled') }) },
  problems: [...ofUserProblems, 'not_found', 'not_cancellable', 'payment_channel_unavailable', 'contended'],
})
