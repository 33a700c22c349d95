import type { Route, Schema } from '../../shared/http/route.ts'
import { demanded, type Look } from './fields/look.ts'
import { type Json, type JsonSchema, ref, sentences, typeName } from './json.ts'
import { names } from './names.ts'
import { type Direction, schemaOf } from './schema-of.ts'

const nameOf = (schema: Schema, otherwise: string): string =>
  Object.entries(names).find(([, named]) => named === schema)?.[0] ?? otherwise

export const requestName = (route: Pick<Route, 'name'>): string => `${typeName(route.name)}Request`

/** Where a route's answer is described; undefined for one without a body. */
export const answerRef = (route: Route, status: number): { $ref: string } | undefined => {
  const schema = route.answers[status]
  return schema ? ref('schemas', nameOf(schema, `${typeName(route.name)}Answer`)) : undefined
}

const relinked = (json: JsonSchema): JsonSchema =>
  JSON.parse(JSON.stringify(json).replaceAll('"#/$defs/', '"#/components/schemas/'))

const isWord = (value: Json): boolean => typeof value === 'string' && value !== ''

/**
 * A default of a body is said in words: generators of types take the keyword for a promise that the member is there, and would ask for
 * it from whoever sends the body.
 */
const withoutDefault = ({ default: value, ...schema }: JsonSchema): JsonSchema =>
  value === undefined || typeof value === 'object'
    ? schema
    : {
        ...schema,
        description: sentences(schema.description, `Without it ${isWord(value) ? value : JSON.stringify(value)}`),
      }

/** The schema with a sentence for each field in it. */
export const explained = (schema: JsonSchema, look: Look, within: readonly string[]): JsonSchema => {
  const { properties, items, anyOf } = schema
  const property = ([name, one]: [string, JsonSchema]): [string, JsonSchema] => {
    const inner = explained(one, look, [...within, name])
    const said = sentences(demanded(look, name, within).is, inner.description)
    return [name, withoutDefault({ ...inner, description: said })]
  }
  return {
    ...schema,
    ...(properties && { properties: Object.fromEntries(Object.entries(properties).map(property)) }),
    ...(items && { items: explained(items, look, within) }),
    ...(anyOf && { anyOf: anyOf.map((one) => explained(one, look, within)) }),
  }
}

/** The parameters of a query, by name, in the order of its row. */
export const queryOf = (route: Route): { properties: Record<string, JsonSchema>; required: readonly string[] } => {
  const { properties = {}, required = [] } = route.query ? schemaOf(route.query, 'input').json : {}
  return { properties, required }
}

/** Every schema these routes take or answer, by name, in the order of the alphabet. */
export const schemasOf = (routes: readonly Route[], look: Look): Record<string, JsonSchema> => {
  const found = new Map<string, JsonSchema>()
  const take = (schema: Schema, io: Direction, name: string): void => {
    const { json, named } = schemaOf(schema, io)
    // One that has a name of its own refers to itself.
    const all = json.$ref ? named : { ...named, [name]: json }
    for (const [one, inner] of Object.entries(all)) found.set(one, relinked(inner))
  }
  for (const route of routes) {
    if (route.body) take(route.body, 'input', requestName(route))
    for (const answer of Object.values(route.answers))
      if (answer) take(answer, 'output', `${typeName(route.name)}Answer`)
  }
  const sorted = [...found].toSorted(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(sorted.map(([name, json]) => [name, explained(json, look, [name])]))
}
