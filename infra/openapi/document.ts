import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { routes } from '../../functions/routes.ts'
import type { Route } from '../../shared/http/route.ts'
import { schemesOf } from './callers.ts'
import type { Operation } from './described.ts'
import type { Sources } from './examples.ts'
import { type Look, sandbox, service } from './fields/look.ts'
import { pushplusParameters, pushplusSchemas } from './foreign/pushplus.ts'
import { webhookSchemas, webhooks } from './foreign/webhooks.ts'
import type { Json, JsonSchema } from './json.ts'
import { methodsOf, operationOf, sharedAnswersOf } from './operations.ts'
import { pathOf, sharedHeaders, sharedParameters } from './parameters.ts'
import { codesOf } from './problems/codes.ts'
import { problemExample } from './problems/examples.ts'
import { problemSchemas } from './problems/schemas.ts'
import { schemasOf } from './schemas.ts'
import { tags } from './tags.ts'

/** A document of OpenAPI 3.1. */
export type OpenApi = {
  openapi: '3.1.0'
  info: { title: string; summary: string; description: string; version: string; license: object; contact: object }
  servers: readonly { url: string; description: string }[]
  tags: readonly { name: string; 'x-displayName': string; description: string }[]
  paths: Record<string, Record<string, Operation>>
  webhooks?: Json
  components: Record<string, Record<string, unknown>> & { schemas: Record<string, JsonSchema> }
}

const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as {
  version: string
  license: string
}

type Part = {
  routes: readonly Route[]
  look: Look
  title: string
  summary: string
  description: string
  webhooks?: Json
}

const parts = {
  service: {
    routes: routes.filter(({ sandboxOnly }) => !sandboxOnly),
    look: service,
    title: '实名 Shiming API',
    summary:
      '平台的实名认证、付款、退款、门禁与消息。 Real-name verification, payment, refunds, gate and messages of a platform.',
    description: [
      '请求和答复都是 UTF-8 编码的 JSON。出错时答复 RFC 9457 的 `application/problem+json`：程序按 `code` 判断，`detail` 告诉人怎么办。金额单位为分，时间为 RFC 3339 UTC，没有的值为 null。列表按 `cursor` 翻页。答复以后可能增加字段，请忽略不认识的字段。',
      'Requests and answers are JSON in UTF-8. Errors are answered as `application/problem+json` (RFC 9457): programs go by `code`, and `detail` tells a person what to do. Amounts are in fen, times RFC 3339 in UTC, and what there is not is null. Lists are paged by `cursor`. Answers may gain fields: ignore those you do not know. An address that no operation has is answered 404 `route_unknown`, a method that it does not have 405 `method_not_allowed` with the header Allow; HEAD is one of these, pages alone have it.',
    ].join('\n\n'),
    webhooks,
  },
  sandbox: {
    routes: routes.filter(({ sandboxOnly }) => sandboxOnly),
    look: sandbox,
    title: '实名 Shiming 沙箱 Sandbox API',
    summary:
      '只在沙箱中有：测试人物、短信、付款与故障。 In the sandbox only: test people, text messages, paying and faults.',
    description: [
      '沙箱不收真钱，也不核验真人；正式环境没有这些接口。',
      'No real money is taken and no real person is checked. No other stage has any of this.',
    ].join('\n\n'),
  },
} as const satisfies Record<string, Part>

const byName = <T>(entries: readonly (readonly [string, T])[]): Record<string, T> =>
  Object.fromEntries(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)))

const referredTo = (text: string, kind: string): ReadonlySet<string> =>
  new Set([...text.matchAll(new RegExp(`"#/components/${kind}/([\\w-]+)"`, 'g'))].map(([, name = '']) => name))

/** Of what a document could have, what something in it refers to, in whatever else it has. */
const used = <T>(all: Readonly<Record<string, T>>, kind: string, ...among: unknown[]): Record<string, T> => {
  const named = referredTo(JSON.stringify([all, ...among]), kind)
  return Object.fromEntries(Object.entries(all).filter(([name]) => named.has(name)))
}

const operationsOf = (rows: readonly Route[], sources: Sources): Record<string, Operation> =>
  Object.fromEntries(
    rows.flatMap((row) => methodsOf(row).map((method) => [method.toLowerCase(), operationOf(row, method, sources)])),
  )

/**
 * The API's description, made of the route table and the problems: of the service itself, or of what only a sandbox has. The same rows
 * give the same bytes.
 */
export const openApi = async (of: keyof typeof parts): Promise<OpenApi> => {
  const part: Part = parts[of]
  const made = schemasOf(part.routes, part.look)
  const sent = part.webhooks ? webhookSchemas : {}
  const schemas = byName(Object.entries({ ...made, ...problemSchemas, ...pushplusSchemas, ...sent }))
  const sources = { schemas, look: part.look }
  const paths = Object.fromEntries(
    [...Map.groupBy(part.routes, pathOf)].map(([path, rows]) => [path, operationsOf(rows, sources)]),
  )
  const responses = sharedAnswersOf(part.routes)
  const codes = [...new Set(part.routes.flatMap(codesOf))].toSorted()
  const examples = Object.fromEntries(
    await Promise.all(codes.map(async (code) => [code, await problemExample(code, part.look)] as const)),
  )
  const capabilities = new Set(Object.values(paths).flatMap((one) => Object.values(one).flatMap(({ tags }) => tags)))
  return {
    openapi: '3.1.0',
    info: {
      title: part.title,
      summary: part.summary,
      description: part.description,
      version: manifest.version,
      license: { name: manifest.license, identifier: manifest.license },
      contact: { name: '部署者 Whoever runs this deployment' },
    },
    servers: [{ url: '/', description: '答复本文档的部署。 The deployment that answers this document.' }],
    tags: Object.entries(tags)
      .filter(([name]) => capabilities.has(name))
      .map(([name, { title, is }]) => ({ name, 'x-displayName': title, description: is })),
    paths,
    ...(part.webhooks && { webhooks: part.webhooks }),
    components: {
      securitySchemes: schemesOf(part.routes),
      parameters: used({ ...sharedParameters, ...pushplusParameters }, 'parameters', paths),
      headers: used(sharedHeaders, 'headers', paths, responses),
      responses: used(responses, 'responses', paths),
      examples: used(examples, 'examples', paths, responses),
      schemas: used(schemas, 'schemas', paths, responses, part.webhooks),
    },
  }
}

/** The text of a document, as it is kept and answered. */
export const openApiText = async (of: keyof typeof parts): Promise<string> =>
  `${JSON.stringify(await openApi(of), null, 2)}\n`
