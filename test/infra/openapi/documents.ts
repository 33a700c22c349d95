import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { type OpenApi, openApi } from '../../../infra/openapi/document.ts'

/** Both documents, by what they describe. */
export const documents: readonly { name: string; document: OpenApi }[] = [
  { name: 'of the service', document: await openApi('service') },
  { name: 'of the sandbox', document: await openApi('sandbox') },
]

/** What a reference in a document leads to; anything else is itself. */
export const resolved = <T>(document: OpenApi, one: unknown): T => {
  const { $ref } = Object(one) as { $ref?: string }
  if ($ref === undefined) return one as T
  const path = $ref.split('/').slice(1)
  return path.reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], document) as T
}

/** Tells whether values fit the schemas of a document. */
export const validatorOf = (document: OpenApi): ((schema: object) => ValidateFunction) => {
  const ajv = new Ajv2020({ allErrors: true, strict: false })
  formats.default(ajv)
  ajv.addSchema({ $id: 'openapi', ...document })
  const made = new Map<string, ValidateFunction>()
  return (schema) => {
    const text = JSON.stringify(schema).replaceAll('"#/components/', '"openapi#/components/')
    const validate = made.get(text) ?? ajv.compile(JSON.parse(text))
    made.set(text, validate)
    return validate
  }
}
