import { describe, expect, it } from 'vitest'
import { dynamodbRequests } from '../../../local/permissions/dynamodb-requests.ts'

const tables = (name: string) => ({
  arn: `arn:table/${name}`,
  partitionKey: 'pk',
  indexes: { due: 'dueShard', list: 'listName' },
})
const requestsOf = (operation: string, body: object) => dynamodbRequests(operation, body, tables)
const onlyOf = (operation: string, body: object) => {
  const [only, ...others] = requestsOf(operation, { TableName: 't', ...body })
  expect(others).toEqual([])
  return only
}
const Key = { pk: { S: 'ORDER#1' }, sk: { S: 'ORDER' } }
const keysOf = (of: ReturnType<typeof onlyOf>) => of?.context['dynamodb:LeadingKeys']
const attributesOf = (of: ReturnType<typeof onlyOf>) => of?.context['dynamodb:Attributes']

describe('one item', () => {
  it.each(['GetItem', 'UpdateItem', 'DeleteItem'])('%s is asked for by its partition', (operation) => {
    const request = onlyOf(operation, { Key })
    expect(request).toMatchObject({ action: `dynamodb:${operation}`, resource: 'arn:table/t' })
    expect([keysOf(request), attributesOf(request)]).toEqual([['ORDER#1'], ['pk', 'sk']])
  })

  it('that is put has all its attributes', () => {
    const request = onlyOf('PutItem', {
      Item: { ...Key, n: { N: '1' } },
      ConditionExpression: 'attribute_not_exists(#a0)',
      ExpressionAttributeNames: { '#a0': 'other' },
    })
    expect([keysOf(request), attributesOf(request)]).toEqual([['ORDER#1'], ['pk', 'sk', 'n', 'other']])
  })

  it('that is changed has those it names, whatever the expressions look like', () => {
    const request = onlyOf('UpdateItem', {
      Key,
      UpdateExpression: 'SET #a0 = if_not_exists(#a1, :v0) + :v1, plain.inner[0] = :v2 REMOVE gone ADD sum :v3',
      ConditionExpression: '(attribute_exists(#a2) AND size(listed) < :v4) OR NOT state IN (:v5, :v6)',
      ExpressionAttributeNames: { '#a0': 'dueAt', '#a1': 'wakePause', '#a2': 'op' },
      ReturnValues: 'ALL_NEW',
    })
    expect(attributesOf(request)?.toSorted()).toEqual(
      ['pk', 'sk', 'dueAt', 'wakePause', 'op', 'plain', 'gone', 'sum', 'listed', 'state'].toSorted(),
    )
    expect(request?.context['dynamodb:ReturnValues']).toEqual(['ALL_NEW'])
  })
})

describe('queries', () => {
  it('ask for the partition of the table', () => {
    const request = onlyOf('Query', {
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': { S: 'ORDER#1' }, ':prefix': { S: 'X' } },
    })
    expect([request?.resource, keysOf(request), attributesOf(request)]).toEqual([
      'arn:table/t',
      ['ORDER#1'],
      ['pk', 'sk'],
    ])
  })

  it('ask for the partition of an index, which is a resource of its own', () => {
    const request = onlyOf('Query', {
      IndexName: 'due',
      KeyConditionExpression: '#d >= :until AND #s = :shard',
      ExpressionAttributeNames: { '#s': 'dueShard', '#d': 'dueAt' },
      ExpressionAttributeValues: { ':shard': { N: '7' }, ':until': { N: '1' } },
    })
    expect([request?.resource, keysOf(request)]).toEqual(['arn:table/t/index/due', ['7']])
  })

  it.each([
    ['other', 'pk = :pk'],
    [undefined, 'sk = :pk'],
    [undefined, 'pk = :other'],
  ])('that are not understood are not let through: %s %s', (IndexName, KeyConditionExpression) => {
    const body = { IndexName, KeyConditionExpression, ExpressionAttributeValues: { ':pk': { S: 'ORDER#1' } } }
    expect(() => onlyOf('Query', body)).toThrow('the key of this query')
  })
})

describe('many items at once', () => {
  const at = (pk: string) => ({ pk: { S: pk }, sk: { S: '-' } })

  it('are read for each table, all keys together', () => {
    const requests = requestsOf('BatchGetItem', {
      RequestItems: { t: { Keys: [at('A#1'), at('B#1')] }, u: { Keys: [at('C#1')] } },
    })
    expect(requests.map((one) => [one.action, one.resource, keysOf(one)])).toEqual([
      ['dynamodb:BatchGetItem', 'arn:table/t', ['A#1', 'B#1']],
      ['dynamodb:BatchGetItem', 'arn:table/u', ['C#1']],
    ])
  })

  it('of a transaction need what each needs alone, and say that they are in one', () => {
    const [TableName, other] = ['t', 'u']
    const requests = requestsOf('TransactWriteItems', {
      TransactItems: [
        { Put: { TableName, Item: at('A#1') } },
        { Put: { TableName, Item: at('B#1') } },
        { Update: { TableName, Key: at('A#2') } },
        { Delete: { TableName, Key: at('A#3') } },
        { ConditionCheck: { TableName, Key: at('A#4') } },
        { Put: { TableName: other, Item: at('A#5') } },
      ],
    })
    expect(requests.map((one) => [one.action, one.resource, keysOf(one)])).toEqual([
      ['dynamodb:PutItem', 'arn:table/t', ['A#1', 'B#1']],
      ['dynamodb:UpdateItem', 'arn:table/t', ['A#2']],
      ['dynamodb:DeleteItem', 'arn:table/t', ['A#3']],
      ['dynamodb:ConditionCheckItem', 'arn:table/t', ['A#4']],
      ['dynamodb:PutItem', 'arn:table/u', ['A#5']],
    ])
    for (const { context } of requests) expect(context['dynamodb:EnclosingOperation']).toEqual(['TransactWriteItems'])
  })

  it('that are scanned name no key', () => {
    expect(onlyOf('Scan', {})).toEqual({ action: 'dynamodb:Scan', resource: 'arn:table/t', context: {} })
    expect(requestsOf('ListTables', {})).toEqual([{ action: 'dynamodb:ListTables', resource: '*', context: {} }])
  })
})
