import * as z from 'zod/mini'
import { pageQuery, pageShown } from '../../shared/http/paging.ts'
import { route } from '../../shared/http/route.ts'
import { shaped } from '../../shared/http/shaped.ts'
import { isId } from '../../shared/kernel/ids.ts'
import { freeText } from '../person/free-text.route.ts'
import { reviewShown } from './case/case-view.ts'
import { isHelpSubject } from './help/subject.ts'

/** Code points. */
const LONGEST = 1000
/** Pictures handed in with one answer. */
const MOST_MATERIALS = 10

const users = { fn: 'review-user', caller: 'session', bodyLimit: 8192 } as const

const ONE = '/v1/reviews/{id}'

const subject = z
  .string()
  .check(shaped(isHelpSubject, { examples: ['verification', '0198c0de00007000a000000000000001'] }))

const material = z.string().check(shaped(isId, { examples: ['0198c0de00007000a000000000000001'] }))

export const askForHelpRoute = route({
  ...users,
  method: 'POST',
  name: 'askForHelp',
  path: '/v1/help-requests',
  summary:
    'Ask a person for help about something: an order, a verification, a case, by its id, or anything else in a word. Answered within a day; the same words again answer the case that is open',
  body: z.strictObject({ subject, text: freeText(LONGEST) }),
  answers: { 201: reviewShown },
  problems: ['unauthenticated', 'id_number_in_text', 'review_open', 'too_often', 'contended'],
})

export const listReviewsRoute = route({
  ...users,
  method: 'GET',
  name: 'listReviews',
  path: '/v1/reviews',
  summary: 'What the account has before people, newest first, and what became of it',
  query: z.strictObject(pageQuery(20)),
  answers: { 200: pageShown({ reviews: z.array(reviewShown) }) },
  problems: ['unauthenticated', 'invalid_cursor'],
})

export const getReviewRoute = route({
  ...users,
  method: 'GET',
  name: 'getReview',
  path: ONE,
  summary: 'One case of the account: what was asked, what was decided and why, and what can be done now',
  answers: { 200: reviewShown },
  problems: ['unauthenticated', 'not_found'],
})

export const answerReviewRoute = route({
  ...users,
  method: 'POST',
  name: 'answerReview',
  path: `${ONE}/answer`,
  summary: 'Answer what was asked, in time: in words, with pictures handed in before, or both',
  body: z.strictObject({
    text: z.optional(freeText(LONGEST)),
    materials: z.optional(z.array(material).check(z.maxLength(MOST_MATERIALS))),
  }),
  answers: { 200: reviewShown },
  problems: [
    'unauthenticated',
    'id_number_in_text',
    'not_found',
    'review_over',
    'review_not_asked',
    'review_empty_answer',
    'review_no_materials',
    'picture_not_asked',
    'material_unusable',
    'certification_correct_there',
    'contended',
  ],
})

export const withdrawReviewRoute = route({
  ...users,
  method: 'POST',
  name: 'withdrawReview',
  path: `${ONE}/withdraw`,
  summary: 'Take a case back that nobody has decided',
  answers: { 200: reviewShown },
  problems: ['unauthenticated', 'not_found', 'review_over', 'review_seconding', 'review_being_decided', 'contended'],
})

export const appealReviewRoute = route({
  ...users,
  method: 'POST',
  name: 'appealReview',
  path: `${ONE}/appeal`,
  summary:
    'Appeal against a refusal, where its kind allows it, once: answers the new case, which another person decides',
  body: z.strictObject({ text: freeText(LONGEST) }),
  answers: { 201: reviewShown },
  problems: [
    'unauthenticated',
    'id_number_in_text',
    'not_found',
    'review_not_appealable',
    'review_open',
    'papers_open',
    'proofing_disputed_elsewhere',
    'certification_app_changed',
    'app_step_open',
    'app_name_taken',
    'contended',
  ],
})

export const userReviewRoutes = [
  askForHelpRoute,
  listReviewsRoute,
  getReviewRoute,
  answerReviewRoute,
  withdrawReviewRoute,
  appealReviewRoute,
] as const
