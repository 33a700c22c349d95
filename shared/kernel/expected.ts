/**
 * What a field should have been, in the words of JSON Schema, so that programs can use it too. Lengths are those of texts, in
 * characters. Never what was given.
 */
export type Expected = {
  type?: 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object'
  enum?: readonly (string | number | boolean | null)[]
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  examples?: readonly string[]
  /** What a text is made of, in signs of any language; beyond JSON Schema, like all that follow. */
  characters?: string
  /** The names an object may have. */
  properties?: readonly string[]
  /** Names of which an object has exactly one. */
  exactlyOne?: readonly string[]
  /** What a number counts. */
  unit?: Unit
}

/** What numbers of requests count. */
export type Unit = 'fen' | 'points' | 'ms' | 'bytes' | 'year'
