import * as z from 'zod/mini'
import { pageQuery, pageShown } from '../../shared/http/paging.ts'
import { route } from '../../shared/http/route.ts'
import { ofUser, ofUserProblems } from '../account/external-id.route.ts'
import { noticeShown } from '../consent/notice-view.ts'
import { faceCheckShown } from './view.ts'

export const faceTermsRoute = route({
  fn: 'face-read',
  method: 'GET',
  name: 'getFaceTerms',
  path: '/v1/face-terms',
  caller: 'anyone',
  keptByLanguage: true,
  summary:
    'Whether faces are confirmed here, how often a day, and the notice that is agreed to apart from everything else.',
  answers: {
    200: z.strictObject({
      offered: z.boolean(),
      perDay: z.int(),
      /** Whom to ask for a person instead of a face. */
      contact: z.string(),
      /** What has to be agreed to: `consent.notice` of a beginning is its version. */
      consent: noticeShown,
    }),
  },
})

export const getFaceCheckRoute = route({
  fn: 'face-read',
  method: 'GET',
  name: 'getFaceCheck',
  path: '/v1/face-checks/{id}',
  caller: 'session_or_platform',
  summary: 'One confirmation by face',
  query: z.strictObject(ofUser),
  answers: { 200: faceCheckShown },
  problems: [...ofUserProblems, 'not_found'],
})

export const listFaceChecksRoute = route({
  fn: 'face-read',
  method: 'GET',
  name: 'listFaceChecks',
  path: '/v1/face-checks',
  caller: 'session_or_platform',
  summary: 'The confirmations by face of the account, newest first',
  query: z.strictObject({ ...ofUser, ...pageQuery(20) }),
  answers: { 200: pageShown({ faceChecks: z.array(faceCheckShown) }) },
  problems: [...ofUserProblems, 'invalid_cursor'],
})
