import * as z from 'zod/mini'
import { pageQuery } from '../../shared/http/paging.ts'
import { route } from '../../shared/http/route.ts'
import { shaped } from '../../shared/http/shaped.ts'
import { isId } from '../../shared/kernel/ids.ts'
import { deedText, deedTextProblems } from '../person/free-text.route.ts'
import { certificateReasons } from './certificate/certificate.ts'
import { certificateDetailShown, certificatesOfOperatorsShown } from './desk/desk-view.ts'
import { certificateMoves } from './moving/move.ts'

const operators = { fn: 'certificates-operator', caller: 'operator' } as const

const ALL = '/v1/operator/certificates'
const ONE = `${ALL}/{id}`

const id = z.string().check(shaped(isId, { examples: ['0198c0de00007000a000000000000001'] }))

export const listCertificatesRoute = route({
  ...operators,
  method: 'GET',
  right: 'see_people',
  name: 'listOperatorCertificates',
  path: ALL,
  summary:
    'Certificates as they stand: of an account, of an app, or without either those that people suspended, revoked or reinstated, the last first',
  query: z.strictObject({ account: z.optional(id), app: z.optional(id), ...pageQuery(50) }),
  answers: { 200: certificatesOfOperatorsShown },
  problems: ['unauthenticated', 'invalid_cursor'],
})

export const operatorCertificateRoute = route({
  ...operators,
  method: 'GET',
  right: 'see_people',
  name: 'getOperatorCertificate',
  path: ONE,
  summary:
    'A certificate by its id, however that is typed, as it stands: what became of it, what was reported about it, its open cases, and what may be done',
  answers: { 200: certificateDetailShown },
  problems: ['unauthenticated', 'not_found'],
})

export const moveCertificateRoute = route({
  ...operators,
  method: 'POST',
  right: 'review_cases',
  name: 'moveCertificate',
  path: `${ONE}/moves`,
  summary:
    'Suspend, revoke or reinstate a certificate: `reason` is public, `words` are for whoever administers the app, who is told how to appeal',
  bodyLimit: 4096,
  body: z.strictObject({ move: z.enum(certificateMoves), reason: z.enum(certificateReasons), words: deedText(500) }),
  answers: { 200: certificateDetailShown },
  problems: [
    'unauthenticated',
    ...deedTextProblems,
    'not_found',
    'certificate_reason_unknown',
    'certificate_not_so',
    'certificate_app_changed',
    'contended',
  ],
})

export const operatorCertificateRoutes = [
  listCertificatesRoute,
  operatorCertificateRoute,
  moveCertificateRoute,
] as const
