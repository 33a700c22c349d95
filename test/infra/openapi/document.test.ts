import { describe, expect, it } from 'vitest'
import { routes } from '../../../functions/routes.ts'
import { documents, resolved, validatorOf } from './documents.ts'

type Content = Record<string, { schema?: object; example?: unknown; examples?: Record<string, unknown> }>
type Part = { content?: Content }
type Shown = { name: string; schema: object; value: unknown }

const examplesIn = (document: (typeof documents)[number]['document'], name: string, { content = {} }: Part): Shown[] =>
  Object.entries(content).flatMap(([type, { schema, example, examples }]) => {
    const values = examples
      ? Object.entries(examples).map(([key, one]) => [key, resolved<{ value: unknown }>(document, one).value] as const)
      : [['', example] as const]
    return schema ? values.map(([key, value]) => ({ name: `${name} ${type} ${key}`, schema, value })) : []
  })

describe('an operation has a name for good', () => {
  const names = documents.flatMap(({ document }) =>
    Object.values(document.paths).flatMap((at) => Object.values(at).map(({ operationId }) => operationId)),
  )

  it('of its own, that a program can use', () => {
    expect(names.toSorted()).toEqual([...new Set(names)].toSorted())
    for (const name of names) expect(name).toMatch(/^[a-z][a-zA-Z]+$/)
  })

  it('whatever route it is', () => {
    expect(names.length).toBeGreaterThanOrEqual(routes.length)
  })
})

describe.each(documents)('the document $name', ({ document }) => {
  const validatorFor = validatorOf(document)
  const operations = Object.entries(document.paths).flatMap(([path, at]) =>
    Object.entries(at).map(([method, operation]) => ({ name: `${method} ${path}`, operation })),
  )
  const shown = operations.flatMap(({ name, operation: { requestBody, responses, parameters = [] } }) => [
    ...examplesIn(document, `${name} body`, (requestBody ?? {}) as Part),
    ...Object.entries(responses).flatMap(([status, one]) =>
      examplesIn(document, `${name} ${status}`, resolved<Part>(document, one)),
    ),
    ...parameters.flatMap((one) => {
      const { name: of, schema, example } = resolved<{ name: string; schema: object; example?: unknown }>(document, one)
      return example === undefined ? [] : [{ name: `${name} ${of}`, schema, value: example }]
    }),
  ])

  it('has an example for whatever is sent or answered, and each fits', () => {
    expect(shown.length).toBeGreaterThan(200)
    const wrong = shown.flatMap(({ name, schema, value }) => {
      const validate = validatorFor(schema)
      return value !== undefined && validate(value) ? [] : [{ name, value, errors: validate.errors }]
    })
    expect(wrong).toEqual([])
  })
})
