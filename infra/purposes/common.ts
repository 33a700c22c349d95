import { deedDone, externalIdRead, messageSent, operatorRead, sessionRead, together, userRead } from '../item-use.ts'
import type { Purpose } from '../purpose.ts'

/** When to look again, whatever the work is. */
const LOOKED_AGAIN = ['dueAt', 'wakePause'] as const

/** Every queue of work that is swept. */
const works = [
  'orders',
  'checks',
  'evidence',
  'clashes',
  'faces',
  'materials',
  'refunds',
  'deliveries',
  'complaints',
  'reviews',
  'applications',
  'texts',
  'certificates',
  'reconciliations',
  'outboxes',
  'webhooks',
] as const

/** Messages, what is shown of everything together, and what keeps it running. */
export const commonFunctions = {
  'pages-serve': {
    impact:
      'nobody can open the pages: verify, pay, see results or the account; who mistypes an address is not told so',
    doors: ['/console', '/developer'],
    answersUnknown: true,
    knowsUploads: true,
  },
  'pages-phone': { impact: 'sandbox only: the pages have no pretend phone beside them' },
  'front-reference': { impact: 'the description of the API cannot be read, as a page or by a program' },

  'messaging-send': {
    impact: 'messages are not accepted',
    items: messageSent,
    sends: ['deliveries'],
    gated: true,
    secrets: ['SECRET_KEY_RING'],
  },
  'messaging-pushplus': {
    impact: 'messages from scripts that speak pushplus are not accepted',
    items: messageSent,
    gated: true,
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
    announces: true,
  },

  'overview-read': {
    impact: 'users do not see whether they are verified nor what they may do',
    items: together(externalIdRead, { getMany: ['ACCOUNT', 'VENDOR'], query: ['ORDER'] }),
    secrets: ['SECRET_PLATFORM'],
  },
  'overview-identity': {
    impact: 'users do not see where and how they are verified',
    items: together(userRead, { get: ['PROOFING'], getMany: ['ACCOUNT', 'BUSINESS'], query: ['ACCOUNT'] }),
    secrets: ['SECRET_PLATFORM'],
  },
  'overview-operator': {
    impact: 'operators see neither whole orders nor whether a vendor refuses us',
    items: together(operatorRead, { getMany: ['ACCOUNT', 'COMPLAINT', 'VENDOR'], query: ['ACCOUNT', 'ORDER'] }),
    secrets: ['SECRET_PLATFORM'],
  },
  'overview-offers': {
    impact: 'nobody is told prices, refunds and ways to pay before paying, nor sees what to agree to',
    items: { getMany: ['VENDOR'] },
    knowsChannels: true,
  },
  'overview-deeds': {
    impact:
      'operators cannot look up what operators did, and why, nor how far the audit is sealed; it is written down and signed all the same',
    items: together(operatorRead, {
      getMany: ['AUDIT', 'AUDITROOT'],
      query: ['AUDIT', 'AUDITDAY', 'AUDITROOT'],
    }),
    secrets: ['SECRET_PLATFORM'],
  },

  'cases-search': {
    impact: 'operators find nothing by an id or a number; what they have the address of opens all the same',
    items: together(operatorRead, deedDone, {
      getMany: [
        ...(['ACCOUNT', 'APP', 'CERTIFICATE', 'COMPLAINT', 'EXTERNAL', 'FACT', 'NAME', 'ORDER'] as const),
        ...(['PERSON', 'PHONE', 'PROPOSAL'] as const),
      ],
      query: ['AUDITDAY'],
      update: ['LIMIT'],
    }),
    lists: ['COMPANY', 'NAMED'],
    keys: ['mac', 'index'],
    secrets: ['SECRET_PLATFORM'],
  },
  'cases-read': {
    impact: 'operators see neither accounts nor what happened to them',
    items: together(operatorRead, {
      get: ['ACCOUNT'],
      getMany: ['ACCOUNT', 'APP', 'COMPLAINT', 'ORDER', 'VENDOR'],
      query: ['ACCOUNT', 'AUDIT', 'ORDER'],
    }),
    secrets: ['SECRET_PLATFORM'],
  },
  'cases-reveal': {
    impact: 'operators see nobody in the clear, and cannot answer who asks about their own data',
    items: together(operatorRead, deedDone, { getMany: ['ACCOUNT'], query: ['ACCOUNT'], update: ['LIMIT'] }),
    keys: ['open'],
    secrets: ['SECRET_PLATFORM'],
  },

  'upkeep-dead-letters': {
    impact: 'operators can neither see nor send again work that failed five times; the sweep goes on sending it',
    doors: ['/v1/operator/dead-letters'],
    items: together(operatorRead, deedDone, {
      getMany: [
        'ACCOUNT',
        'CERTIFICATE',
        'CLASH',
        'COMPLAINT',
        'DELIVERY',
        'MATERIAL',
        'ORDER',
        'OUTBOX',
        'RECONCILIATION',
      ],
    }),
    deadLetters: true,
    sends: works,
    secrets: ['SECRET_PLATFORM'],
  },
  'upkeep-settings': {
    impact: 'operators do not see which settings are in force; npm run settings shows what a deployment is given',
    items: operatorRead,
    namesSecrets: true,
    secrets: ['SECRET_PLATFORM'],
  },
  'upkeep-alarms': {
    impact: 'operators do not see in the console which alarms ring; the topic and CloudWatch tell them all the same',
    items: operatorRead,
    alarms: true,
    secrets: ['SECRET_PLATFORM'],
  },
  'analytics-read': {
    impact:
      'operators do not see the numbers of past days (conversion, money, refunds, vendors, complaints) nor the orders of days',
    items: together(operatorRead, { getMany: ['ORDER'], query: ['ANALYTICS'] }),
    lists: ['ORDERS'],
    secrets: ['SECRET_PLATFORM'],
  },
  'analytics-gather': {
    impact:
      'the numbers operators see of each day stay behind; nothing else does, and they are made good within a week',
    items: {
      get: ['LIMIT'],
      getMany: ['ORDER', 'VENDOR'],
      query: ['ANALYTICS', 'VENDOR'],
      put: ['ANALYTICS'],
    },
    lists: ['CALLS', 'COMPLAINTS', 'FACES', 'LEDGER', 'ORDERS', 'SIGNINS', 'TEXTS'],
    watches: true,
  },

  'audit-roots': {
    impact: 'what is recorded since the last root is not proven against those who can write to the tables',
    items: { query: ['AUDITDAY'], put: ['AUDITROOT'] },
    keys: ['sign'],
    keepsRoots: true,
  },

  'upkeep-sweep': {
    impact: 'work whose wake-up was lost stays undone: checks, refunds, deliveries, expiry of orders',
    items: {
      put: ['RECONCILIATION'],
      updateOnly: {
        ACCOUNT: LOOKED_AGAIN,
        CERTIFICATE: LOOKED_AGAIN,
        CLASH: LOOKED_AGAIN,
        COMPLAINT: LOOKED_AGAIN,
        DELIVERY: LOOKED_AGAIN,
        MATERIAL: LOOKED_AGAIN,
        ORDER: LOOKED_AGAIN,
        OUTBOX: LOOKED_AGAIN,
        RECONCILIATION: LOOKED_AGAIN,
      },
    },
    due: true,
    lists: ['RECONCILIATIONS'],
    sends: works,
  },
} as const satisfies Record<string, Purpose>
