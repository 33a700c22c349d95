import type { CallOptions } from '../calling/settings.ts'
import type { Answer, Ask, Body } from '../calling/types.ts'
import { type Listed, type ListOptions, listed } from './list.ts'

/** What a signed-in user has before people. */
export const userReviews = (ask: Ask) => ({
  /** Asks a person for help about something; the same words again answer the case that is open. */
  askForHelp: (
    body: Body<'POST /v1/help-requests'>,
    options: CallOptions = {},
  ): Promise<Answer<'POST /v1/help-requests'>> => ask('POST /v1/help-requests', { body, ...options }),
  /** What the account has before people, and what became of it, the newest first. */
  list: (options: ListOptions<'GET /v1/reviews'> = {}): Listed<'GET /v1/reviews', 'reviews'> =>
    listed(ask, 'GET /v1/reviews', 'reviews', options),
  /** One case. */
  get: (id: string, options: CallOptions = {}): Promise<Answer<'GET /v1/reviews/{id}'>> =>
    ask('GET /v1/reviews/{id}', { params: { id }, ...options }),
  /** Answers what was asked, in time. */
  answer: (
    id: string,
    body: Body<'POST /v1/reviews/{id}/answer'>,
    options: CallOptions = {},
  ): Promise<Answer<'POST /v1/reviews/{id}/answer'>> =>
    ask('POST /v1/reviews/{id}/answer', { params: { id }, body, ...options }),
  /** Takes a case back that nobody has decided; doing it twice does no harm. */
  withdraw: (id: string, options: CallOptions = {}): Promise<Answer<'POST /v1/reviews/{id}/withdraw'>> =>
    ask('POST /v1/reviews/{id}/withdraw', { params: { id }, ...options }),
  /** Appeals against a refusal, once. Answers the new case. */
  appeal: (id: string, text: string, options: CallOptions = {}): Promise<Answer<'POST /v1/reviews/{id}/appeal'>> =>
    ask('POST /v1/reviews/{id}/appeal', { params: { id }, body: { text }, ...options }),
})

type Next = Body<'POST /v1/operator/reviews/next'>

/** Cases that operators decide. */
export const operatorReviews = (ask: Ask) => ({
  /** Those that wait for people, the most urgent first, unless another status is named; a page may be short. */
  list: (options: ListOptions<'GET /v1/operator/reviews'> = {}): Listed<'GET /v1/operator/reviews', 'reviews'> =>
    listed(ask, 'GET /v1/operator/reviews', 'reviews', options),
  /** One of them, with all there is to choose from and the texts as its user will read them. */
  get: (id: string, options: CallOptions = {}): Promise<Answer<'GET /v1/operator/reviews/{id}'>> =>
    ask('GET /v1/operator/reviews/{id}', { params: { id }, ...options }),
  /** Takes the most urgent one that nobody holds; `review` is null where there is none. */
  next: (body: Next = {}, options: CallOptions = {}): Promise<Answer<'POST /v1/operator/reviews/next'>> =>
    ask('POST /v1/operator/reviews/next', { body, ...options }),
  /** Takes a case for a while, or keeps it for as long anew. */
  claim: (id: string, options: CallOptions = {}): Promise<Answer<'POST /v1/operator/reviews/{id}/claim'>> =>
    ask('POST /v1/operator/reviews/{id}/claim', { params: { id }, ...options }),
  /** Gives it back, so that somebody else can take it. */
  release: (id: string, options: CallOptions = {}): Promise<Answer<'POST /v1/operator/reviews/{id}/release'>> =>
    ask('POST /v1/operator/reviews/{id}/release', { params: { id }, ...options }),
  /** Asks more of its user. */
  ask: (
    id: string,
    body: Body<'POST /v1/operator/reviews/{id}/ask'>,
    options: CallOptions = {},
  ): Promise<Answer<'POST /v1/operator/reviews/{id}/ask'>> =>
    ask('POST /v1/operator/reviews/{id}/ask', { params: { id }, body, ...options }),
  /** Decides it; what follows is written at once, or once a second person agrees. */
  decide: (
    id: string,
    body: Body<'POST /v1/operator/reviews/{id}/decision'>,
    options: CallOptions = {},
  ): Promise<Answer<'POST /v1/operator/reviews/{id}/decision'>> =>
    ask('POST /v1/operator/reviews/{id}/decision', { params: { id }, body, ...options }),
  /** Agrees as the second of two with what the first decided, or does not. */
  second: (
    id: string,
    body: Body<'POST /v1/operator/reviews/{id}/second'>,
    options: CallOptions = {},
  ): Promise<Answer<'POST /v1/operator/reviews/{id}/second'>> =>
    ask('POST /v1/operator/reviews/{id}/second', { params: { id }, body, ...options }),
})
