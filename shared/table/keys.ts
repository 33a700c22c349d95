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
  orderParts: (orderId: string) => ({ pk: order(orderId) }),
}

/** What a queue message says: which kind of work, for which item. Never authority, never identity data. */
export type Pointer = { kind: PointerKind; id: string }

export type PointerKind = 'order' | 'check' | 'refund' | 'message'

/** The sort-key prefix under which work of a kind is found, and how its item is named in a pointer: `<owner>.<rest>`. */
const owed: Record<PointerKind, { owner: string; prefix: string }> = {
  order: { owner: 'ORDER#', prefix: 'ORDER' },
  check: { owner: 'ACCOUNT#', prefix: 'CHECK#' },
  refund: { owner: 'ORDER#', prefix: 'REFUND#' },
  message: { owner: 'ACCOUNT#', prefix: 'MESSAGE#' },
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
  if (dot < 0 !== (prefix === 'ORDER')) return undefined
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

/** Attributes to remove when nothing is owed any more. */
export const DUE = ['dueAt', 'dueShard', 'wakePause'] as const
