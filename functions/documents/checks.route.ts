import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { ofUser, ofUserProblems } from '../account/external-id.route.ts'
import { noticeShown } from '../consent/notice-view.ts'
import { documentShown } from './checking/view.ts'

export const documentTermsRoute = route({
  fn: 'documents-checks',
  method: 'GET',
  name: 'getDocumentTerms',
  path: '/v1/document-terms',
  caller: 'anyone',
  keptByLanguage: true,
  summary:
    'Whether identity cards are checked here by their photos, how often, and the notice that is agreed to apart.',
  answers: {
    200: z.strictObject({
      offered: z.boolean(),
      checksPerDay: z.int(),
      readingsPerDay: z.int(),
      /** After so many photos of a day that could not be used, a person looks. */
      triesBeforeReview: z.int(),
      /** Whom to ask for help. */
      contact: z.string(),
      /** What has to be agreed to: `consent.notice` of whoever hands in a card is its version. */
      consent: noticeShown,
    }),
  },
})

export const listDocumentsRoute = route({
  fn: 'documents-checks',
  method: 'GET',
  name: 'listDocuments',
  path: '/v1/documents',
  caller: 'session_or_platform',
  summary: 'The identity cards that were handed in, the last fifty, the newest first',
  query: z.strictObject(ofUser),
  answers: { 200: z.strictObject({ documents: z.array(documentShown) }) },
  problems: ofUserProblems,
})

export const getDocumentRoute = route({
  fn: 'documents-checks',
  method: 'GET',
  name: 'getDocument',
  path: '/v1/documents/{id}',
  caller: 'session_or_platform',
  summary: 'One identity card that was handed in, and what became of it',
  query: z.strictObject(ofUser),
  answers: { 200: documentShown },
  problems: [...ofUserProblems, 'not_found'],
})
