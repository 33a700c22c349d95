import { describe, expect, it } from 'vitest'
import { type Permission, policyOf, type Request } from '../../../local/permissions/policy.ts'
import type { ConditionSpec, StatementSpec } from '../../../local/template/policies.ts'
import { permissionsIn } from '../../permissions/report.ts'

const TABLE = 'arn:aws:dynamodb:us-east-1:000000000000:table/t'

const allow = (actions: string[], resources: string[], ...conditions: ConditionSpec[]): StatementSpec => ({
  effect: 'Allow',
  actions,
  resources,
  conditions,
})
const deny = (...of: Parameters<typeof allow>): StatementSpec => ({ ...allow(...of), effect: 'Deny' })
const keys = (...values: string[]): ConditionSpec => ({
  operator: 'ForAllValues:StringLike',
  key: 'dynamodb:LeadingKeys',
  values,
})
const asked = (action: string, resource: string, context: Request['context'] = {}): Request => ({
  action,
  resource,
  context,
})
const onKeys = (...found: string[]) => asked('dynamodb:GetItem', TABLE, { 'dynamodb:LeadingKeys': found })

const kindOf = (statements: StatementSpec[], request: Request) => policyOf(statements)(request).kind

describe('actions and resources', () => {
  it.each([
    ['its name', ['dynamodb:GetItem'], [TABLE], 'allowed'],
    ['any case of its name', ['dynamodb:getitem'], [TABLE], 'allowed'],
    ['all of a service', ['dynamodb:*'], [TABLE], 'allowed'],
    ['one character of any kind', ['dynamodb:GetIte?'], [`${TABLE.slice(0, -1)}?`], 'allowed'],
    ['another action', ['dynamodb:GetItems', 'dynamodb:PutItem'], [TABLE], 'unmentioned'],
    ['another resource', ['dynamodb:GetItem'], [`${TABLE}/index/due`, `${TABLE}?`], 'unmentioned'],
    ['a resource of another case', ['dynamodb:GetItem'], [TABLE.toUpperCase()], 'unmentioned'],
    ['a pattern that is no expression', ['dynamodb:Get.*'], [TABLE], 'unmentioned'],
  ])('by %s', (_what, actions, resources, expected) => {
    expect(kindOf([allow(actions, resources)], asked('dynamodb:GetItem', TABLE))).toBe(expected)
  })

  it('that are forbidden stay so, whatever allows them', () => {
    const statements = [allow(['*'], ['*']), deny(['dynamodb:GetItem'], ['*'])]
    expect(kindOf(statements, asked('dynamodb:GetItem', TABLE))).toBe('denied')
    expect(kindOf(statements, asked('dynamodb:PutItem', TABLE))).toBe('allowed')
  })
})

describe('partitions', () => {
  const statements = [allow(['dynamodb:GetItem'], [TABLE], keys('ORDER#*', 'PHONE#*'))]

  it('must all be allowed', () => {
    expect(kindOf(statements, onKeys('ORDER#1'))).toBe('allowed')
    expect(kindOf(statements, onKeys('ORDER#1', 'PHONE#1'))).toBe('allowed')
    expect(kindOf(statements, onKeys('ORDER#1', 'ACCOUNT#1'))).toBe('unmentioned')
    expect(kindOf(statements, onKeys('XORDER#1'))).toBe('unmentioned')
  })

  it('must all be allowed by one statement', () => {
    const apart = ['ORDER#*', 'PHONE#*'].map((key) => allow(['dynamodb:GetItem'], [TABLE], keys(key)))
    expect(kindOf(apart, onKeys('ORDER#1'))).toBe('allowed')
    expect(kindOf(apart, onKeys('ORDER#1', 'PHONE#1'))).toBe('unmentioned')
  })

  it('that were reached are told one by one', () => {
    const used = (request: Request): readonly Permission[] => {
      const decision = policyOf(statements)(request)
      return decision.kind === 'allowed' ? decision.by : []
    }
    const permission = { action: 'dynamodb:GetItem', resource: TABLE }
    expect(used(onKeys('ORDER#1'))).toEqual([{ ...permission, partition: 'ORDER#*' }])
    expect(permissionsIn(statements)).toEqual([
      { ...permission, partition: 'ORDER#*' },
      { ...permission, partition: 'PHONE#*' },
    ])
    expect(permissionsIn([...statements, deny(['*'], ['*'])])).toEqual(permissionsIn(statements))
  })
})

const holds = (operator: string, key: string, values: string[], context: Request['context']): boolean =>
  kindOf([allow(['*'], ['*'], { operator, key, values })], asked('a:B', 'c', context)) === 'allowed'

describe('conditions', () => {
  const MAC = 'kms:MacAlgorithm'
  const NAMES = 'kms:EncryptionContextKeys'

  it.each([
    ['StringEquals', ['a', 'b'], ['b'], true],
    ['StringEquals', ['a*'], ['ab'], false],
    ['StringLike', ['a*'], ['ab'], true],
    ['ArnLike', ['arn:*:iam::*:role/x/*'], ['arn:aws:iam::0:role/x/y'], true],
    ['ArnLike', ['arn:*:iam::*:role/x/*'], ['arn:aws:iam::0:role/xy'], false],
    ['ArnLike', ['arn:aws:*:*:0:f'], ['arn:aws:iam:a:b:0:f'], false],
    ['ArnLike', ['arn:aws:lambda:*:0:*'], ['arn:aws:lambda:eu:0:function:f:1'], true],
    ['ArnLike', ['arn:aws:iam::0:role/*'], ['arn:aws:iam::0'], false],
    ['ArnEquals', ['arn:*:iam::*:role/x/*'], ['arn:aws:iam::0:role/x/y'], true],
    ['ArnEquals', ['arn:aws:*:*:0:f'], ['arn:aws:iam:a:b:0:f'], false],
    ['Bool', ['True'], ['true'], true],
    ['Bool', ['true'], ['True'], true],
    ['Bool', ['False'], ['true'], false],
    ['Null', ['False'], ['a'], true],
    ['Null', ['False'], undefined, false],
    ['Null', ['TRUE'], undefined, true],
    ['StringEquals', ['a'], undefined, false],
    ['StringEqualsIfExists', ['a'], undefined, true],
    ['StringEqualsIfExists', ['a'], ['b'], false],
    ['Null', ['false'], ['a'], true],
    ['Null', ['false'], undefined, false],
    ['Null', ['true'], undefined, true],
  ])('%s %j of %j: %s', (operator, values, found, expected) => {
    expect(holds(operator, MAC, values, { [MAC]: found })).toBe(expected)
  })

  it.each([
    ['ForAllValues:StringEquals', ['a', 'b'], true],
    ['ForAllValues:StringEquals', ['a', 'c'], false],
    ['ForAllValues:StringEquals', undefined, true],
    ['ForAnyValue:StringEquals', ['a', 'c'], true],
    ['ForAnyValue:StringEquals', ['c'], false],
    ['ForAnyValue:StringEquals', undefined, false],
  ])('%s of %j: %s', (operator, found, expected) => {
    expect(holds(operator, NAMES, ['a', 'b'], { [NAMES]: found })).toBe(expected)
  })

  it('of a name in the context of a key are about that name', () => {
    const context = { 'kms:EncryptionContext:account': ['a'] }
    expect(holds('StringEquals', 'kms:EncryptionContext:account', ['a'], context)).toBe(true)
    expect(holds('Null', 'kms:EncryptionContext:verification', ['false'], context)).toBe(false)
  })

  it.each([
    ['StringEqualsIgnoreCase', MAC, 'operator StringEqualsIgnoreCase'],
    ['ForAllValues:NumericEquals', NAMES, 'operator ForAllValues:NumericEquals'],
    ['ForSomeValues:StringEquals', NAMES, 'operator ForSomeValues:StringEquals'],
    ['StringEquals', 'aws:SourceIp', 'key aws:SourceIp'],
    ['StringLike', 'dynamodb:LeadingKeys', 'StringLike of dynamodb:LeadingKeys without ForAllValues'],
  ])('that the engine cannot judge are refused at the start: %s of %s', (operator, key, expected) => {
    expect(() => policyOf([allow(['*'], ['*'], { operator, key, values: ['a'] })])).toThrow(expected)
  })

  it('on what is no ARN are refused, too', () => {
    const condition = { operator: 'ArnLike', key: 'aws:PrincipalArn', values: ['arn:*:role/x/*'] }
    expect(() => policyOf([allow(['*'], ['*'], condition)])).toThrow('ARN arn:*:role/x/*')
  })

  it('with variables are refused, too', () => {
    expect(() => policyOf([allow(['*'], ['*'], keys('$' + '{aws:username}'))])).toThrow('variable')
  })
})
