import { at, id } from './cast.ts'
import type { Fields } from './field.ts'

/** Of the account of the examples, the first that happened to it. */
const event = '5d2b6f0f1f8e4c0a9b7c3d2e1f0a9b8c'
const delivery = `account.${id.account}.1`
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo='
const publicKey = 'whpk_11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo='

const ADDRESS = 'Where events are posted to.'
const address = 'https://hooks.example.com/shiming'
const LISTENS = 'Which events: `*`, types, or a kind of them as `verification.*`.'
const SECRET = 'The signing secret, of Standard Webhooks; shown when it is made and never again.'
const DESCRIPTION = 'What it is for, in your own words.'

/** Endpoints of the platform, events and what became of their deliveries. */
export const webhookFields: Fields = {
  endpoints: ['All of them, in the order in which they were made.'],
  'WebhookEndpoint.id': ['Names the endpoint.', id.token],
  'CreateWebhookEndpointAnswer.id': ['Names the endpoint.', id.token],
  'WebhookEndpoint.url': [ADDRESS, address],
  'CreateWebhookEndpointRequest.url': [ADDRESS, address],
  'CreateWebhookEndpointAnswer.url': [ADDRESS, address],
  'EditWebhookEndpointRequest.url': ['Where events are to be posted to.', address],
  'WebhookEndpoint.events': [LISTENS, ['verification.*', 'account.banned']],
  'CreateWebhookEndpointRequest.events': [LISTENS, ['verification.*', 'account.banned']],
  'CreateWebhookEndpointAnswer.events': [LISTENS, ['verification.*', 'account.banned']],
  'EditWebhookEndpointRequest.events': [LISTENS, ['*']],
  'WebhookEndpoint.description': [DESCRIPTION, '用户中心'],
  'CreateWebhookEndpointRequest.description': [DESCRIPTION, '用户中心'],
  'CreateWebhookEndpointAnswer.description': [DESCRIPTION, '用户中心'],
  'EditWebhookEndpointRequest.description': ['What it is for; null for nothing.', '用户中心'],
  enabled: ['Whether it gets events.', true],
  'WebhookEndpoint.status': ['Whether it gets events.', 'enabled'],
  'CreateWebhookEndpointAnswer.status': ['Whether it gets events.', 'enabled'],
  disabledBecause: [
    'Why it gets none. `gone`: it answered 410. `failing`: it took nothing for days. `platform`, `operator`: somebody switched it off. Null while it is enabled.',
    null,
  ],
  disabledAt: ['When it was disabled; null while it is enabled.', null],
  slowedUntil: ['Until when it asked to be left alone; null where it does not.', null],
  failingSince: ['Since when it has taken nothing; null where it took the last that it was sent.', null],
  publicKey: ['The public half of the key pair that signs too, as ed25519: `v1a` of Standard Webhooks.', publicKey],
  'CreateWebhookEndpointAnswer.secret': [SECRET, secret],
  'RotateWebhookSecretAnswer.secret': [SECRET, secret],
  'RotateWebhookSecretRequest.keepOldMs': ['How long the secret and the key pair before sign too.', 86_400_000],
  previousUntil: ['Until when the one before signs too; null where it does not any more.', at.nextMonth],
  eventId: ['The id of the event: `webhook-id` of each delivery of it.', event],
  since: ['From when on.', at.created],
  redelivered: ['How many go out again.', 3],
  deliveries: ['A page of them.'],
  'WebhookDelivery.id': ['Names the delivery, among those of its endpoint.', delivery],
  'WebhookDelivery.type': ['What happened.', 'verification.verified'],
  'WebhookDelivery.subject': ['What it happened to.'],
  'subject.kind': ['What kind of thing.', 'account'],
  'subject.id': ['Which.', id.account],
  'WebhookDelivery.sequence': ['Which event of its subject, counted from 1.', 1],
  'WebhookDelivery.status': ['How it stands.', 'taken'],
  'WebhookDelivery.reason': [
    'Why it failed: what the last attempt came to, or `disabled` and `endpoint_removed` where the endpoint gets nothing any more, `event_gone` where the event is no longer kept. Null where it has not failed.',
    null,
  ],
  'WebhookDelivery.attempts': ['The last attempts, the oldest first.'],
  'attempts.at': ['When it was made.', at.paid],
  'attempts.outcome': [
    'What it came to. `taken`: 2xx. `unreachable`: nobody answered as HTTP does. `not_accepted`: something else than 2xx. `gone`: 410. `target_refused`: the address leads to where nothing is sent.',
    'taken',
  ],
  'attempts.status': ['The status of the answer; null where there was none.', 204],
  'attempts.ms': ['How long it took.', 87],
  nextAt: ['When it is tried next; null where it is its turn, or no more.', null],
  'ListEventsQuery.subject': ['What they are about: its kind, a dot and its id.', `account.${id.account}`],
  after: ['Only those with a greater `sequence`.', 0],
  'ListWebhookDeliveriesQuery.status': ['Only those in this state.', 'failed'],
  'ListOperatorWebhookDeliveriesQuery.status': ['Only those in this state.', 'failed'],
  'ListEventsAnswer.events': ['A page of them.'],
  'Event.id': ['Names the event, always and wherever it is delivered.', event],
  'Event.type': ['What happened. There may be more types one day.', 'verification.verified'],
  'Event.timestamp': ['When it happened.', at.decided],
  'Event.sequence': ['Which event of its subject, counted from 1 without a gap: what a receiver goes by.', 1],
  'Event.subject': ['What it happened to.'],
  'Event.account': ['Whose it concerns; left out where it is about an endpoint.'],
  'account.externalId': ['How the platform names them; left out where it has given no name.', 'user-7'],
  'Event.data': [
    'More about it, by type. Never anything of a person.',
    { verificationId: id.verification, method: 'carrier' },
  ],
  'RedeliverOperatorWebhookRequest.reason': ['Why, for the record.', '接收方已恢复'],
  'EnableWebhookEndpointRequest.reason': ['Why, for the record.', '接收方已恢复'],
  'DisableWebhookEndpointRequest.reason': ['Why, for the record.', '接收方要求暂停'],
}
