/** What a document is made of. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json | undefined }

/** A JSON Schema (draft 2020-12), which is what OpenAPI 3.1 has for schemas, as far as ours use it. */
export type JsonSchema = {
  $ref?: string
  type?: string | readonly string[]
  const?: Json
  enum?: readonly Json[]
  format?: string
  pattern?: string
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  default?: Json
  description?: string
  examples?: readonly Json[]
  properties?: Record<string, JsonSchema>
  required?: readonly string[]
  additionalProperties?: boolean | JsonSchema
  items?: JsonSchema
  anyOf?: readonly JsonSchema[]
  oneOf?: readonly JsonSchema[]
  allOf?: readonly JsonSchema[]
  discriminator?: { propertyName: string; mapping: Readonly<Record<string, string>> }
}

/** A reference to something that the document has once. */
export const ref = (kind: 'schemas' | 'responses' | 'examples' | 'headers' | 'parameters', name: string) => ({
  $ref: `#/components/${kind}/${name}`,
})

/** Sentences after each other; undefined where there are none. */
export const sentences = (...said: readonly (string | undefined | false)[]): string | undefined =>
  said
    .filter(Boolean)
    .map((one) => String(one).trim())
    .map((one) => (/[.!?。]$/.test(one) ? one : `${one}.`))
    .join(' ') || undefined

/** The name of a type for the name of an operation or a code: `listSessions` and `sms_too_often` in capitals. */
export const typeName = (name: string): string =>
  name.replaceAll(/(?:^|_)([a-z])/g, (_whole, letter: string) => letter.toUpperCase())
