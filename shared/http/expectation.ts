import type { Expected } from '../kernel/expected.ts'
import type { Schema } from './route.ts'

/** What is read of the definition of a schema, or of one of its checks. */
type Def = {
  type?: string
  check?: string
  innerType?: Schema
  in?: Schema
  options?: readonly Schema[]
  shape?: Readonly<Record<string, Schema>>
  element?: Schema
  entries?: Readonly<Record<string, string | number>>
  values?: readonly NonNullable<Expected['enum']>[number][]
  checks?: readonly { _zod: { def: object } }[]
  format?: string
  value?: number
  minimum?: number
  maximum?: number
  params?: { expected?: Expected }
}

const defOf = (schema: Schema): Def => schema._zod.def

/** The schemas a value itself has to fit, without what makes it optional or gives it a default. */
const inside = (schema: Schema): Def[] => {
  const def = defOf(schema)
  const wrapped = def.innerType ?? def.in
  if (wrapped) return inside(wrapped)
  return def.options ? def.options.flatMap(inside) : [def]
}

const stepsInto = (schema: Schema, key: PropertyKey): Schema[] =>
  inside(schema).flatMap(({ shape = {}, element }) => {
    const name = String(key)
    return element ?? (Object.hasOwn(shape, name) ? shape[name] : undefined) ?? []
  })

type Bound = 'minimum' | 'maximum' | 'minLength' | 'maxLength' | 'minItems' | 'maxItems'

const bounds: Readonly<Record<string, readonly [Bound, Bound]>> = {
  string: ['minLength', 'maxLength'],
  array: ['minItems', 'maxItems'],
}

/** What the checks of a text, a number or a list say of its size, or of themselves. */
const sizesOf = (type: string, checks: readonly Def[]): Expected => {
  const size: Expected = {}
  const [least, most] = bounds[type] ?? ['minimum', 'maximum']
  for (const { check, value, minimum = value, maximum = value, params } of checks) {
    if (check === 'min_length' || check === 'greater_than') size[least] = minimum
    if (check === 'max_length' || check === 'less_than') size[most] = maximum
    Object.assign(size, params?.expected)
  }
  return size
}

const types: Readonly<Record<string, Expected['type']>> = {
  string: 'string',
  number: 'number',
  boolean: 'boolean',
  array: 'array',
  object: 'object',
}

const expectationIn = (def: Def): Expected => {
  const type = def.format?.includes('int') ? 'integer' : types[def.type ?? '']
  const checks = (def.checks ?? []).map((one): Def => one._zod.def)
  return { ...(type && { type }), ...sizesOf(def.type ?? '', checks) }
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)]

/** What a schema wants where `path` leads; of a union, the fields of all its shapes. Empty where it knows no such field. */
export const expectationOf = (schema: Schema, path: readonly PropertyKey[]): Expected => {
  const defs = path.reduce<Schema[]>((at, key) => at.flatMap((one) => stepsInto(one, key)), [schema]).flatMap(inside)
  const values = defs.flatMap((def) => def.values ?? Object.values(def.entries ?? {}))
  if (values.length > 0) return { enum: unique(values) }
  const properties = unique(defs.flatMap(({ shape = {} }) => Object.keys(shape)))
  const [first] = defs
  return { ...(first && expectationIn(first)), ...(properties.length > 0 && { properties }) }
}
