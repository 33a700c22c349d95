import { events } from '../../../functions/events.ts'
import type { EventRow } from '../../../shared/outbox/event-row.ts'
import { exampleOf } from '../examples.ts'
import { id } from '../fields/cast.ts'
import { told } from '../fields/look.ts'
import type { Json, JsonSchema } from '../json.ts'
import { ref, typeName } from '../json.ts'
import { schemaOf } from '../schema-of.ts'
import { explained } from '../schemas.ts'

/** The name of the schema of a type of event. */
export const eventSchemaName = (type: string): string => `${typeName(type.replace('.', '_'))}Event`

const text: JsonSchema = { type: 'string' }

/** Endpoints belong to nobody. */
const NOBODYS = 'endpoint'

const schemaOfEvent = (type: string, { subject, data, means }: EventRow): JsonSchema => {
  const isOfAccount = subject !== NOBODYS
  const whole: JsonSchema = {
    type: 'object',
    required: ['id', 'type', 'timestamp', 'sequence', 'subject', ...(isOfAccount ? ['account'] : []), 'data'],
    properties: {
      id: text,
      type: { type: 'string', const: type },
      timestamp: { type: 'string', format: 'date-time' },
      sequence: { type: 'integer', minimum: 1 },
      subject: {
        type: 'object',
        required: ['kind', 'id'],
        properties: { kind: { type: 'string', const: subject }, id: text },
      },
      ...(isOfAccount && {
        account: { type: 'object', required: ['id'], properties: { id: text, externalId: text } },
      }),
      data: schemaOf(data, 'output').json,
    },
  }
  return { description: `${means.zh} ${means.en}`, ...explained(whole, told, [eventSchemaName(type)]) }
}

const ofTypes = Object.fromEntries(
  Object.entries(events).map(([type, row]) => [eventSchemaName(type), schemaOfEvent(type, row)]),
)

const types = Object.keys(events)

/** Every event that is told, each type with its own data. */
export const eventSchemas: Readonly<Record<string, JsonSchema>> = {
  ...ofTypes,
  EventWebhook: {
    description:
      '发往平台地址的事件，按 type 区分；今后可能增加类型。 An event, told apart by its `type`; types may be added.',
    oneOf: types.map((type) => ref('schemas', eventSchemaName(type))),
    discriminator: {
      propertyName: 'type',
      mapping: Object.fromEntries(types.map((type) => [type, ref('schemas', eventSchemaName(type)).$ref])),
    },
  },
}

/** One of each kind of things that events are about. */
const one = { account: id.account, order: id.order, message: id.message, endpoint: id.token }

/** An event of a type as it may arrive. */
export const eventExample = (type: string): Json => {
  const name = eventSchemaName(type)
  const whole = exampleOf({ schemas: ofTypes, look: told }, ofTypes[name] ?? {}, [name])
  const { account, subject, ...event } = Object(whole) as Record<string, Json>
  const { kind } = Object(subject)
  return {
    ...event,
    subject: { kind, id: one[kind as keyof typeof one] },
    ...(account !== undefined && { account: { ...Object(account), externalId: 'user-1' } }),
  }
}
