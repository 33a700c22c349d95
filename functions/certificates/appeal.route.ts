import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { freeText } from '../person/free-text.route.ts'

/** Code points. */
const LONGEST = 1000

export const appealCertificateRoute = route({
  fn: 'certificates-appeal',
  caller: 'session',
  method: 'POST',
  name: 'appealCertificate',
  path: '/v1/apps/{id}/certificate/appeals',
  summary:
    'Appeal against the suspension or revocation of the certificate of an app, each once: answers the case, which somebody else decides',
  bodyLimit: 8192,
  body: z.strictObject({ words: freeText(LONGEST) }),
  answers: { 201: z.strictObject({ review: z.string() }) },
  problems: [
    'unauthenticated',
    'id_number_in_text',
    'not_found',
    'certificate_not_appealable',
    'review_open',
    'contended',
  ],
})
