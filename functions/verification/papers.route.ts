import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { revealReasons } from '../audit/reading.ts'
import { noticeShown } from '../consent/notice-view.ts'
import { materialKinds } from '../material/material.ts'
import { deedText, deedTextProblems, freeText } from '../person/free-text.route.ts'
import { LONGEST_TYPED_NAME } from '../person/longest-name.ts'
import { papersStatuses } from './papers/papers.ts'
import { type PapersPicture, papersDocuments, papersKinds, papersPictures } from './papers/papers-kinds.ts'
import { relations } from './papers/typed-person.ts'

const typed = (longest: number, code: string) => z.string(code).check(z.minLength(1, code), z.maxLength(longest, code))
const day = (code: string) => z.string(code).check(z.maxLength(10, code))

const pictures = z.strictObject(
  Object.fromEntries(papersPictures.map((kind) => [kind, z.optional(z.string().check(z.maxLength(32)))])) as Record<
    PapersPicture,
    z.ZodMiniOptional<z.ZodMiniString>
  >,
)

export const papersTermsRoute = route({
  fn: 'verification-papers',
  method: 'GET',
  caller: 'anyone',
  keptByLanguage: true,
  name: 'getPapersTerms',
  path: '/v1/papers-terms',
  summary:
    'What a person looks at who verifies somebody by their papers: which pictures, how soon, and the notice to agree to',
  answers: {
    200: z.strictObject({
      kinds: z.array(
        z.strictObject({
          kind: z.enum(papersKinds),
          needs: z.array(z.enum(materialKinds)),
          takes: z.array(z.enum(materialKinds)),
        }),
      ),
      documents: z.array(z.enum(papersDocuments)),
      answerMs: z.int(),
      minimumAge: z.int(),
      contact: z.string(),
      consent: noticeShown,
    }),
  },
})

export const submitPapersRoute = route({
  fn: 'verification-papers',
  method: 'POST',
  caller: 'session',
  name: 'submitPapers',
  path: '/v1/papers',
  summary:
    'Ask a person to look at papers, where no machine can verify somebody: documents of other kinds, children, rare characters that came back wrong, no check left, or a result to be looked at. Free of charge; answers the case that decides about it',
  bodyLimit: 8192,
  body: z.strictObject({
    document: z.enum(papersDocuments),
    name: typed(LONGEST_TYPED_NAME, 'invalid_name'),
    number: typed(64, 'invalid_document_number'),
    nationality: z.optional(z.string('invalid_nationality').check(z.maxLength(16, 'invalid_nationality'))),
    birthDate: z.optional(day('invalid_birth_date')),
    validUntil: z.nullish(day('invalid_document_end')),
    guardian: z.optional(
      z.strictObject({
        name: typed(LONGEST_TYPED_NAME, 'invalid_guardian'),
        idNumber: typed(64, 'invalid_guardian'),
        relation: z.enum(relations),
      }),
    ),
    pictures,
    said: z.optional(freeText(500)),
    consent: z.strictObject(
      { notice: z.string('consent_required'), agreed: z.literal(true, 'consent_required') },
      'consent_required',
    ),
  }),
  answers: {
    201: z.strictObject({
      id: z.string(),
      kind: z.enum(papersKinds),
      status: z.enum(papersStatuses),
      /** The case: GET /v1/reviews/{review} shows how it goes on. */
      review: z.string(),
    }),
  },
  problems: [
    'unauthenticated',
    'invalid_name',
    'name_unreadable',
    'invalid_document_number',
    'document_number_differs',
    'invalid_id_number',
    'id_number_check_digit',
    'id_number_date',
    'id_number_region',
    'id_number_birth_year',
    'invalid_nationality',
    'invalid_birth_date',
    'invalid_document_end',
    'document_expired',
    'guardian_needed',
    'invalid_guardian',
    'picture_needed',
    'picture_not_asked',
    'material_unusable',
    'id_number_in_text',
    'consent_required',
    'consent_outdated',
    'papers_not_needed',
    'papers_open',
    'too_many_papers',
    'too_many_refusals',
    'already_verified',
    'verified_as_another',
    'identity_unavailable',
    'banned',
    'contended',
  ],
})

export const lookAtPapersRoute = route({
  fn: 'verification-papers-look',
  method: 'POST',
  caller: 'operator',
  right: 'see_pictures',
  name: 'lookAtPapers',
  path: '/v1/operator/accounts/{account}/papers/{id}/looks',
  summary:
    'What somebody typed about their papers, in the clear, to be compared with the pictures, with a reason; who looked and why is on record first',
  bodyLimit: 4096,
  body: z.strictObject({
    reason: z.enum(revealReasons),
    words: z.optional(deedText(500)),
  }),
  answers: {
    200: z.strictObject({
      id: z.string(),
      kind: z.enum(papersKinds),
      document: z.enum(papersDocuments),
      status: z.enum(papersStatuses),
      name: z.string(),
      number: z.string(),
      nationality: z.nullable(z.string()),
      birthDate: z.string(),
      validUntil: z.nullable(z.string()),
      guardian: z.nullable(z.strictObject({ name: z.string(), idNumber: z.string(), relation: z.enum(relations) })),
      /** Its pictures, by their ids. */
      materials: z.array(z.string()),
    }),
  },
  problems: ['unauthenticated', ...deedTextProblems, 'not_found', 'too_often'],
})
