/** What DynamoDB takes in one expression, and as the partition key of an index. */
const MOST_OPERATORS = 300
const MOST_OF_IN = 100
const LONGEST_KEY_BYTES = 2048

const OPERATOR = /<=|>=|<>|[=<>+-]|\b(?:AND|OR|NOT|IN|BETWEEN)\b|\w\(/g
const IN = /\bIN \(([^()]*)\)/g

type Member = [name: string, value: unknown]

/** Every member of a request, and of what is in it. */
const membersIn = (value: unknown): Member[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap((member: Member) => [member, ...membersIn(member[1])])
    : []

const ofExpression = (text: string): string | undefined => {
  if ((text.match(OPERATOR) ?? []).length > MOST_OPERATORS) return 'an expression has more than 300 operators'
  const longest = Math.max(0, ...[...text.matchAll(IN)].map(([, operands = '']) => operands.split(',').length))
  return longest > MOST_OF_IN ? 'an IN has more than 100 operands' : undefined
}

/**
 * Why DynamoDB would refuse a request that the database here takes; undefined for all others. `indexKeys`: the attributes that are
 * partition keys of an index. What else DynamoDB limits, the database here limits too: see test/shared/table/sizes.contract.ts.
 */
export const beyondLimits = (input: unknown, indexKeys: readonly string[]): string | undefined => {
  for (const [name, value] of membersIn(input)) {
    const beyond = name.endsWith('Expression') && typeof value === 'string' ? ofExpression(value) : undefined
    if (beyond !== undefined) return beyond
    const text: unknown = indexKeys.includes(name) ? Object(value).S : undefined
    if (typeof text === 'string' && Buffer.byteLength(text) > LONGEST_KEY_BYTES)
      return 'the key of an index is too long'
  }
  return undefined
}
