import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { noticeShown } from './notice-view.ts'

export const noticeRoute = route({
  fn: 'consent-read',
  method: 'GET',
  name: 'getConsentNotice',
  path: '/v1/consent-notices/{version}',
  caller: 'anyone',
  keptByLanguage: true,
  summary: 'A notice on the use of personal data by its version, also one that is no longer in force.',
  answers: { 200: z.strictObject({ ...noticeShown.shape, inForce: z.boolean() }) },
  problems: ['not_found'],
})
