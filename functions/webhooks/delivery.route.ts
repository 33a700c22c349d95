import * as z from 'zod/mini'
import { pageQuery, pageShown } from '../../shared/http/paging.ts'
import { route } from '../../shared/http/route.ts'
import { shaped } from '../../shared/http/shaped.ts'
import { deliveryStatuses } from './delivering/delivery.ts'
import { deliveryShown } from './delivering/delivery-view.ts'
import { eventShown } from './events/event-view.ts'

const common = { fn: 'webhooks-delivery', caller: 'platform' } as const

const ONE = '/v1/webhook-endpoints/{id}'

/** What is asked of the deliveries of an endpoint, by whomever. */
export const deliveriesQuery = z.strictObject({ status: z.optional(z.enum(deliveryStatuses)), ...pageQuery(50) })

/** A page of them. */
export const deliveriesShown = pageShown({ deliveries: z.array(deliveryShown) })

export const listDeliveriesRoute = route({
  ...common,
  method: 'GET',
  name: 'listWebhookDeliveries',
  path: `${ONE}/deliveries`,
  summary:
    'What an endpoint is owed or was, the newest event first, each with its last attempts; of an answer its status alone is kept',
  query: deliveriesQuery,
  answers: { 200: deliveriesShown },
  problems: ['unauthenticated', 'not_found', 'invalid_cursor'],
})

export const redeliverRoute = route({
  ...common,
  method: 'POST',
  name: 'redeliverWebhook',
  path: `${ONE}/deliveries/{deliveryId}/redeliver`,
  summary: 'Deliver an event to an endpoint once more, as if it had not been tried: the same text under the same id',
  answers: { 202: deliveryShown },
  problems: ['unauthenticated', 'not_found', 'webhook_endpoint_disabled', 'contended'],
})

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/

const moment = z
  .string()
  .check(shaped((text) => MOMENT.test(text) && !Number.isNaN(Date.parse(text)), { examples: ['2026-11-20T04:00:00Z'] }))

export const recoverRoute = route({
  ...common,
  method: 'POST',
  name: 'recoverWebhookDeliveries',
  path: `${ONE}/recover`,
  summary:
    'Everything that the endpoint was first owed since then, and that failed, goes out again: a thousand and a few at once, so that whoever is told of as many asks again',
  bodyLimit: 4096,
  body: z.strictObject({ since: moment }),
  answers: { 202: z.strictObject({ redelivered: z.int() }) },
  problems: ['unauthenticated', 'not_found', 'webhook_endpoint_disabled'],
})

const WHOLE = /^\d{1,12}$/

export const listEventsRoute = route({
  ...common,
  method: 'GET',
  name: 'listEvents',
  path: '/v1/events',
  summary:
    'The events of a subject in their order, as they were delivered, whether anybody listened or not: what a receiver missed. They are kept for 30 days',
  query: z.strictObject({
    subject: z.string(),
    after: z._default(
      z.pipe(
        z.string().check(shaped((text) => WHOLE.test(text), { type: 'integer', minimum: 0 })),
        z.transform(Number),
      ),
      0,
    ),
    ...pageQuery(50),
  }),
  answers: { 200: pageShown({ events: z.array(eventShown) }) },
  problems: ['unauthenticated', 'invalid_cursor'],
})

export const getEventRoute = route({
  ...common,
  method: 'GET',
  name: 'getEvent',
  path: '/v1/events/{id}',
  summary: 'One event as it was delivered, while it is kept',
  answers: { 200: eventShown },
  problems: ['unauthenticated', 'not_found'],
})

export const webhookDeliveryRoutes = [
  listDeliveriesRoute,
  redeliverRoute,
  recoverRoute,
  listEventsRoute,
  getEventRoute,
] as const
