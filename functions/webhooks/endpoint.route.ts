import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { inUnit } from '../../shared/http/shaped.ts'
import { DAY } from '../../shared/kernel/time.ts'
import { freeText } from '../person/free-text.route.ts'
import { endpointShown } from './endpoints/endpoint-view.ts'

const common = { fn: 'webhooks-endpoint', caller: 'platform' } as const

const PATH = '/v1/webhook-endpoints'
const ONE = `${PATH}/{id}` as const

const MOST_FILTERS = 64

const fields = {
  url: z.string('webhook_address_refused'),
  events: z.array(z.string()).check(z.minLength(1), z.maxLength(MOST_FILTERS)),
  description: freeText(200),
}

const fieldProblems = [
  'unauthenticated',
  'webhook_address_refused',
  'event_type_unknown',
  'id_number_in_text',
  'contended',
] as const

/** With the signing secret, which is shown this once. */
const withSecret = { ...endpointShown.shape, secret: z.string() }

export const createEndpointRoute = route({
  ...common,
  method: 'POST',
  name: 'createWebhookEndpoint',
  path: PATH,
  summary:
    'A new endpoint of the platform, 16 at most: events that happen from now on are delivered to it; the signing secret is shown this once',
  bodyLimit: 16_384,
  body: z.strictObject({ ...fields, description: z.optional(fields.description) }),
  answers: { 201: z.strictObject(withSecret) },
  problems: [...fieldProblems, 'webhook_endpoint_limit_reached'],
})

export const listEndpointsRoute = route({
  ...common,
  method: 'GET',
  name: 'listWebhookEndpoints',
  path: PATH,
  summary: 'All endpoints of the platform, in the order in which they were made, without their secrets',
  answers: { 200: z.strictObject({ endpoints: z.array(endpointShown) }) },
  problems: ['unauthenticated'],
})

export const getEndpointRoute = route({
  ...common,
  method: 'GET',
  name: 'getWebhookEndpoint',
  path: ONE,
  summary: 'One endpoint',
  answers: { 200: endpointShown },
  problems: ['unauthenticated', 'not_found'],
})

export const editEndpointRoute = route({
  ...common,
  method: 'PATCH',
  name: 'editWebhookEndpoint',
  path: ONE,
  summary:
    'Change an endpoint; what is left out stays. With another address, or enabled again, it begins afresh. What failed meanwhile goes out again by …/recover',
  bodyLimit: 16_384,
  body: z.strictObject({
    url: z.optional(fields.url),
    events: z.optional(fields.events),
    description: z.optional(z.nullable(fields.description)),
    enabled: z.optional(z.boolean()),
  }),
  answers: { 200: endpointShown },
  problems: [...fieldProblems, 'not_found'],
})

export const deleteEndpointRoute = route({
  ...common,
  method: 'DELETE',
  name: 'deleteWebhookEndpoint',
  path: ONE,
  summary: 'Take an endpoint away; what is still under way to it fails',
  answers: { 204: null },
  problems: ['unauthenticated', 'not_found'],
})

/** How long the secret before signs too, where nothing is said. */
export const KEPT_MS = DAY

export const rotateSecretRoute = route({
  ...common,
  method: 'POST',
  name: 'rotateWebhookSecret',
  path: `${ONE}/secret`,
  summary:
    'A new signing secret and key pair, shown this once; those before sign too for keepOldMs (24 hours where it is left out, 7 days at most)',
  bodyLimit: 4096,
  body: z.strictObject({
    keepOldMs: z.optional(z.int().check(z.minimum(0), z.maximum(7 * DAY), inUnit('ms'))),
  }),
  answers: {
    200: z.strictObject({
      secret: z.string(),
      publicKey: z.string(),
      /** Null where the one before does not sign any more. */
      previousUntil: z.nullable(z.iso.datetime()),
    }),
  },
  problems: ['unauthenticated', 'not_found', 'contended'],
})

export const sendTestRoute = route({
  ...common,
  method: 'POST',
  name: 'sendTestEvent',
  path: `${ONE}/test`,
  summary: 'Send an event endpoint.test to this endpoint, whatever it listens to, and to no other',
  answers: { 202: z.strictObject({ eventId: z.string() }) },
  problems: ['unauthenticated', 'not_found', 'webhook_endpoint_disabled'],
})

export const webhookEndpointRoutes = [
  createEndpointRoute,
  listEndpointsRoute,
  getEndpointRoute,
  editEndpointRoute,
  deleteEndpointRoute,
  rotateSecretRoute,
  sendTestRoute,
] as const
