import type { ItemUse, Partition } from './purpose.ts'

const actions = ['get', 'getMany', 'query', 'put', 'update', 'delete', 'check'] as const

/** Of each kind all attributes that any of these uses touches; of a kind that one of them updates as it likes none are named. */
const touchedBy = (uses: readonly ItemUse[]): NonNullable<ItemUse['updateOnly']> => {
  const rows = uses.flatMap(({ updateOnly = {} }) => Object.entries(updateOnly) as [Partition, readonly string[]][])
  const whole = new Set(uses.flatMap(({ update = [] }) => update))
  const byKind = Map.groupBy(
    rows.filter(([kind]) => !whole.has(kind)),
    ([kind]) => kind,
  )
  return Object.fromEntries(
    [...byKind].map(([kind, all]) => [kind, [...new Set(all.flatMap(([, attributes]) => attributes))].sort()]),
  )
}

/** Everything that any of these uses needs. */
export const together = (...uses: readonly ItemUse[]): ItemUse => {
  const updateOnly = touchedBy(uses)
  const whole = actions.flatMap((action) => {
    const partitions = new Set(uses.flatMap((use) => use[action] ?? []))
    return partitions.size > 0 ? [[action, [...partitions].sort()]] : []
  })
  return { ...Object.fromEntries(whole), ...(Object.keys(updateOnly).length > 0 && { updateOnly }) }
}

/** Does something on another's behalf, with the record of it: the next of its subject, of its day, and the head of the chain. */
export const deedDone: ItemUse = { getMany: ['CHAIN'], put: ['AUDIT', 'AUDITDAY', 'CHAIN'] }

/** Looks for the session of whoever calls. */
export const sessionRead: ItemUse = { get: ['ACCOUNT'] }

/** Looks for the account of the user the platform asks for. */
export const externalIdRead: ItemUse = { get: ['EXTERNAL'] }

/** Looks for the session of whoever calls, or the account the platform calls for. */
export const userRead: ItemUse = together(sessionRead, externalIdRead)

/**
 * Looks for the session of an operator, and keeps it from ending while they are busy. No more: an update makes an item that is not there,
 * and who could write the rest of one would let anybody in.
 */
export const operatorRead: ItemUse = {
  getMany: ['OPERATOR', 'OPERATORSESSION'],
  updateOnly: { OPERATORSESSION: ['idleUntil'] },
}

/** Records a payment that was heard of, whatever it buys: the check or the good is the account's, a refund the order's. */
export const paymentRecorded: ItemUse = {
  get: ['ACCOUNT', 'ORDER'],
  put: ['ACCOUNT', 'FACT', 'ORDER'],
  update: ['ACCOUNT', 'ORDER'],
  // Whether the account is banned.
  check: ['ACCOUNT'],
}

/** Ends an open order at the channel, which may say that it is paid. */
export const orderEnded: ItemUse = together(paymentRecorded, { query: ['ORDER'] })

/** Opens an order, or finds the one that is open already; of one that was paid meanwhile, what became of its money. */
export const orderOpened: ItemUse = {
  get: ['ACCOUNT', 'ORDER'],
  getMany: ['ACCOUNT', 'ORDER'],
  query: ['ORDER'],
  put: ['ACCOUNT', 'ORDER'],
  check: ['ACCOUNT', 'ORDER'],
}

/** Brings a person to the version of the key that is written. */
export const personGathered: ItemUse = {
  getMany: ['PERSON'],
  put: ['PERSON'],
  update: ['ACCOUNT'],
  delete: ['PERSON'],
}

/** Takes money that went back by itself into the ledger, and back what it had bought. */
export const forcedRefundAbsorbed: ItemUse = {
  get: ['ACCOUNT'],
  query: ['ORDER'],
  // What its seller notes where nobody has decided whose it is.
  put: ['ACCOUNT', 'ORDER'],
  update: ['ACCOUNT', 'ORDER'],
}

/** Looks at a complaint at the channel, joins it with its orders and writes what it learned. */
export const complaintFollowed: ItemUse = together(forcedRefundAbsorbed, {
  getMany: ['ORDER'],
  put: ['ACCOUNT', 'COMPLAINT'],
})

/** Hears that there is something new about a complaint. */
export const complaintHeard: ItemUse = { put: ['COMPLAINT'], update: ['COMPLAINT'] }

/** Lets a message in: whoever may send, their counters, the message and the record of it. */
export const messageSent: ItemUse = { getMany: ['ACCOUNT'], put: ['ACCOUNT'], update: ['ACCOUNT'] }

/** Asks the channel about a refund and records what it says. */
export const refundStepped: ItemUse = { put: ['ORDER'], update: ['ORDER'] }

/** Adds events to the outboxes of what they are about, in a transaction whose updates are all judged together: so no attributes are named. */
export const eventsAnnounced: ItemUse = { update: ['OUTBOX'] }
