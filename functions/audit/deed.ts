/**
 * Who acts on another's behalf: an operator, a person known by their name; a machine that shows an operator key, known by the id of
 * that; the platform's backend, known by the id of its key; a function of ours, known by its name.
 */
export const doerKinds = ['operator', 'operator_key', 'platform', 'service'] as const
export type DoerKind = (typeof doerKinds)[number]
export type Doer = { kind: DoerKind; id: string }

/** Somebody who may act on other people's orders, complaints and accounts: a person by name, or a machine by its key. */
export type Operator = { operatorId: string; isPerson?: true }

export const doers = {
  operator: ({ operatorId, isPerson }: Operator): Doer => ({
    kind: isPerson ? 'operator' : 'operator_key',
    id: operatorId,
  }),
  platform: ({ platformKeyId }: { platformKeyId: string }): Doer => ({ kind: 'platform', id: platformKeyId }),
  /** By the name of the function. */
  service: (fn: string): Doer => ({ kind: 'service', id: fn }),
}

/** Whether whoever it is acts as an operator, in person or by a machine. */
export const isOperator = (kind: DoerKind): boolean => kind === 'operator' || kind === 'operator_key'

/** What can be done on another's behalf. Whoever adds a deed adds its word here, and so to the answers. */
export const deedActions = [
  'account_ban',
  'account_unban',
  'appeal_reject',
  'complaint_reply',
  'complaint_complete',
  'complaint_malicious',
  'refund_retry',
  'refund_propose_by_hand',
  'refund_paid_by_hand',
  'proposal_refuse',
  'refund_recheck',
  'reconciliation_rerun',
  'difference_propose',
  'difference_settle',
  'statement_import',
  'identity_read',
  'number_search',
  'review_ask',
  'review_decide',
  'review_second',
  'review_reject_second',
  'certificate_suspend',
  'certificate_revoke',
  'certificate_reinstate',
  'dead_letters_replay',
  'webhook_redeliver',
  'webhook_enable',
  'webhook_disable',
  'operator_invite',
  'operator_enrol',
  'operator_link',
  'operator_link_open',
  'operator_sign_in',
  'operator_lock_out',
  'operator_role',
  'operator_disable',
  'operator_enable',
] as const
export type DeedAction = (typeof deedActions)[number]

/** What a deed is done to, as it is called wherever deeds are asked for: its kind, and what that is named by, with colons between. */
export const deedSubjects = {
  account: (id: string): string => `account:${id}`,
  /** Its refunds as well. */
  order: (id: string): string => `order:${id}`,
  complaint: (channel: string, id: string): string => `complaint:${channel}:${id}`,
  reconciliation: (channel: string, day: string): string => `reconciliation:${channel}:${day}`,
  statement: (vendor: string, day: string): string => `statement:${vendor}:${day}`,
  /** An operator, by name or key: what was done to them, and what they did to nobody in particular. */
  operator: (id: string): string => `operator:${id}`,
  queue: (name: string): string => `queue:${name}`,
  /** An endpoint of the platform. */
  endpoint: (id: string): string => `endpoint:${id}`,
  /** A case that people decide: whose it is, and its own id. */
  review: (accountId: string, id: string): string => `review:${accountId}:${id}`,
  /** The certificate of an app, by its id. */
  certificate: (id: string): string => `certificate:${id}`,
}
export type DeedSubject = keyof typeof deedSubjects
