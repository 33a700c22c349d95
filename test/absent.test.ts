import { describe, expect, it } from 'vitest'
import { routes } from '../functions/routes.ts'
import type { Schema } from '../shared/http/route.ts'

/** Where in an answer a member may be left out; a text for each place. */
const optionalIn = (schema: Schema, path = ''): string[] => {
  const def = schema._zod.def as unknown as Record<string, unknown> & { type: string }
  if (def.type === 'optional') return [path]
  const inner: [string, unknown][] =
    def.type === 'object'
      ? Object.entries(def.shape as object).map(([name, one]) => [`${path}/${name}`, one])
      : [
          ...[def.element, def.innerType, def.valueType, def.in, def.out].map((one): [string, unknown] => [path, one]),
          ...[def.options ?? [], def.items ?? []].flat().map((one): [string, unknown] => [path, one]),
        ]
  return inner.flatMap(([at, one]) => (one ? optionalIn(one as Schema, at) : []))
}

const answers = routes
  .filter(({ path }) => path.startsWith('/v1/'))
  .flatMap(({ method, path, answers: by }) =>
    Object.entries(by).flatMap(([status, schema]) => (schema ? [{ name: `${method} ${path} ${status}`, schema }] : [])),
  )

describe('M1 an answer of /v1 says null where there is nothing, and leaves nothing out', () => {
  it('but the tokens that a web page gets in its cookie, and events as they were delivered', () => {
    const left = answers.flatMap(({ name, schema }) => optionalIn(schema).map((at) => `${name} ${at}`))
    expect(left).toEqual([
      'POST /v1/sessions 201 /token',
      'POST /v1/session-links/redeem 201 /token',
      'POST /v1/scans 201 /deskToken',
      'POST /v1/scans/current/redemption 201 /token',
      'POST /v1/scans/entries 201 /token',
      'POST /v1/wechat/joins 201 /token',
      'POST /v1/operator/sessions 201 /token',
      'POST /v1/operator/enrolments 201 /token',
      // As they were delivered, to the letter.
      'GET /v1/events 200 /events/account',
      'GET /v1/events/{id} 200 /account',
    ])
  })

  it('is looked for in lists, choices and whatever may be null', () => {
    const places = answers.flatMap(({ schema }) => optionalIn(schema))
    expect(places.length).toBeGreaterThan(0)
    expect(answers.length).toBeGreaterThan(30)
  })
})

/** The members an object schema has at some place of an answer. */
const membersAt = (route: string, ...place: string[]): string[] => {
  const found = answers.find(({ name }) => name === route)
  const schema = place.reduce<Schema | undefined>((one, member) => {
    const def = one?._zod.def as unknown as { shape?: Record<string, Schema>; element?: Schema } | undefined
    return member === '[]' ? def?.element : def?.shape?.[member]
  }, found?.schema)
  return Object.keys((schema?._zod.def as unknown as { shape: object } | undefined)?.shape ?? {})
}

const ORDER = [
  ...[
    'id',
    'kind',
    'offer',
    'verificationId',
    'applicationId',
    'points',
    'status',
    'amountFen',
    'createdAt',
    'expiresAt',
  ],
  ...['paidAt', 'channel', 'outTradeNo'],
]

describe('M1 an order has one shape', () => {
  it.each([
    ['POST /v1/verifications 201', 'order'],
    ['GET /v1/verifications/{id} 200', 'order'],
    ['POST /v1/memberships 201', 'order'],
    ['POST /v1/points/recharges 201', 'order'],
    ['GET /v1/orders 200', 'orders', '[]'],
  ])('in %s', (route, ...place) => {
    expect(membersAt(route, ...place)).toEqual(ORDER)
  })

  it.each([
    ['GET /v1/orders/{id} 200', ['refunds'], []],
    [
      'GET /v1/operator/orders/{id} 200',
      ['accountId', 'feeFen', 'transactionId', 'transactions', 'forcedFen'],
      ['order'],
    ],
  ])('and more in %s', (route, more, place) => {
    const members = membersAt(route, ...place)
    expect(members.slice(0, ORDER.length)).toEqual(ORDER)
    expect(members).toEqual(expect.arrayContaining(more))
  })
})

const BACK = [
  'cause',
  'status',
  'channel',
  'outTradeNo',
  'paidFen',
  'amountFen',
  'reason',
  'owedAt',
  'takenAt',
  'backAt',
]

describe('M1 money that goes back has one shape, to which operators see more', () => {
  it.each([
    ['GET /v1/orders/{id} 200', 'refunds', '[]'],
    ['GET /v1/verifications/{id} 200', 'refunds', '[]'],
    ['GET /v1/account 200', 'refunds', '[]'],
    ['GET /v1/operator/orders/{id} 200', 'told', '[]'],
    ['GET /v1/operator/orders/{id} 200', 'refunds', '[]'],
    ['GET /v1/operator/refunds 200', 'refunds', '[]'],
    ['POST /v1/operator/orders/{orderId}/refunds/{name}/actions 200'],
  ])('in %s %s', (route, ...place) => {
    expect(membersAt(route, ...place)).toEqual(expect.arrayContaining(BACK))
  })
})
