import { events } from '../../functions/events.ts'
import { LADDER } from '../../functions/outgoing/ladder.ts'
import { settingsOf } from '../../functions/settings.ts'
import { eventExample, eventSchemaName, eventSchemas } from '../../infra/openapi/foreign/events.ts'
import type { JsonSchema } from '../../infra/openapi/json.ts'
import { DAY, HOUR, MINUTE, type Millis, SECOND } from '../../shared/kernel/time.ts'

const units: readonly (readonly [Millis, string])[] = [
  [DAY, 'd'],
  [HOUR, 'h'],
  [MINUTE, 'min'],
  [SECOND, 's'],
]

const spoken = (ms: Millis): string => {
  const [unit, name] = units.find(([of]) => ms % of === 0 && ms >= of) ?? [1, 'ms']
  return `${ms / unit} ${name}`
}

const wordsOf = ({ enum: values, type, items, properties }: JsonSchema): string => {
  if (properties)
    return `{ ${Object.entries(properties)
      .map(([name, of]) => `\`${name}\`: ${wordsOf(of)}`)
      .join(', ')} }`
  if (values) return values.map((value) => `\`${value}\``).join(', ')
  return items ? `list of ${wordsOf(items)}` : String(type)
}

const dataOf = (type: string): JsonSchema => eventSchemas[eventSchemaName(type)]?.properties?.data ?? {}

const fieldsOf = (type: string): string => {
  const { properties = {}, required = [] } = dataOf(type)
  return Object.entries(properties)
    .map(
      ([name, field]) => `\`${name}\`${required.includes(name) ? '' : '?'} (${wordsOf(field)}): ${field.description}`,
    )
    .join('<br>')
}

const rows = Object.entries(events).map(
  ([type, { subject, means }]) => `| \`${type}\` | ${subject} | ${means.zh}<br>${means.en} | ${fieldsOf(type)} |`,
)

const { webhooks } = settingsOf('sandbox', undefined)

/** docs/events.md, from the tables of events and the settings. */
export const eventsPage = (): string => `# Events

What happens here is told to the platform's own servers, so that nobody has to ask again and again. Made by \`npm run docs\` from each capability's
\`events.ts\`; the exact schemas are in [openapi.json](openapi.json) under \`webhooks.event\`, and the typed client has them as types.

An event is written by the very commit that brings about what it tells: there is no event without its cause, and no cause without its event.

## Begin

With the platform's API key: \`POST /v1/webhook-endpoints\` with \`{"url": "https://hooks.example.com/shiming", "events": ["verification.*", "account.*"]}\` (or \`["*"]\`).
The answer has the signing \`secret\` (shown once) and the \`publicKey\`. \`POST /v1/webhook-endpoints/{id}/test\` sends an \`endpoint.test\`. On a developer's machine
\`npm start -- --deliver 127.0.0.1:4100\` lets deliveries reach that port, and \`npx shiming events listen\` prints and verifies them ([cli.md](cli.md)).
\`npx shiming conform\` tries a receiver out ([conformance.md](conformance.md)).

## A delivery

A POST of JSON, signed as [Standard Webhooks](https://www.standardwebhooks.com) says. Any library of it verifies one; so does \`verifyWebhook\` of the
[typed client](../clients/typescript/README.md#receive-webhooks), which has every event as a type.

\`\`\`json
${JSON.stringify(eventExample('verification.verified'), null, 2)}
\`\`\`

- \`webhook-id\` is the event's \`id\`: the same in every attempt, at every endpoint and after a redelivery. Keep the ids you have seen, and do nothing the second time.
- \`webhook-signature\` has \`v1\` (HMAC-SHA256 under the secret) and \`v1a\` (Ed25519 under the key pair) signatures; two of each while the secret is changed. Verify the bytes as they
  came, and refuse a \`webhook-timestamp\` more than five minutes from now.
- \`sequence\` counts the events of one \`subject\` from 1 without a gap. Deliveries of one subject to one endpoint go one after the other, but after
  ${spoken(webhooks.orderMs)} the later ones pass: go by \`sequence\`, not by arrival. What is missing is read with \`GET /v1/events?subject=account.<id>&after=<sequence>\`; events are kept for ${spoken(webhooks.keepMs)}.
- There is nothing of a person in it: ids, words of closed lists and amounts. \`account.externalId\` is the platform's own name of the user, so it should be none that says who they are. Details are fetched with the API key.
- Types may be added: answer an unknown one 2xx and ignore it.

## Answers

| answer | what follows |
|---|---|
| 2xx within ten seconds | taken |
| 410 | the endpoint is disabled |
| 429 or 503 with \`Retry-After\` | the whole endpoint is left alone until then, an hour at most |
| anything else, or nothing | tried again after ${LADDER.map(spoken).join(', ')}, and up to a fifth more |

Answer first and work afterwards. An endpoint that has taken nothing for ten minutes is tried by one delivery every five minutes, until it takes one; the others wait, and lose no attempt. An endpoint at which nothing was taken for ${spoken(webhooks.failingMs)} is disabled: an alarm rings, and other endpoints are told by \`endpoint.disabled\`.
Once it is enabled again (\`PATCH /v1/webhook-endpoints/{id}\` with \`{"enabled": true}\`), \`POST /v1/webhook-endpoints/{id}/recover\` with \`{"since": …}\` sends what it missed. \`GET /v1/webhook-endpoints/{id}/deliveries\`
lists what was sent, by \`status\` too, and a single one goes out anew by \`POST /v1/webhook-endpoints/{id}/deliveries/{deliveryId}/redeliver\`. \`POST /v1/webhook-endpoints/{id}/secret\` changes the secret; the old one signs too for as long as \`keepOldMs\` says. The console shows endpoints, deliveries and their answers under 事件推送 Webhooks.

## Types

| type | subject | says | \`data\` |
|---|---|---|---|
${rows.join('\n')}

## 中文摘要

平台用 API 密钥登记接收地址，即可收到事件：由引起它的那次写入一并记下，至少送达一次，按 Standard Webhooks 签名（HMAC 与 Ed25519），不含个人信息。请按 \`webhook-id\` 去重，按每个主体的 \`sequence\`
判断先后；先答复 2xx 再处理；不认识的类型请忽略并答复 2xx。失败会在三天内重试，也可以手动补发；地址答复 410 或连续多日失败会被停用。
`
