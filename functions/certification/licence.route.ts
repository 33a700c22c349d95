import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { companyFields } from './company/checker.ts'
import { licenceDoubts } from './company/licence-reader.ts'

/** Longer is none. */
const LONGEST = 400

const text = z.optional(z.string().check(z.maxLength(LONGEST)))

export const readLicenceRoute = route({
  fn: 'certification-licence',
  caller: 'session',
  method: 'POST',
  name: 'readLicence',
  path: '/v1/licences/readings',
  summary:
    'Read a business licence off a picture that was uploaded, to fill in what stands there and compare it with what was typed. Nothing of it is kept, and nothing is decided. What is agreed to is the notice of `GET /v1/applicant-terms`',
  bodyLimit: 4096,
  body: z.strictObject({
    material: z.string(),
    typed: z.optional(z.strictObject({ creditCode: text, companyName: text, legalRepresentative: text })),
    consent: z.strictObject(
      { notice: z.string('consent_required'), agreed: z.literal(true, 'consent_required') },
      'consent_required',
    ),
  }),
  answers: {
    200: z.strictObject({
      licence: z.strictObject({
        creditCode: z.nullable(z.string()),
        companyName: z.nullable(z.string()),
        legalRepresentative: z.nullable(z.string()),
        /** Beijing days, YYYYMMDD; `open` for no end. */
        registeredOn: z.nullable(z.string()),
        registeredUntil: z.nullable(z.string()),
      }),
      /** What of the picture people will look at. */
      doubts: z.array(z.enum(licenceDoubts)),
      /** What was typed and does not stand there. */
      unlike: z.array(z.enum(companyFields)),
    }),
  },
  problems: [
    ...(['unauthenticated', 'banned', 'licence_not_offered', 'consent_required', 'consent_outdated'] as const),
    ...(['material_unusable', 'licence_unreadable', 'licence_not_read', 'too_often', 'contended'] as const),
  ],
})
