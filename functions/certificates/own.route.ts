import { route } from '../../shared/http/route.ts'
import { ownCertificateShown } from './owning/own-view.ts'

export const getOwnCertificateRoute = route({
  fn: 'certificates-own',
  caller: 'session',
  method: 'GET',
  name: 'getOwnCertificate',
  path: '/v1/apps/{id}/certificate',
  summary:
    'The certificate of an app of yours: what everybody is told of it, until when it counts and how it is renewed, the page that is looked at, and what you can do about it',
  answers: { 200: ownCertificateShown },
  problems: ['unauthenticated', 'not_found', 'certificate_none'],
})
