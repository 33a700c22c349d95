import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { shaped } from '../../shared/http/shaped.ts'
import { LONGEST_PAGE_ADDRESS } from './looking/page-address.ts'
import { pageShown } from './looking/page-view.ts'

const typed = z.string('invalid_certificate_page').check(
  shaped((text) => text.length <= LONGEST_PAGE_ADDRESS && text.isWellFormed(), {
    maxLength: LONGEST_PAGE_ADDRESS,
    examples: ['https://www.example.com/about'],
  }),
)

export const setCertificatePageRoute = route({
  fn: 'certificates-page',
  method: 'PUT',
  name: 'setCertificatePage',
  path: '/v1/apps/{id}/certificate/page',
  caller: 'session',
  summary:
    'Say on which page of yours the link of the certificate is, or null for none: it is looked at once a day, and people look into it where the link is missing three times in a row',
  bodyLimit: 16_384,
  body: z.strictObject({ url: z.nullable(typed) }),
  answers: { 200: z.strictObject({ page: z.nullable(pageShown) }) },
  problems: [
    ...(['unauthenticated', 'banned', 'not_found', 'certificate_none', 'certificate_revoked'] as const),
    ...(['invalid_certificate_page', 'certificate_page_not_own', 'contended'] as const),
  ],
})
