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

/** A path that begins with a name, or with the alias of one; `:value` is none, nor is what follows a dot or an index. */
const NAME = /(?<![:.\w#])(#?[A-Za-z_]\w*)(?!\w*\s*\()/g

/** The attributes at the top of an item that a request looks at or changes, but for its key. */
export const attributesIn = ({ ExpressionAttributeNames = {}, ...request }: Expressions): string[] => {
  const found = TEXTS.flatMap((name) => request[name] ?? [])
  const names = found.flatMap((text) => [...text.matchAll(NAME)].map(([, name = '']) => name))
  const attributes = names.filter((name) => !WORDS.has(name.toUpperCase()))
  return [...new Set(attributes.map((name) => ExpressionAttributeNames[name] ?? name))]
}

/** The placeholder to which a query holds the partition key; undefined where it holds it to none. */
export const keyPlaceholder = (
  { ExpressionAttributeNames = {}, KeyConditionExpression = '' }: Expressions,
  partitionKey: string,
): string | undefined =>
  [...KeyConditionExpression.matchAll(/(#?\w+)\s*=\s*(:\w+)/g)].find(
    ([, name = '']) => (ExpressionAttributeNames[name] ?? name) === partitionKey,
  )?.[2]
