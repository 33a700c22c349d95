import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { deedText, deedTextProblems } from '../person/free-text.route.ts'
import { deliveryShown } from './delivering/delivery-view.ts'
import { deliveriesQuery, deliveriesShown } from './delivery.route.ts'
import { endpointShown } from './endpoints/endpoint-view.ts'

const common = { fn: 'webhooks-operator', caller: 'operator', bodyLimit: 4096 } as const

const PATH = '/v1/operator/webhook-endpoints'
const ONE = `${PATH}/{id}` as const

const body = z.strictObject({ reason: deedText(500) })
const deedProblems = ['unauthenticated', ...deedTextProblems, 'not_found', 'contended'] as const

export const listOperatorEndpointsRoute = route({
  ...common,
  method: 'GET',
  right: 'see_systems',
  name: 'listOperatorWebhookEndpoints',
  path: PATH,
  summary: 'All endpoints of the platform, as the platform sees them',
  answers: { 200: z.strictObject({ endpoints: z.array(endpointShown) }) },
  problems: ['unauthenticated'],
})

export const listOperatorDeliveriesRoute = route({
  ...common,
  method: 'GET',
  right: 'see_systems',
  name: 'listOperatorWebhookDeliveries',
  path: `${ONE}/deliveries`,
  summary: 'What an endpoint is owed or was, the newest event first, each with its last attempts',
  query: deliveriesQuery,
  answers: { 200: deliveriesShown },
  problems: ['unauthenticated', 'not_found', 'invalid_cursor'],
})

export const redeliverByOperatorRoute = route({
  ...common,
  method: 'POST',
  right: 'manage_webhooks',
  name: 'redeliverOperatorWebhook',
  path: `${ONE}/deliveries/{deliveryId}/redeliver`,
  summary: 'Deliver an event to an endpoint once more, as if it had not been tried',
  body,
  answers: { 202: deliveryShown },
  problems: [...deedProblems, 'webhook_endpoint_disabled'],
})

export const enableEndpointRoute = route({
  ...common,
  method: 'POST',
  right: 'manage_webhooks',
  name: 'enableWebhookEndpoint',
  path: `${ONE}/enable`,
  summary: 'Deliver to an endpoint again, whoever or whatever disabled it; a second click changes nothing',
  body,
  answers: { 200: endpointShown },
  problems: deedProblems,
})

export const disableEndpointRoute = route({
  ...common,
  method: 'POST',
  right: 'manage_webhooks',
  name: 'disableWebhookEndpoint',
  path: `${ONE}/disable`,
  summary: 'Deliver nothing more to an endpoint until it is enabled; a second click changes nothing',
  body,
  answers: { 200: endpointShown },
  problems: deedProblems,
})

export const webhookOperatorRoutes = [
  listOperatorEndpointsRoute,
  listOperatorDeliveriesRoute,
  redeliverByOperatorRoute,
  enableEndpointRoute,
  disableEndpointRoute,
] as const
