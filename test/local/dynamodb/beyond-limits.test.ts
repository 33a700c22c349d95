import { describe, expect, it } from 'vitest'
import { beyondLimits } from '../../../local/dynamodb/beyond-limits.ts'

const judged = (request: object) => beyondLimits(request, ['listName'])
const update = (count: number) => ({
  TransactItems: [{ Update: { UpdateExpression: `SET ${Array.from({ length: count }, () => '#a = :v').join(', ')}` } }],
})
const among = (count: number) => ({
  ConditionExpression: `#a IN (${Array.from({ length: count }, (_, n) => `:v${n}`).join(', ')})`,
})
const listed = (bytes: number) => ({ Item: { pk: { S: 'a' }, listName: { S: 'x'.repeat(bytes) } } })

describe('what DynamoDB would refuse and the database here would not', () => {
  it.each([
    ['operators', update(300), update(301)],
    [
      'functions',
      { ConditionExpression: 'size(#a) AND '.repeat(150) },
      { ConditionExpression: 'size(#a) AND '.repeat(151) },
    ],
    ['operands of IN', among(100), among(101)],
    ['bytes of the key of an index', listed(2048), listed(2049)],
  ])('too many %s', (_what, taken, refused) => {
    expect(judged(taken)).toBeUndefined()
    expect(judged(refused)).toEqual(expect.any(String))
  })
})
