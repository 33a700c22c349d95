import { keyAt } from '../../shared/table/keys.ts'
import { work } from '../../shared/table/work.ts'
import { accountPartition } from '../account/keys.ts'

export const messagingKeys = {
  /** Read by the inbox and the deliver worker. */
  message: (accountId: string, id: string) => keyAt(accountPartition(accountId), `MESSAGE#${id}`),
  /** That a message was sent, without its words; outlives it. Written once, read by who is entitled to ask. */
  sent: (accountId: string, id: string) => keyAt(accountPartition(accountId), `SENT#${id}`),
  /** All outgoing channels of an account. Read when sending, and by the deliver worker, which knows no code. */
  channels: (accountId: string) => keyAt(accountPartition(accountId), 'CHANNELS'),
  /** Hot counters, one item per window, outside of transactions. */
  quota: (accountId: string, window: string) => keyAt(accountPartition(accountId), `QUOTA#${window}`),
}

/** Read as lists. */
export const messagingLists = {
  messages: (accountId: string) => ({ pk: accountPartition(accountId), prefix: 'MESSAGE#' }),
}

export const messageWork = work('message', accountPartition(''), messagingKeys.message('', '').sk)
