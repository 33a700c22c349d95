import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { languages } from '../../shared/kernel/language.ts'
import { keySetShown } from './showing/key-view.ts'
import { statementShown } from './showing/statement-view.ts'

const anybody = { fn: 'certificates-show', method: 'GET', caller: 'anyone' } as const

export const getCertificateRoute = route({
  ...anybody,
  name: 'getCertificate',
  path: '/v1/certificates/{id}',
  summary:
    'What the certificate of an id is now: valid, suspended, revoked, expired or unknown, the same for everybody who asks; and the same signed, for whoever has to show it to others',
  answers: {
    200: z.strictObject({
      ...statementShown.shape,
      /** The statement as a compact JWS (ES256), by a key of the key set. */
      signed: z.string(),
    }),
  },
  problems: ['too_often', 'not_found'],
})

export const getCertificateBadgeRoute = route({
  ...anybody,
  name: 'getCertificateBadge',
  path: '/v1/certificates/{id}/badge',
  summary: 'The same as a picture (SVG) to be shown in an app or on a page: drawn anew for each who looks',
  query: z.strictObject({ lang: z.optional(z.enum(languages)) }),
  media: 'image/svg+xml',
  answers: { 200: z.string() },
  problems: ['too_often', 'not_found'],
})

export const getCertificateKeysRoute = route({
  ...anybody,
  name: 'getCertificateKeys',
  path: '/v1/certificate-keys',
  summary: 'By which keys statements about certificates are signed, as a JSON Web Key Set (RFC 7517)',
  answers: { 200: keySetShown },
})

export const certificateRoutes = [getCertificateRoute, getCertificateBadgeRoute, getCertificateKeysRoute] as const
