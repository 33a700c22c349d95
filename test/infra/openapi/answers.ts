import { documents, resolved, validatorOf } from './documents.ts'

/** An answer as it came, headers by names in lower case. */
export type Came = {
  method: string
  path: string
  status: number
  headers: ReadonlyMap<string, string>
  text: string
}

type Schema = { properties?: object; allOf?: readonly Schema[]; $ref?: string }
type Described = { content?: Record<string, { schema?: Schema }>; headers?: Record<string, unknown> }
type Operation = { responses: Record<string, Described | { $ref: string }> }

/** What only some answers have, so that whoever reads the description must find it there. */
const TOLD = ['retry-after', 'set-cookie', 'etag', 'content-language', 'allow', 'location', 'shiming-enforcement']

const described = documents.flatMap(({ document }) => {
  const validatorFor = validatorOf(document)
  return Object.entries(document.paths).map(([path, operations]) => ({
    document,
    validatorFor,
    path,
    pattern: new RegExp(`^${path.replace(/\{(token|path)\}/, '.*').replace(/\{\w+\}/g, '[^/]+')}$`),
    operations: operations as Record<string, Operation>,
  }))
})

type Place = (typeof described)[number]

/** A path without parameters is nobody else's. */
const placeOf = (path: string): Place | undefined =>
  described
    .filter(({ pattern }) => pattern.test(path))
    .toSorted((one, two) => one.path.split('{').length - two.path.split('{').length)[0]

/** The names of the members that a schema speaks of. */
const membersOf = ({ document }: Place, schema: Schema): string[] => {
  const { properties = {}, allOf = [] } = resolved<Schema>(document, schema)
  return [...Object.keys(properties), ...allOf.flatMap((one) => membersOf({ document } as Place, one))]
}

const bodyFaults = (place: Place, type: string, schema: Schema, text: string): string[] => {
  const value: unknown = /json$/.test(type) ? JSON.parse(text) : text
  const validate = place.validatorFor(schema)
  if (!validate(value)) return validate.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`) ?? []
  if (type !== 'application/problem+json') return []
  const known = membersOf(place, schema)
  return Object.keys(Object(value)).flatMap((name) => (known.includes(name) ? [] : [`no member ${name}`]))
}

/**
 * What is in an answer that the description of its operation does not name, or has otherwise: its status, type, code, members, headers. Empty
 * where all is as described, and where no operation is.
 */
export const undescribed = ({ method, path, status, headers, text }: Came): string[] => {
  const place = placeOf(path)
  const operation = place?.operations[method.toLowerCase()]
  if (!place || !operation) return []
  const found = operation.responses[status] ?? operation.responses[`${Math.floor(status / 100)}XX`]
  if (!found) return ['no such status']
  const { content = {}, headers: named = {} } = resolved<Described>(place.document, found)
  const known = Object.keys(named).map((name) => name.toLowerCase())
  const more = TOLD.filter((name) => headers.has(name) && !known.includes(name)).map((name) => `no header ${name}`)
  if (text === '') return content['application/json'] ? ['no body', ...more] : more
  const type = headers.get('content-type')?.replace(/;.*/, '').trim() ?? ''
  const media = content[type] ?? content['*/*']
  if (!media) return [`no type ${type}`, ...more]
  return [...(media.schema ? bodyFaults(place, type, media.schema, text) : []), ...more]
}
