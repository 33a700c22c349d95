import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { comparisonShown, sideShown } from './document-view.ts'
import { cardSides } from './recogniser.ts'

/** Longer is no name, and no number. */
const LONGEST = 100

/** What was typed, to be compared with the card. */
const typedPerson = z.strictObject({
  name: z.optional(z.string().check(z.maxLength(LONGEST))),
  idNumber: z.optional(z.string().check(z.maxLength(LONGEST))),
})

export const readDocumentRoute = route({
  fn: 'documents-read',
  caller: 'session',
  method: 'POST',
  name: 'readDocument',
  path: '/v1/documents/readings',
  summary:
    'Read one side of an identity card off a picture that was uploaded: what stands there, to be compared with what was typed, or why the photo cannot be used and what to do. Takes up to three seconds; nothing of what is read is kept. What is agreed to is the notice of `GET /v1/document-terms`, as a deployment may hand the photo to a vendor',
  bodyLimit: 1024,
  body: z.strictObject({
    material: z.string(),
    side: z.enum(cardSides),
    typed: z.optional(typedPerson),
    consent: z.strictObject(
      { notice: z.string('consent_required'), agreed: z.literal(true, 'consent_required') },
      'consent_required',
    ),
  }),
  answers: { 200: z.strictObject({ card: sideShown, compared: comparisonShown }) },
  problems: [
    'unauthenticated',
    'too_often',
    'consent_required',
    'consent_outdated',
    'material_unusable',
    'document_unreadable',
    'document_not_read',
    'banned',
    'contended',
  ],
})
