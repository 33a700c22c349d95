import type { CallOptions } from '../calling/settings.ts'
import type { Answer, Ask, Body, Input } from '../calling/types.ts'
import { type Listed, type ListOptions, listed } from './list.ts'
import { operatorCertificates } from './operator-certificates.ts'
import { operatorWebhooks } from './operator-webhooks.ts'
import { operatorReviews } from './reviews.ts'

type Channel = Input<'GET /v1/operator/reconciliations/{channel}'>['params']['channel']

/** What operators may do, with an API key of their own (`smo_…`). Every deed needs a reason, and is written down. */
export const operatorFace = (ask: Ask) => ({
  refunds: {
    /** Refunds only a person can end, or that the channel has not taken for too long. */
    list: (options: ListOptions<'GET /v1/operator/refunds'>): Listed<'GET /v1/operator/refunds', 'refunds'> =>
      listed(ask, 'GET /v1/operator/refunds', 'refunds', options),
    /** Deals with a refund: sends it once more, asks the channel, or says that it was paid another way, which somebody else must approve. */
    act: (
      orderId: string,
      name: string,
      body: Body<'POST /v1/operator/orders/{orderId}/refunds/{name}/actions'>,
      options: CallOptions = {},
    ): Promise<Answer<'POST /v1/operator/orders/{orderId}/refunds/{name}/actions'>> =>
      ask('POST /v1/operator/orders/{orderId}/refunds/{name}/actions', { params: { orderId, name }, body, ...options }),
  },
  proposals: {
    /** What one operator asked for and another has to decide: open ones unless another status is named. */
    list: (
      options: ListOptions<'GET /v1/operator/proposals'> = {},
    ): Listed<'GET /v1/operator/proposals', 'proposals'> =>
      listed(ask, 'GET /v1/operator/proposals', 'proposals', options),
    /** One of them, and what became of it. */
    get: (id: string, options: CallOptions = {}): Promise<Answer<'GET /v1/operator/proposals/{id}'>> =>
      ask('GET /v1/operator/proposals/{id}', { params: { id }, ...options }),
    /** A person approves what somebody else asked for; it is done at once. */
    approve: (
      id: string,
      reason: string,
      options: CallOptions = {},
    ): Promise<Answer<'POST /v1/operator/proposals/{id}/approve'>> =>
      ask('POST /v1/operator/proposals/{id}/approve', { params: { id }, body: { reason }, ...options }),
    /** A person refuses it. */
    refuse: (
      id: string,
      reason: string,
      options: CallOptions = {},
    ): Promise<Answer<'POST /v1/operator/proposals/{id}/refuse'>> =>
      ask('POST /v1/operator/proposals/{id}/refuse', { params: { id }, body: { reason }, ...options }),
  },
  materials: {
    /** One picture that somebody uploaded, as base64, with a reason; who looked at which and why is on record first. */
    view: (
      id: string,
      body: Body<'POST /v1/operator/materials/{id}/views'>,
      options: CallOptions = {},
    ): Promise<Answer<'POST /v1/operator/materials/{id}/views'>> =>
      ask('POST /v1/operator/materials/{id}/views', { params: { id }, body, ...options }),
  },
  papers: {
    /** What somebody typed about their papers, to be compared with the pictures; who looked is on record first. */
    look: (
      account: string,
      id: string,
      body: Body<'POST /v1/operator/accounts/{account}/papers/{id}/looks'>,
      options: CallOptions = {},
    ): Promise<Answer<'POST /v1/operator/accounts/{account}/papers/{id}/looks'>> =>
      ask('POST /v1/operator/accounts/{account}/papers/{id}/looks', { params: { account, id }, body, ...options }),
  },
  certifications: {
    /** An application for certification for whoever decides about it, nobody in the clear. */
    get: (
      account: string,
      id: string,
      options: CallOptions = {},
    ): Promise<Answer<'GET /v1/operator/accounts/{account}/applications/{id}'>> =>
      ask('GET /v1/operator/accounts/{account}/applications/{id}', { params: { account, id }, ...options }),
    /** Whom it is about, in the clear, to be compared with its pictures; who looked is on record first. */
    look: (
      account: string,
      id: string,
      body: Body<'POST /v1/operator/accounts/{account}/applications/{id}/looks'>,
      options: CallOptions = {},
    ): Promise<Answer<'POST /v1/operator/accounts/{account}/applications/{id}/looks'>> =>
      ask('POST /v1/operator/accounts/{account}/applications/{id}/looks', {
        params: { account, id },
        body,
        ...options,
      }),
  },
  orders: {
    /** Orders opened in a range of Beijing days that came at least so far; a page may be short. */
    list: (options: ListOptions<'GET /v1/operator/orders'>): Listed<'GET /v1/operator/orders', 'orders'> =>
      listed(ask, 'GET /v1/operator/orders', 'orders', options),
    /** Everything about an order: payments, refunds and ledger; no identity data. */
    get: (id: string, options: CallOptions = {}): Promise<Answer<'GET /v1/operator/orders/{id}'>> =>
      ask('GET /v1/operator/orders/{id}', { params: { id }, ...options }),
  },
  complaints: {
    /** Complaints in one state, the oldest first. */
    list: (
      options: ListOptions<'GET /v1/operator/complaints'> = {},
    ): Listed<'GET /v1/operator/complaints', 'complaints'> =>
      listed(ask, 'GET /v1/operator/complaints', 'complaints', options),
    /** A complaint with its evidence. */
    get: (
      channel: Channel,
      id: string,
      options: CallOptions = {},
    ): Promise<Answer<'GET /v1/operator/complaints/{channel}/{id}'>> =>
      ask('GET /v1/operator/complaints/{channel}/{id}', { params: { channel, id }, ...options }),
    /** Answers the payer at the channel: with a text, or with what the evidence says. */
    reply: (
      channel: Channel,
      id: string,
      body: Body<'POST /v1/operator/complaints/{channel}/{id}/reply'>,
      options: CallOptions = {},
    ): Promise<Answer<'POST /v1/operator/complaints/{channel}/{id}/reply'>> =>
      ask('POST /v1/operator/complaints/{channel}/{id}/reply', { params: { channel, id }, body, ...options }),
    /** Ends the complaint at the channel, once the payer is answered. `seen`: the version of the talk that was read before. */
    complete: (
      channel: Channel,
      id: string,
      reason: string,
      { seen, ...options }: CallOptions & { seen?: string } = {},
    ): Promise<Answer<'POST /v1/operator/complaints/{channel}/{id}/complete'>> =>
      ask('POST /v1/operator/complaints/{channel}/{id}/complete', {
        params: { channel, id },
        body: { reason, ...(seen !== undefined && { seen }) },
        ...options,
      }),
    /** Finds it malicious: it counts against its account, and enough of them ban the account. */
    markMalicious: (
      channel: Channel,
      id: string,
      reason: string,
      options: CallOptions = {},
    ): Promise<Answer<'POST /v1/operator/complaints/{channel}/{id}/malicious'>> =>
      ask('POST /v1/operator/complaints/{channel}/{id}/malicious', {
        params: { channel, id },
        body: { reason },
        ...options,
      }),
  },
  reviews: operatorReviews(ask),
  certificates: operatorCertificates(ask),
  appeals: {
    /** Appeals against bans that wait for a decision, the oldest first; or those that were granted or rejected, the newest first. */
    list: (options: ListOptions<'GET /v1/operator/appeals'> = {}): Listed<'GET /v1/operator/appeals', 'appeals'> =>
      listed(ask, 'GET /v1/operator/appeals', 'appeals', options),
    /** The last appeal of an account, open or decided. */
    get: (accountId: string, options: CallOptions = {}): Promise<Answer<'GET /v1/operator/accounts/{id}/appeal'>> =>
      ask('GET /v1/operator/accounts/{id}/appeal', { params: { id: accountId }, ...options }),
    /** Keeps the ban and rejects the appeal. */
    reject: (
      accountId: string,
      reason: string,
      options: CallOptions = {},
    ): Promise<Answer<'POST /v1/operator/accounts/{id}/appeal/reject'>> =>
      ask('POST /v1/operator/accounts/{id}/appeal/reject', { params: { id: accountId }, body: { reason }, ...options }),
    /** Lifts the ban, and grants the appeal if one is open. */
    unban: (
      accountId: string,
      reason: string,
      options: CallOptions = {},
    ): Promise<Answer<'POST /v1/operator/accounts/{id}/unban'>> =>
      ask('POST /v1/operator/accounts/{id}/unban', { params: { id: accountId }, body: { reason }, ...options }),
  },
  reconciliations: {
    /** The daily reconciliations of a payment channel, the newest first. */
    list: (
      channel: Channel,
      options: ListOptions<'GET /v1/operator/reconciliations/{channel}'> = {},
    ): Listed<'GET /v1/operator/reconciliations/{channel}', 'runs'> =>
      listed(ask, 'GET /v1/operator/reconciliations/{channel}', 'runs', options, { channel }),
    /** The one of a Beijing day (YYYYMMDD) with every difference. */
    get: (
      channel: Channel,
      day: string,
      options: CallOptions = {},
    ): Promise<Answer<'GET /v1/operator/reconciliations/{channel}/{day}'>> =>
      ask('GET /v1/operator/reconciliations/{channel}/{day}', { params: { channel, day }, ...options }),
    /** Holds that day against the ledger once more. */
    rerun: (
      channel: Channel,
      day: string,
      reason: string,
      options: CallOptions = {},
    ): Promise<Answer<'POST /v1/operator/reconciliations/{channel}/{day}/rerun'>> =>
      ask('POST /v1/operator/reconciliations/{channel}/{day}/rerun', {
        params: { channel, day },
        body: { reason },
        ...options,
      }),
    /** Asks for a difference of that day to be settled in one of its ways, which somebody else must approve. */
    settle: (
      channel: Channel,
      day: string,
      body: Body<'POST /v1/operator/reconciliations/{channel}/{day}/settlings'>,
      options: CallOptions = {},
    ): Promise<Answer<'POST /v1/operator/reconciliations/{channel}/{day}/settlings'>> =>
      ask('POST /v1/operator/reconciliations/{channel}/{day}/settlings', {
        params: { channel, day },
        body,
        ...options,
      }),
  },
  ledger: {
    /** The ledger transactions of a Beijing day (YYYYMMDD), each once. */
    list: (options: ListOptions<'GET /v1/operator/ledger'>): Listed<'GET /v1/operator/ledger', 'transactions'> =>
      listed(ask, 'GET /v1/operator/ledger', 'transactions', options),
    /** What moved on every account in at most 31 Beijing days. */
    balances: (
      query: Input<'GET /v1/operator/ledger/balances'>['query'],
      options: CallOptions = {},
    ): Promise<Answer<'GET /v1/operator/ledger/balances'>> =>
      ask('GET /v1/operator/ledger/balances', { query, ...options }),
  },
  vendors: {
    /** Whether an identity vendor refuses us, since when, and when it is tried again. */
    get: (options: CallOptions = {}): Promise<Answer<'GET /v1/operator/vendors'>> =>
      ask('GET /v1/operator/vendors', options),
  },
  statements: {
    /** Holds an identity vendor's statement of a Beijing day against our calls. */
    import: (
      body: Body<'POST /v1/operator/vendor-statements'>,
      options: CallOptions = {},
    ): Promise<Answer<'POST /v1/operator/vendor-statements'>> =>
      ask('POST /v1/operator/vendor-statements', { body, ...options }),
    /** A statement as it was held against our calls last. */
    get: (
      vendor: string,
      day: string,
      options: CallOptions = {},
    ): Promise<Answer<'GET /v1/operator/vendor-statements/{vendor}/{day}'>> =>
      ask('GET /v1/operator/vendor-statements/{vendor}/{day}', { params: { vendor, day }, ...options }),
  },
  /** Finds by any id of ours, of the platform's or of a channel's; by the exact number of a person only where that is put on record. */
  search: (text: string, options: CallOptions = {}): Promise<Answer<'POST /v1/operator/searches'>> =>
    ask('POST /v1/operator/searches', { body: { text }, ...options }),
  accounts: {
    /** An account, masked, with all that stands against it and waits. */
    get: (id: string, options: CallOptions = {}): Promise<Answer<'GET /v1/operator/accounts/{id}'>> =>
      ask('GET /v1/operator/accounts/{id}', { params: { id }, ...options }),
    /** What happened to an account, the newest first. */
    timeline: (
      id: string,
      options: ListOptions<'GET /v1/operator/accounts/{id}/timeline'> = {},
    ): Listed<'GET /v1/operator/accounts/{id}/timeline', 'lines'> =>
      listed(ask, 'GET /v1/operator/accounts/{id}/timeline', 'lines', options, { id }),
    /** One field of its person in the clear, to be shown for a minute. */
    reveal: (
      id: string,
      body: Body<'POST /v1/operator/accounts/{id}/reveals'>,
      options: CallOptions = {},
    ): Promise<Answer<'POST /v1/operator/accounts/{id}/reveals'>> =>
      ask('POST /v1/operator/accounts/{id}/reveals', { params: { id }, body, ...options }),
  },
  deadLetters: {
    /** Every queue of work, and how much of it failed for good. */
    queues: (options: CallOptions = {}): Promise<Answer<'GET /v1/operator/dead-letters'>> =>
      ask('GET /v1/operator/dead-letters', options),
    /** What of a queue failed for good, the oldest first. */
    get: (queue: string, options: CallOptions = {}): Promise<Answer<'GET /v1/operator/dead-letters/{queue}'>> =>
      ask('GET /v1/operator/dead-letters/{queue}', { params: { queue }, ...options }),
    /** Sends it to its queue once more. */
    replay: (
      queue: string,
      body: Body<'POST /v1/operator/dead-letters/{queue}/replay'>,
      options: CallOptions = {},
    ): Promise<Answer<'POST /v1/operator/dead-letters/{queue}/replay'>> =>
      ask('POST /v1/operator/dead-letters/{queue}/replay', { params: { queue }, body, ...options }),
  },
  webhooks: operatorWebhooks(ask),
  alarms: {
    /** Alarms of the deployment that ring, or are in the state that is asked for, the newest change first. */
    list: (options: ListOptions<'GET /v1/operator/alarms'> = {}): Listed<'GET /v1/operator/alarms', 'alarms'> =>
      listed(ask, 'GET /v1/operator/alarms', 'alarms', options),
  },
  /** Every setting the deployment runs with. */
  settings: (options: CallOptions = {}): Promise<Answer<'GET /v1/operator/settings'>> =>
    ask('GET /v1/operator/settings', options),
  operators: {
    /** Everybody who was ever invited to the console, who first first. */
    list: (
      options: ListOptions<'GET /v1/operator/operators'> = {},
    ): Listed<'GET /v1/operator/operators', 'operators'> =>
      listed(ask, 'GET /v1/operator/operators', 'operators', options),
    /** Invites somebody under a name that nobody ever had; the link is in this answer alone. */
    invite: (
      body: Body<'POST /v1/operator/operators'>,
      options: CallOptions = {},
    ): Promise<Answer<'POST /v1/operator/operators'>> => ask('POST /v1/operator/operators', { body, ...options }),
    /** Gives somebody another role, or lets them in no more or again; their sessions end at once. */
    edit: (
      name: string,
      body: Body<'PUT /v1/operator/operators/{name}'>,
      options: CallOptions = {},
    ): Promise<Answer<'PUT /v1/operator/operators/{name}'>> =>
      ask('PUT /v1/operator/operators/{name}', { params: { name }, body, ...options }),
    /** A new link for somebody who lost a phone, a password or the link before; it is in this answer alone. */
    newLink: (
      name: string,
      body: Body<'POST /v1/operator/operators/{name}/enrolment'>,
      options: CallOptions = {},
    ): Promise<Answer<'POST /v1/operator/operators/{name}/enrolment'>> =>
      ask('POST /v1/operator/operators/{name}/enrolment', { params: { name }, body, ...options }),
  },
  deeds: {
    /** What operators did to a subject (`order:{id}`, `account:{id}`, …) or on a Beijing day, today unless said, who and why, the newest first. */
    list: (options: ListOptions<'GET /v1/operator/deeds'>): Listed<'GET /v1/operator/deeds', 'deeds'> =>
      listed(ask, 'GET /v1/operator/deeds', 'deeds', options),
    /** One of them, with its link in the chain of its subject and the signed root that covers it. */
    get: (id: string, options: CallOptions = {}): Promise<Answer<'GET /v1/operator/deeds/{id}'>> =>
      ask('GET /v1/operator/deeds/{id}', { params: { id }, ...options }),
    /** How far the audit is sealed by signed roots. */
    seal: (options: CallOptions = {}): Promise<Answer<'GET /v1/operator/audit-seal'>> =>
      ask('GET /v1/operator/audit-seal', options),
  },
})
