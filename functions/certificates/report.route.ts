import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { freeText } from '../person/free-text.route.ts'
import { reportReasons } from './reporting/report.ts'

/** Code points. */
const LONGEST = 1000

export const reportCertificateRoute = route({
  fn: 'certificates-report',
  caller: 'anyone',
  method: 'POST',
  name: 'reportCertificate',
  path: '/v1/certificates/{id}/reports',
  summary:
    'Report that a certificate is shown where it does not belong, or that what it says is not true: people look at it. Who reports nobody asks, and whoever administers the app is not told of it',
  bodyLimit: 8192,
  body: z.strictObject({ reason: z.enum(reportReasons), words: freeText(LONGEST) }),
  answers: { 202: z.strictObject({}) },
  problems: ['id_number_in_text', 'not_found', 'certificate_not_in_force', 'too_often', 'contended'],
})
