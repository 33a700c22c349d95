import { externalIdRead, messageSent, sessionRead, together } from '../item-use.ts'
import type { Purpose } from '../purpose.ts'

/** Messages, what is shown of everything together, and what keeps it running. */
export const commonFunctions = {
  'pages-serve': {
    impact:
      'nobody can open the pages: verify, pay, see results or the account; who mistypes an address is not told so',
    answersUnknown: true,
  },
  'pages-phone': { impact: 'sandbox only: the pages have no pretend phone beside them' },
  'front-reference': { impact: 'the description of the API cannot be read, as a page or by a program' },

  'messaging-send': {
    impact: 'messages are not accepted',
    items: messageSent,
    sends: ['deliveries'],
    secrets: ['SECRET_KEY_RING'],
  },
  'messaging-pushplus': {
    impact: 'messages from scripts that speak pushplus are not accepted',
    items: messageSent,
    sends: ['deliveries'],
    secrets: ['SECRET_KEY_RING'],
  },
  'messaging-read': {
    impact: 'users cannot read their messages',
    items: together(sessionRead, { query: ['ACCOUNT'] }),
  },
  'messaging-channel': {
    impact: 'channel settings cannot be changed',
    items: together(sessionRead, { update: ['ACCOUNT'] }),
    secrets: ['SECRET_KEY_RING'],
  },
  'messaging-deliver': {
    impact: 'accepted messages are not delivered',
    items: { getMany: ['ACCOUNT'], update: ['ACCOUNT'] },
    secrets: ['SECRET_KEY_RING'],
  },

  'overview-read': {
    impact: 'users do not see whether they are verified nor what they may do, and operators do not see whole orders',
    items: together(externalIdRead, { getMany: ['ACCOUNT', 'VENDOR'], query: ['ACCOUNT', 'ORDER'] }),
    secrets: ['SECRET_PLATFORM'],
  },
  'overview-offers': {
    impact: 'nobody is told prices, refunds and ways to pay before paying, nor sees what to agree to',
    items: { getMany: ['VENDOR'] },
    knowsChannels: true,
  },
  'overview-deeds': {
    impact: 'operators cannot look up what operators did, and why; it is written down all the same',
    items: { getMany: ['AUDIT'], query: ['AUDIT', 'AUDITDAY'] },
    secrets: ['SECRET_PLATFORM'],
  },

  'upkeep-sweep': {
    impact: 'work whose wake-up was lost stays undone: checks, refunds, deliveries, expiry of orders',
    items: { put: ['RECONCILIATION'], update: ['ACCOUNT', 'COMPLAINT', 'ORDER', 'RECONCILIATION'] },
    // When to look again, whatever the work is.
    updatesOnly: ['dueAt', 'wakePause'],
    due: true,
    lists: ['RECONCILIATIONS'],
    sends: ['orders', 'checks', 'evidence', 'faces', 'refunds', 'deliveries', 'complaints', 'reconciliations'],
  },
} as const satisfies Record<string, Purpose>
