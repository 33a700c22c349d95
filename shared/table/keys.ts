import type { Key } from './write.ts'

/**
 * Every key shape of the table, with what it is read for. Nobody else knows how a key is built.
 *
 * | partition       | sort            | what                                  | read by |
 * |-----------------|-----------------|---------------------------------------|---------|
 * | ACCOUNT#id      | PROFILE … QUOTA | one item per concern of an account    | the account's own requests |
 * |                 | SESSION#hash    | a session and its phone challenge     | every signed-in request |
 * |                 | TOKEN#hash      | a message token                       | sending |
 * |                 | VERIFICATION#id | a verification, newest by id          | its pages, the check worker |
 * |                 | CHECK#id        | the check of a paid verification      | the check worker |
 * |                 | MESSAGE#id      | a message                             | inbox, the deliver worker |
 * |                 | CHANNELS        | all outgoing channels of an account   | sending, the deliver worker (which knows no code) |
 * | ORDER#id        | ORDER           | an order                              | notification, order worker |
 * |                 | PAYMENT#n       | a payment attempt                     | paying, closing |
 * |                 | REFUND#number   | a refund, without its repeat count    | the refund worker |
 * |                 | LEDGER#id       | a ledger transaction                  | statements |
 * | COMPLAINT#c#id  | COMPLAINT       | a complaint at a channel              | its worker, operators |
 * | RECONCILIATION# | RECONCILIATION  | the comparison of a channel's day     | its worker, operators |
 * |   channel#day   | DIFFERENCE#id   | what did not fit                      | operators |
 * | STATEMENT#v#day | STATEMENT       | a vendor's own count of a day         | operators |
 * | AUDIT#subject   | AUDIT#id        | what an operator did, and why         | operators |
 * | FACT#channel#id | FACT            | a payment that happened               | written once |
 * | PERSON#index    | PERSON          | accounts holding that identity        | submit, verdict |
 * | RESUBMISSION#i  | RESUBMISSION    | cool-down of identical data           | submit, verdict |
 * | PHONE#index     | PHONE           | the account of a mobile number        | sign-in |
 * | EXTERNAL#id     | EXTERNAL        | the account of a platform's user      | gate, sign-in |
 * | CHALLENGE#index | CHALLENGE       | the sign-in code sent to a number     | sign-in |
 * | LIMIT#subject   | LIMIT#window    | counters of rate limits               | sms-code |
 */
const account = (id: string): string => `ACCOUNT#${id}`
const order = (id: string): string => `ORDER#${id}`
const alone = (pk: string, sk: string): Key => ({ pk, sk })

export const keys = {
  profile: (accountId: string) => alone(account(accountId), 'PROFILE'),
  identity: (accountId: string) => alone(account(accountId), 'IDENTITY'),
  membership: (accountId: string) => alone(account(accountId), 'MEMBERSHIP'),
  points: (accountId: string) => alone(account(accountId), 'POINTS'),
  attempts: (accountId: string) => alone(account(accountId), 'ATTEMPTS'),
  /** Hot counters, one item per window, outside of transactions. */
  quota: (accountId: string, window: string) => alone(account(accountId), `QUOTA#${window}`),
  session: (accountId: string, hash: string) => alone(account(accountId), `SESSION#${hash}`),
  token: (accountId: string, hash: string) => alone(account(accountId), `TOKEN#${hash}`),
  verification: (accountId: string, id: string) => alone(account(accountId), `VERIFICATION#${id}`),
  check: (accountId: string, id: string) => alone(account(accountId), `CHECK#${id}`),
  message: (accountId: string, id: string) => alone(account(accountId), `MESSAGE#${id}`),
  channels: (accountId: string) => alone(account(accountId), 'CHANNELS'),
  order: (id: string) => alone(order(id), 'ORDER'),
  payment: (orderId: string, attempt: number) => alone(order(orderId), `PAYMENT#${attempt}`),
  refund: (orderId: string, number: string) => alone(order(orderId), `REFUND#${number}`),
  ledger: (orderId: string, id: string) => alone(order(orderId), `LEDGER#${id}`),
  complaint: (channel: string, id: string) => alone(`COMPLAINT#${channel}#${id}`, 'COMPLAINT'),
  appeal: (accountId: string) => alone(account(accountId), 'APPEAL'),
  audit: (subject: string, id: string) => alone(`AUDIT#${subject}`, `AUDIT#${id}`),
  reconciliation: (channel: string, day: string) => alone(`RECONCILIATION#${channel}#${day}`, 'RECONCILIATION'),
  /** A ledger transaction of a channel's day, belonging to no order. */
  dayLedger: (channel: string, day: string, id: string) => alone(`RECONCILIATION#${channel}#${day}`, `LEDGER#${id}`),
  /** One difference a reconciliation found. */
  difference: (channel: string, day: string, id: string) =>
    alone(`RECONCILIATION#${channel}#${day}`, `DIFFERENCE#${id}`),
  /** A vendor's statement of a day, and what it does not share with our records. */
  statement: (vendor: string, day: string) => alone(`STATEMENT#${vendor}#${day}`, 'STATEMENT'),
  fact: (channel: string, transactionId: string) => alone(`FACT#${channel}#${transactionId}`, 'FACT'),
  person: (index: string) => alone(`PERSON#${index}`, 'PERSON'),
  resubmission: (index: string) => alone(`RESUBMISSION#${index}`, 'RESUBMISSION'),
  phone: (index: string) => alone(`PHONE#${index}`, 'PHONE'),
  external: (externalId: string) => alone(`EXTERNAL#${externalId}`, 'EXTERNAL'),
  challenge: (index: string) => alone(`CHALLENGE#${index}`, 'CHALLENGE'),
  limit: (subject: string, window: string) => alone(`LIMIT#${subject}`, `LIMIT#${window}`),
}

/** Partitions and sort-key prefixes that are read as lists. */
export const lists = {
  verifications: (accountId: string) => ({ pk: account(accountId), prefix: 'VERIFICATION#' }),
  messages: (accountId: string) => ({ pk: account(accountId), prefix: 'MESSAGE#' }),
  tokens: (accountId: string) => ({ pk: account(accountId), prefix: 'TOKEN#' }),
  differences: (channel: string, day: string) => ({
    pk: `RECONCILIATION#${channel}#${day}`,
    prefix: 'DIFFERENCE#',
  }),
  orderParts: (orderId: string) => ({ pk: order(orderId) }),
}

/** What a queue message says: which kind of work, for which item. Never authority, never identity data. */
export type Pointer = { kind: PointerKind; id: string }

export type PointerKind = 'order' | 'check' | 'refund' | 'message' | 'complaint' | 'reconciliation'

/** The sort-key prefix under which work of a kind is found, and how its item is named in a pointer: `<owner>.<rest>`. */
const owed: Record<PointerKind, { owner: string; prefix: string }> = {
  order: { owner: 'ORDER#', prefix: 'ORDER' },
  check: { owner: 'ACCOUNT#', prefix: 'CHECK#' },
  refund: { owner: 'ORDER#', prefix: 'REFUND#' },
  message: { owner: 'ACCOUNT#', prefix: 'MESSAGE#' },
  complaint: { owner: 'COMPLAINT#', prefix: 'COMPLAINT' },
  reconciliation: { owner: 'RECONCILIATION#', prefix: 'RECONCILIATION' },
}

const kinds = Object.keys(owed) as PointerKind[]

/** The pointer to an item that can owe work; undefined for any other item. */
export const pointerTo = (key: Key): Pointer | undefined => {
  const kind = kinds.find((one) => key.pk.startsWith(owed[one].owner) && key.sk.startsWith(owed[one].prefix))
  if (!kind) return undefined
  const owner = key.pk.slice(owed[kind].owner.length)
  const rest = key.sk.slice(owed[kind].prefix.length)
  return { kind, id: rest === '' ? owner : `${owner}.${rest}` }
}

/** The item a pointer means; undefined when the pointer is not one of ours. */
export const keyOf = (pointer: Pointer): Key | undefined => {
  const { owner, prefix } = owed[pointer.kind]
  const dot = pointer.id.indexOf('.')
  // An item alone in its partition is named by that, any other by `<owner>.<rest>`.
  if (dot < 0 === prefix.endsWith('#')) return undefined
  const [first, rest] = dot < 0 ? [pointer.id, ''] : [pointer.id.slice(0, dot), pointer.id.slice(dot + 1)]
  return { pk: `${owner}${first}`, sk: `${prefix}${rest}` }
}

/** How many partitions the due index is spread over. */
export const DUE_SHARDS = 16

/** FNV-1a of the partition key: any even spread will do, and this one needs no crypto. */
const shardOf = (pk: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < pk.length; at += 1) hash = Math.imul(hash ^ pk.charCodeAt(at), 0x01000193) >>> 0
  return hash % DUE_SHARDS
}

/** Attributes that put an item into the due index: it owes work from `at` (epoch ms) on. */
export const due = (key: Key, at: number): { dueAt: number; dueShard: number } => ({
  dueAt: at,
  dueShard: shardOf(key.pk),
})

const LIST_PARTS = 4

/** Lists across accounts and orders, each an index partition; busy ones are spread over parts. */
export const indexLists = {
  /** Ledger transactions of a Beijing day, in `LEDGER_PARTS` parts. */
  ledger: (day: string, part: number) => `LEDGER#${day}#${part}`,
  /** Calls to an identity vendor that it may charge, by Beijing day. */
  vendorCalls: (vendor: string, day: string) => `CALLS#${vendor}#${day}`,
  /** Refunds only a person can end. */
  refundsForOperator: 'REFUNDS#operator',
  /** Refunds the channel has not taken yet, by the time since when they are owed. */
  refundsUntaken: 'REFUNDS#untaken',
  /** Complaints by state, and appeals against bans. */
  complaints: (status: string) => `COMPLAINTS#${status}`,
  appeals: 'APPEALS#open',
  /** Reconciliation runs of a channel. */
  reconciliations: (channel: string) => `RECONCILIATIONS#${channel}`,
}

/** Into how many parts a day of the ledger is spread. */
export const LEDGER_PARTS = LIST_PARTS

/** Which part of a spread list an item of this partition goes to. */
export const listPart = (pk: string): number => shardOf(pk) % LIST_PARTS

/** Attributes that put an item into a list at a time (epoch ms). */
export const listedAt = (list: string, at: number): { listName: string; listAt: number } => ({
  listName: list,
  listAt: at,
})

/** Attributes to remove when an item leaves its list. */
export const LISTED = ['listName', 'listAt'] as const

/** Attributes to remove when nothing is owed any more. */
export const DUE = ['dueAt', 'dueShard', 'wakePause'] as const
