import { describe, expect, it } from 'vitest'
import { routes } from '../../../functions/routes.ts'
import { parse } from '../../../shared/http/request.ts'
import type { Route, Schema } from '../../../shared/http/route.ts'
import { documents, resolved, validatorOf } from './documents.ts'

type Parameter = { name: string; in: string; required?: boolean; schema: { type?: string } }
type Described = {
  parameters?: unknown[]
  requestBody?: { content: Record<string, { schema: object; example?: unknown; examples?: object }> }
}

/** Whoever types sends blanks, wide digits and rare characters, and much of it. */
const TYPED: readonly unknown[] = [
  ...['', ' ', 'x', ' x ', `${' '.repeat(3000)}x${' '.repeat(3000)}`, 'x'.repeat(200), '𠮷'.repeat(50), '林·知夏'],
  ...['１２３４５６', '1 2 3 4 5 6', '123-456', '０１１x', '11x', ' 194 1001 1001 ', '+86 19410011001', '20261120'],
  ...['fee', 'current', 'open', 'operator', 'user-7', '/a/b', '1', '100', '101', 'wechat_pay', 'html'],
  ...[0, 1, 100, -1, 1.5, 2 ** 53, true, false, null, [], {}, { notice: 'x', agreed: true }],
]

const operations = documents.flatMap(({ document }) => {
  const validatorFor = validatorOf(document)
  return Object.values(document.paths).flatMap((at) =>
    Object.values(at).map((operation) => ({
      document,
      validatorFor,
      operation: operation as unknown as Described & { operationId: string },
    })),
  )
})

const operationOf = (route: Route) => {
  const found = operations.find(({ operation: { operationId } }) => operationId === route.name)
  if (!found) throw new Error(`${route.name} is not described`)
  return found
}

/** The object with one of its members, or of those in it, replaced. */
const replaced = (value: unknown, by: unknown): unknown[] =>
  Object.entries(Object(value)).flatMap(([name, one]) => [
    { ...Object(value), [name]: by },
    ...(typeof one === 'object' ? replaced(one, by).map((inner) => ({ ...Object(value), [name]: inner })) : []),
  ])

const takes = (schema: Schema, input: unknown): boolean => parse(schema, input).ok

const withBody = routes.filter(({ body }) => body).map((route) => [route.name, route] as const)
const withQuery = routes.filter(({ query }) => query).map((route) => [route.name, route] as const)

describe('what the service takes, its description allows', () => {
  it.each(withBody)('in the body of %s', (_, route) => {
    const { operation, validatorFor } = operationOf(route)
    const { schema, example, examples } = operation.requestBody?.content['application/json'] ?? { schema: {} }
    const validate = validatorFor(schema)
    const bases = examples ? Object.values(examples).map((one) => Object(one).value) : [example]
    const inputs = bases.flatMap((base) => [base, ...TYPED.flatMap((typed) => replaced(base, typed))])
    const taken = inputs.filter((input) => takes(route.body as Schema, input))
    expect(taken.length).toBeGreaterThan(0)
    expect(taken.filter((input) => !validate(input))).toEqual([])
    expect(inputs.length).toBeGreaterThan(taken.length)
  })

  it.each(withQuery)('in the query of %s', (_, route) => {
    const { document, operation, validatorFor } = operationOf(route)
    const parameters = (operation.parameters ?? [])
      .map((one) => resolved<Parameter>(document, one))
      .filter((one) => one.in === 'query')
    const fits = ({ schema }: Parameter, text: string): boolean =>
      validatorFor(schema)(schema.type === 'integer' && text !== '' ? Number(text) : text) === true
    const shape = Object((route.query as Schema)._zod.def).shape as Record<string, Schema>
    expect(parameters.map(({ name }) => name)).toEqual(Object.keys(shape))
    for (const parameter of parameters) {
      const one = shape[parameter.name] as Schema
      expect([parameter.name, parameter.required ?? false]).toEqual([parameter.name, !takes(one, undefined)])
      const texts = TYPED.filter((typed) => typeof typed === 'string').filter((text) => takes(one, text))
      expect(texts.filter((text) => !fits(parameter, text))).toEqual([])
    }
  })
})
