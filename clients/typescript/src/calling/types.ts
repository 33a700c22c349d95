import type { components, paths } from '../generated/api.ts'
import type { CallOptions, KeyedOptions } from './settings.ts'

/** What the API's description names: `Schemas['Order']`. */
export type Schemas = components['schemas']

/** A field that is to blame. */
export type FieldError = Schemas['FieldError']

/** Something that whoever was refused can do about it. */
export type NextStep = Schemas['NextStep']

/** What problems tell beside what all tell, by their code. */
export type ProblemExtras = {
  not_verified: { verifyUrl: string; neededLevel: number; heldLevel: number; shortfall: string; missing: string }
  id_kind_needs_review: { document: string }
  consent_outdated: { notice: string }
  document_unreadable: { side: string; reason: string; advice: string; failures: number; comesNext: string }
  document_differs: { differs: readonly string[]; failures: number; comesNext: string }
  document_check_open: { documentId: string }
  document_proven: { validUntil?: string }
  account_amount_wrong: { triesLeft: number }
  address_open: { review: string }
  card_bound: { cardId: string }
  card_check_open: { cardId?: string }
  verification_open: { verificationId: string; orderId?: string; verificationStatus?: string }
  face_check_open: { faceCheckId: string }
  challenge_required: { challenge: string; bits: number; captchaAppId?: string }
  order_already_paid: { orderStatus: string }
  papers_open: { papersId: string }
  too_many_open_orders: { orderId?: string }
  complaint_not_malicious: { because: string }
  complaint_refused_by_channel: { channelCode: string }
  complaint_went_on: { answer?: string; answeredBy?: string; answeredAt?: string }
  refund_state_unknown: { channelCode: string }
  refund_asked_by_hand: { proposal: string }
  movement_unknown: { channelCode: string }
  review_claimed: { by: string; until: string }
  review_open: { review: string }
  review_over: { ended: string }
  review_unchecked: { missing: string }
  right_missing: { right: string }
  statement_invalid: { line: number; fault: string; column?: string }
  app_in_application: { applicationId: string }
  application_not_awaited: { standing: string }
  application_open: { applicationId: string }
  application_over: { ended: string }
  domain_not_proven: { dns: string; file: string }
  handover_level_too_low: { level: number }
  licence_unreadable: { reason: string; advice: string }
  certificate_not_so: { standing: string }
  certification_paper_over: { papers: string }
  presence_required: { faceAction: string }
  names_changed: { from: string; to: string; pairToken: string }
}

/** What a problem of that code tells beside what all tell. */
export type ExtraOf<Code extends string> = Code extends keyof ProblemExtras
  ? ProblemExtras[Code]
  : Readonly<Record<string, unknown>>

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

/** The routes of an API's description, as `POST /v1/verifications`. */
export type RouteOf<Paths> = {
  [Path in keyof Paths & string]: {
    [M in Method]: M extends keyof Paths[Path]
      ? Paths[Path][M] extends { responses: unknown }
        ? `${Uppercase<M>} ${Path}`
        : never
      : never
  }[Method]
}[keyof Paths & string]

type OperationOf<Paths, R extends string> = R extends `${infer M} ${infer Path}`
  ? Path extends keyof Paths
    ? Lowercase<M> extends keyof Paths[Path]
      ? Paths[Path][Lowercase<M>]
      : never
    : never
  : never

type JsonIn<T> = T extends { content: { 'application/json': infer Json } } ? Json : undefined

type ParametersOf<Operation, Place extends string> = Operation extends { parameters: infer P }
  ? Place extends keyof P
    ? Exclude<P[Place], undefined>
    : never
  : never

type Success = 200 | 201 | 202 | 204

/** What a route answers in success. */
export type AnswerIn<Paths, R extends string> =
  OperationOf<Paths, R> extends { responses: infer Responses }
    ? { [S in keyof Responses & Success]: JsonIn<Responses[S]> }[keyof Responses & Success]
    : never

/** What a route takes as its body. */
export type BodyIn<Paths, R extends string> =
  OperationOf<Paths, R> extends { requestBody?: infer Body } ? JsonIn<Exclude<Body, undefined>> : undefined

/** What a route takes in its query. */
export type QueryIn<Paths, R extends string> = ParametersOf<OperationOf<Paths, R>, 'query'>

type ParamsIn<Paths, R extends string> = ParametersOf<OperationOf<Paths, R>, 'path'>

/** A member that is only there where the route takes it, and may be left out where all of it may. */
type Member<Name extends string, T> = [T] extends [never]
  ? unknown
  : undefined extends T
    ? unknown
    : Record<never, never> extends T
      ? { [N in Name]?: T }
      : { [N in Name]: T }

type TakesKey<Paths, R extends string> = [ParametersOf<OperationOf<Paths, R>, 'header'>] extends [never]
  ? CallOptions
  : 'Idempotency-Key' extends keyof ParametersOf<OperationOf<Paths, R>, 'header'>
    ? KeyedOptions
    : CallOptions

/** All that a route takes. */
export type InputIn<Paths, R extends string> = TakesKey<Paths, R> &
  Member<'params', ParamsIn<Paths, R>> &
  Member<'query', QueryIn<Paths, R>> &
  Member<'body', BodyIn<Paths, R>>

/** Calls a route of an API. */
export type AskOf<Paths> = <R extends RouteOf<Paths>>(
  route: R,
  ...input: Record<never, never> extends InputIn<Paths, R> ? [input?: InputIn<Paths, R>] : [input: InputIn<Paths, R>]
) => Promise<AnswerIn<Paths, R>>

type CodeIn<Response> = Response extends { content: { 'application/problem+json': { code: infer Code } } }
  ? Code
  : never

type CodesOf<Operation> = Operation extends { responses: infer Responses }
  ? { [S in keyof Responses]: CodeIn<Responses[S]> }[keyof Responses]
  : never

/** Why the service refuses, as one word; docs/errors.md of the service says what each means and what to do. */
export type ProblemCode = { [R in Route]: CodesOf<OperationOf<paths, R>> }[Route]

/** A route of Shiming, as its description names it. */
export type Route = RouteOf<paths>
/** What a route answers. */
export type Answer<R extends Route> = AnswerIn<paths, R>
/** What a route takes as its body. */
export type Body<R extends Route> = BodyIn<paths, R>
/** What a route takes in its query. */
export type Query<R extends Route> = QueryIn<paths, R>
/** All that a route takes. */
export type Input<R extends Route> = InputIn<paths, R>
/** Calls a route of Shiming. */
export type Ask = AskOf<paths>
