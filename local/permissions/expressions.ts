import * as z from 'zod/mini'

const texts = {
  ConditionExpression: z.optional(z.string()),
  FilterExpression: z.optional(z.string()),
  KeyConditionExpression: z.optional(z.string()),
  ProjectionExpression: z.optional(z.string()),
  UpdateExpression: z.optional(z.string()),
}

const TEXTS = Object.keys(texts) as (keyof typeof texts)[]

/** The parts of a DynamoDB request that name attributes. */
export const expressions = { ...texts, ExpressionAttributeNames: z.optional(z.record(z.string(), z.string())) }

type Expressions = { [Name in keyof typeof expressions]?: z.output<(typeof expressions)[Name]> }

/** Words of the language; those before a bracket are functions. */
const WORDS = new Set(['SET', 'REMOVE', 'ADD', 'DELETE', 'AND', 'OR', 'NOT', 'IN', 'BETWEEN'])

/** Names, aliases and values whole, everything else sign by sign. */
const tokensOf = (text: string): string[] => text.match(/[#:]?\w+|[^\w\s]/g) ?? []

const IS_NAME = /^(?:#\w+|[A-Za-z_]\w*)$/

/** Those at the beginning of a path: what follows a dot or an index is further inside an item. */
const namesIn = (text: string): string[] => {
  const tokens = tokensOf(text)
  return tokens.filter(
    (token, at) =>
      IS_NAME.test(token) && !WORDS.has(token.toUpperCase()) && tokens[at - 1] !== '.' && tokens[at + 1] !== '(',
  )
}

/** The attributes at the top of an item that a request looks at or changes, but for its key. */
export const attributesIn = ({ ExpressionAttributeNames = {}, ...request }: Expressions): string[] => {
  const names = TEXTS.flatMap((text) => namesIn(request[text] ?? ''))
  return [...new Set(names.map((name) => ExpressionAttributeNames[name] ?? name))]
}

/** The placeholder to which a query holds the partition key; undefined where it holds it to none. */
export const keyPlaceholder = (
  { ExpressionAttributeNames = {}, KeyConditionExpression = '' }: Expressions,
  partitionKey: string,
): string | undefined => {
  const tokens = tokensOf(KeyConditionExpression)
  const at = tokens.findIndex(
    (token, one) => tokens[one + 1] === '=' && (ExpressionAttributeNames[token] ?? token) === partitionKey,
  )
  const value = at < 0 ? undefined : tokens[at + 2]
  return value?.startsWith(':') ? value : undefined
}
