import * as z from 'zod/mini'
import { pageQuery } from '../../shared/http/paging.ts'
import { route } from '../../shared/http/route.ts'
import { shaped } from '../../shared/http/shaped.ts'
import { deedText, deedTextProblems } from '../person/free-text.route.ts'
import { givenVerdicts } from './case/case.ts'
import { listStatuses } from './deciding/list-cases.ts'
import { reviewDetailShown, reviewsOfOperatorsShown } from './deciding/review-view.ts'

/** The least that any kind asks for: which right a case takes, its kind says. */
const operators = { fn: 'review-operator', caller: 'operator', right: 'answer_help', bodyLimit: 8192 } as const

/** Who works at a case changes nothing of its user's. */
const holding = { ...operators, method: 'POST', needsNoStepUp: true } as const

const ONE = '/v1/operator/reviews/{id}'

const WORD = /^[a-z][a-z_]{0,40}$/
const word = z.string().check(shaped((text) => WORD.test(text), { examples: ['help'] }))

const known = ['unauthenticated', 'not_found'] as const
/** What may be in the way of whoever wants to hold a case. */
const inTheWay = [
  ...known,
  'review_over',
  'review_waiting',
  'review_needs_another',
  'review_claimed',
  'contended',
] as const

/** What a decision comes to nothing for at the owner of its kind. */
const kindsRefuse = [
  ...(['identity_unavailable', 'verified_as_another', 'papers_need_identity'] as const),
  ...(['certification_app_changed', 'certification_identity_changed', 'certification_paper_over'] as const),
  'certificate_app_changed',
  'certificate_not_so',
] as const

const words = z.optional(deedText(1000))
const note = deedText(500)

export const operatorReviewsRoute = route({
  ...operators,
  method: 'GET',
  name: 'listOperatorReviews',
  path: '/v1/operator/reviews',
  summary:
    'Cases of the kinds that whoever asks may decide: those that wait for people, the most urgent first; those that wait for their user; those that are over, the newest first',
  query: z.strictObject({ status: z._default(z.enum(listStatuses), 'open'), kind: z.optional(word), ...pageQuery(50) }),
  answers: { 200: reviewsOfOperatorsShown },
  problems: ['unauthenticated', 'invalid_cursor'],
})

export const operatorReviewRoute = route({
  ...operators,
  method: 'GET',
  name: 'getOperatorReview',
  path: ONE,
  summary:
    'A case with all that is known of it, numbers of people masked, and what can be chosen, with the texts as its user will read them',
  answers: { 200: reviewDetailShown },
  problems: [...known],
})

export const nextReviewRoute = route({
  ...holding,
  name: 'takeNextReview',
  path: '/v1/operator/reviews/next',
  summary:
    'Take the most urgent case that nobody holds and whoever asks may decide; null where there is none. One that they hold already is answered first',
  body: z.strictObject({ kind: z.optional(word), after: z.optional(z.string().check(z.maxLength(100))) }),
  answers: { 200: z.strictObject({ review: z.nullable(reviewDetailShown) }) },
  problems: ['unauthenticated'],
})

export const claimReviewRoute = route({
  ...holding,
  name: 'claimReview',
  path: `${ONE}/claim`,
  summary: 'Take a case for a while, or keep it for as long anew: nobody else decides it meanwhile',
  answers: { 200: reviewDetailShown },
  problems: [...inTheWay],
})

export const releaseReviewRoute = route({
  ...holding,
  name: 'releaseReview',
  path: `${ONE}/release`,
  summary: 'Give a case back, so that somebody else can take it',
  answers: { 200: reviewDetailShown },
  problems: [...known, 'contended'],
})

export const askReviewRoute = route({
  ...operators,
  method: 'POST',
  name: 'askReviewUser',
  path: `${ONE}/ask`,
  summary: 'Ask more of the user, who is told what and until when; without an answer the case ends then',
  body: z.strictObject({ what: z.array(word).check(z.minLength(1), z.maxLength(20)), words }),
  answers: { 200: reviewDetailShown },
  problems: [
    ...inTheWay,
    ...deedTextProblems,
    'review_not_claimed',
    'review_in_second',
    'review_ask_unknown',
    'certification_returned_enough',
  ],
})

export const decideReviewRoute = route({
  ...operators,
  method: 'POST',
  name: 'decideReview',
  path: `${ONE}/decision`,
  summary:
    'Decide a case that one holds: what follows is written with it at once; or, where its kind asks for two people, once a second agrees',
  body: z.strictObject({
    verdict: z.enum(givenVerdicts),
    reason: z.optional(word),
    checked: z._default(z.array(word).check(z.maxLength(50)), []),
    words,
    note,
  }),
  answers: { 200: reviewDetailShown },
  problems: [
    ...inTheWay,
    ...deedTextProblems,
    'review_not_claimed',
    'review_in_second',
    'review_verdict_unknown',
    'review_reason_needed',
    'review_unchecked',
    'review_words_needed',
    ...kindsRefuse,
  ],
})

export const secondReviewRoute = route({
  ...operators,
  method: 'POST',
  name: 'secondReview',
  path: `${ONE}/second`,
  summary:
    'Say as the second of two whether one agrees with what the first has decided: what follows is written at once; or the case is open again',
  body: z.strictObject({ agrees: z.boolean(), reason: note }),
  answers: { 200: reviewDetailShown },
  problems: [...inTheWay, ...deedTextProblems, 'review_not_claimed', 'review_not_seconding', ...kindsRefuse],
})

export const operatorReviewRoutes = [
  operatorReviewsRoute,
  operatorReviewRoute,
  nextReviewRoute,
  claimReviewRoute,
  releaseReviewRoute,
  askReviewRoute,
  decideReviewRoute,
  secondReviewRoute,
] as const
