import { demanded, type Look } from './fields/look.ts'
import type { Json, JsonSchema } from './json.ts'

/** What examples are made from: the schemas by name, and what is said of fields. */
export type Sources = { schemas: Readonly<Record<string, JsonSchema>>; look: Look }

const isNull = (schema: JsonSchema): boolean => schema.type === 'null'

/** Some members are left out of an example: what need not be sent and has no example of its own. */
const membersOf = (sources: Sources, { properties = {}, required = [] }: JsonSchema, within: readonly string[]) =>
  Object.entries(properties).flatMap(([name, schema]): [string, Json][] => {
    const said = demanded(sources.look, name, within)
    const isOwn = said.key !== name && 'example' in said
    if (!required.includes(name) && !isOwn) return []
    return [[name, said.example === undefined ? exampleOf(sources, schema, [...within, name]) : said.example]]
  })

/** An example of a schema, made from those of its fields. `within`: the schema it is in, and the fields on the way. */
export const exampleOf = (sources: Sources, schema: JsonSchema, within: readonly string[]): Json => {
  const { $ref, const: only, enum: values, type, items, anyOf } = schema
  const name = $ref?.split('/').at(-1)
  if (name !== undefined) return exampleOf(sources, sources.schemas[name] ?? {}, [name])
  if (only !== undefined) return only
  if (values?.[0] !== undefined) return values[0]
  const option = anyOf?.find((one) => !isNull(one))
  if (option) return exampleOf(sources, option, within)
  if (type === 'array' && items) return [exampleOf(sources, items, within)]
  if (schema.properties) return Object.fromEntries(membersOf(sources, schema, within))
  if (type === 'boolean') return false
  const own = sources.look(within.at(-1) ?? '', within.slice(0, -1))?.example
  if (own !== undefined) return own
  throw new Error(`give ${within.join('.')} an example, in infra/openapi/fields`)
}
