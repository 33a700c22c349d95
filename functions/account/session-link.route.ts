import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { externalId } from './external-id.route.ts'
import { returnUrl } from './return-url.route.ts'

export const sessionLinkRoute = route({
  fn: 'account-session-link',
  method: 'POST',
  name: 'createSessionLink',
  path: '/v1/session-links',
  caller: 'platform',
  summary:
    'Makes a link that lets a user of the platform into the page, once and within ten minutes; `returnUrl` is where the page leads back to.',
  bodyLimit: 4096,
  body: z.strictObject({
    externalId,
    returnUrl: z.optional(returnUrl),
  }),
  answers: { 201: z.strictObject({ url: z.string(), expiresAt: z.iso.datetime() }) },
  problems: ['unauthenticated', 'invalid_external_id', 'invalid_return_url'],
})
