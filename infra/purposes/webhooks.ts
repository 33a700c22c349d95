import { deedDone, operatorRead, together } from '../item-use.ts'
import type { Purpose } from '../purpose.ts'

/** What the platform is told by itself. */
export const webhookFunctions = {
  'webhooks-endpoint': {
    impact: 'platforms can neither set up nor change where events go, nor try it; those set up get theirs all the same',
    doors: ['/v1/webhook-endpoints'],
    items: { get: ['WEBHOOK'], update: ['WEBHOOK'] },
    announces: true,
    secrets: ['SECRET_PLATFORM', 'SECRET_KEY_RING'],
  },
  'webhooks-delivery': {
    impact: 'platforms can neither see nor repeat what was delivered, nor read events they missed',
    items: {
      get: ['WEBHOOK'],
      getMany: ['DELIVERY', 'EVENT', 'WEBHOOK'],
      query: ['EVENT'],
      update: ['DELIVERY'],
    },
    lists: ['DELIVERIES', 'EVENTS'],
    sends: ['webhooks'],
    secrets: ['SECRET_PLATFORM'],
  },
  'webhooks-operator': {
    impact: 'operators can neither see endpoints and what they were sent, nor help; events are delivered all the same',
    doors: ['/v1/operator/webhook-endpoints'],
    items: together(operatorRead, deedDone, {
      get: ['WEBHOOK'],
      getMany: ['DELIVERY', 'EVENT', 'WEBHOOK'],
      update: ['DELIVERY', 'WEBHOOK'],
    }),
    lists: ['DELIVERIES'],
    announces: true,
    sends: ['webhooks'],
    secrets: ['SECRET_PLATFORM'],
  },
  'webhooks-relay': {
    impact: 'platforms hear of nothing that happens until this works again; nothing is lost',
    items: {
      getMany: ['ACCOUNT', 'OUTBOX', 'WEBHOOK'],
      put: ['DELIVERY', 'EVENT'],
      update: ['OUTBOX'],
    },
    sends: ['webhooks'],
  },
  'webhooks-deliver': {
    impact: 'events are not delivered to platforms, or an endpoint has taken nothing for days and is disabled',
    items: {
      getMany: ['DELIVERY', 'EVENT', 'WEBHOOK'],
      query: ['DELIVERY'],
      update: ['DELIVERY', 'WEBHOOK'],
    },
    lists: ['DELIVERIES'],
    announces: true,
    sends: ['webhooks'],
    secrets: ['SECRET_KEY_RING'],
  },
} as const satisfies Record<string, Purpose>
