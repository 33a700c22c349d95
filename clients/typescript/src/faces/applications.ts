import type { CallOptions, KeyedOptions } from '../calling/settings.ts'
import type { Answer, Ask, Body } from '../calling/types.ts'
import { type Listed, type ListOptions, listed } from './list.ts'

/** Whom a user applies for: themselves, or an organisation. */
export type Applicant = Answer<'GET /v1/applicants/{id}'>

/** An application for the certification of an app. */
export type Application = Answer<'GET /v1/applications/{id}'>

/** What an application would come to: everything that is wrong, the pictures it takes, what it costs and how long each step may take. */
export type PreCheck = Answer<'POST /v1/certification/pre-checks'>

/** Whom a signed-in user applies for. */
export const userApplicants = (ask: Ask) => ({
  /** All of them, the newest first, and how many there may be. */
  list: (options: CallOptions = {}): Promise<Answer<'GET /v1/applicants'>> => ask('GET /v1/applicants', options),
  /** One of them, and how it stands with the register. */
  get: (id: string, options: CallOptions = {}): Promise<Applicant> =>
    ask('GET /v1/applicants/{id}', { params: { id }, ...options }),
  /** Keeps one; all that is wrong with it is told at once. Nobody is asked anything yet. */
  keep: (body: Body<'POST /v1/applicants'>, options: CallOptions = {}): Promise<Applicant> =>
    ask('POST /v1/applicants', { body, ...options }),
  /** What is agreed to before a register is asked about one, and whether one can be asked. */
  terms: (options: CallOptions = {}): Promise<Answer<'GET /v1/applicant-terms'>> =>
    ask('GET /v1/applicant-terms', options),
  /** Reads a licence off a picture that was uploaded, to fill in what stands there and compare it with what was typed; nothing of it is kept. */
  readLicence: (
    body: Body<'POST /v1/licences/readings'>,
    options: CallOptions = {},
  ): Promise<Answer<'POST /v1/licences/readings'>> => ask('POST /v1/licences/readings', { body, ...options }),
  /** Has an organisation looked up: at most one call is made for what was given, and a second time answers what is known. */
  check: (id: string, body: Body<'POST /v1/applicants/{id}/check'>, options: CallOptions = {}): Promise<Applicant> =>
    ask('POST /v1/applicants/{id}/check', { params: { id }, body, ...options }),
  /** Has a few fen transferred to the account of a company, where `terms` says so; a repeat answers how that stands. */
  proveAccount: (
    id: string,
    body: Body<'POST /v1/applicants/{id}/account-proofs'>,
    options: CallOptions = {},
  ): Promise<Applicant> => ask('POST /v1/applicants/{id}/account-proofs', { params: { id }, body, ...options }),
  /** Says how many fen arrived there: three times at most. */
  answerAccountProof: (
    id: string,
    body: Body<'POST /v1/applicants/{id}/account-proofs/current/answers'>,
    options: CallOptions = {},
  ): Promise<Applicant> =>
    ask('POST /v1/applicants/{id}/account-proofs/current/answers', { params: { id }, body, ...options }),
})

/** Applications of a signed-in user for the certification of apps. */
export const userApplications = (ask: Ask) => ({
  /** Everything that would be wrong, at once and for nothing; binds nobody. */
  preCheck: (body: Body<'POST /v1/certification/pre-checks'>, options: CallOptions = {}): Promise<PreCheck> =>
    ask('POST /v1/certification/pre-checks', { body, ...options }),
  /** Begins one as a draft; one at a time for each app. */
  create: (body: Body<'POST /v1/applications'>, options: CallOptions = {}): Promise<Application> =>
    ask('POST /v1/applications', { body, ...options }),
  /** All of them, the newest first. */
  list: (options: ListOptions<'GET /v1/applications'> = {}): Listed<'GET /v1/applications', 'applications'> =>
    listed(ask, 'GET /v1/applications', 'applications', options),
  /** One of them: what it waits for and until when, and how it came there. */
  get: (id: string, options: CallOptions = {}): Promise<Application> =>
    ask('GET /v1/applications/{id}', { params: { id }, ...options }),
  /** Fills it in, as a draft or while it is returned; what is left out stays. */
  edit: (id: string, body: Body<'PATCH /v1/applications/{id}'>, options: CallOptions = {}): Promise<Application> =>
    ask('PATCH /v1/applications/{id}', { params: { id }, body, ...options }),
  /** Sends it in, if nothing is wrong with it. */
  submit: (id: string, options: CallOptions = {}): Promise<Application> =>
    ask('POST /v1/applications/{id}/submission', { params: { id }, ...options }),
  /** Confirms exactly the change of name that `pairToken` stands for, and that it is oneself. */
  confirm: (
    id: string,
    body: Body<'POST /v1/applications/{id}/confirmation'>,
    options: CallOptions = {},
  ): Promise<Application> => ask('POST /v1/applications/{id}/confirmation', { params: { id }, body, ...options }),
  /** Sends it again after it was returned, free of charge; another change of name takes its proof anew. */
  correct: (
    id: string,
    body: Body<'POST /v1/applications/{id}/corrections'>,
    options: CallOptions = {},
  ): Promise<Application> => ask('POST /v1/applications/{id}/corrections', { params: { id }, body, ...options }),
  /** Takes it back, but not while a person is at work on it; doing it twice does no harm. */
  withdraw: (id: string, options: CallOptions = {}): Promise<Application> =>
    ask('POST /v1/applications/{id}/withdrawal', { params: { id }, ...options }),
  /** Opens the order for its fee; the same one while that is open. */
  order: (id: string, options: KeyedOptions = {}): Promise<Answer<'POST /v1/applications/{id}/orders'>> =>
    ask('POST /v1/applications/{id}/orders', { params: { id }, ...options }),
})
