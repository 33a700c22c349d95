import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'

export const cancelRoute = route({
  fn: 'verification-cancel',
  method: 'POST',
  name: 'cancelVerification',
  path: '/v1/verifications/{id}/cancel',
  caller: 'session',
  summary: 'Give up a verification that is not paid yet',
  answers: { 200: z.strictObject({ id: z.string(), status: z.literal('cancelled') }) },
  problems: ['unauthenticated', 'not_found', 'not_cancellable', 'payment_channel_unavailable', 'contended'],
})
