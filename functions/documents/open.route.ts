import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { documentShown } from './checking/view.ts'

/** Longer is no id. */
const LONGEST = 32

const picture = z.string().check(z.maxLength(LONGEST))

export const handInDocumentRoute = route({
  fn: 'documents-open',
  method: 'POST',
  name: 'handInDocument',
  path: '/v1/documents',
  caller: 'session',
  summary:
    'Hand in an identity card, front and back: both photos are read and compared with whom the account is verified as, then an authority is asked once, free of charge. Takes up to six seconds; nothing of the card is kept but until when it is valid',
  bodyLimit: 1024,
  body: z.strictObject({
    front: picture,
    back: picture,
    consent: z.strictObject(
      { notice: z.string('consent_required'), agreed: z.literal(true, 'consent_required') },
      'consent_required',
    ),
  }),
  answers: { 201: documentShown },
  problems: [
    'unauthenticated',
    'too_often',
    'documents_not_offered',
    'consent_required',
    'consent_outdated',
    'document_needs_identity',
    'document_needs_resident_id',
    'material_unusable',
    'document_unreadable',
    'document_not_read',
    'document_differs',
    'document_check_open',
    'document_proven',
    'too_many_document_checks',
    'resubmitted_too_soon',
    'verification_paused',
    'too_many_refusals',
    'banned',
    'contended',
  ],
})
