import { describe, expect, it } from 'vitest'
import type { Stack } from '../../../local/template/assembly.ts'
import { resolveValue, type Scope, TemplateError } from '../../../local/template/resolve.ts'

const stack = (region = 'us-east-1'): Stack => ({
  name: 'app',
  region,
  account: '000000000000',
  resources: new Map([['Queue', { type: 'AWS::SQS::Queue', properties: {} }]]),
  parameters: new Map<string, unknown>([
    ['Version', '7'],
    ['Empty', undefined],
  ]),
  exports: [],
  assets: new Map(),
})

const scope = (region?: string): Scope => ({
  stack: stack(region),
  at: 'resource Thing',
  reference: (id) => `ref-${id}`,
  attribute: (id, name) => `${id}:${name}`,
  imported: (name) => (name === 'data:Table' ? 'table-1' : undefined),
  secret: (name) => (name === 'shiming/x' ? '{"user":"u","pass":"p"}' : undefined),
})

const resolved = (value: unknown, region?: string): unknown => resolveValue(value, scope(region))

const placeholder = (name: string): string => ['$', '{', name, '}'].join('')

describe('intrinsic functions', () => {
  it('leaves plain values alone', () => {
    const value = { a: [1, true, null, 'x'], b: { c: 'Ref' } }
    expect(resolved(value)).toEqual(value)
  })

  it('resolves Ref to resources, parameters and pseudo parameters', () => {
    expect(resolved([{ Ref: 'Queue' }, { Ref: 'Version' }, { Ref: 'AWS::Region' }, { Ref: 'AWS::StackName' }])).toEqual(
      ['ref-Queue', '7', 'us-east-1', 'app'],
    )
  })

  it('knows the partition and domain of China', () => {
    const both = [{ Ref: 'AWS::Partition' }, { Ref: 'AWS::URLSuffix' }]
    expect(resolved(both)).toEqual(['aws', 'amazonaws.com'])
    expect(resolved(both, 'cn-north-1')).toEqual(['aws-cn', 'amazonaws.com.cn'])
  })

  it('leaves out what is AWS::NoValue', () => {
    const none = { Ref: 'AWS::NoValue' }
    expect(resolved({ a: none, b: [none, 1] })).toEqual({ b: [1] })
  })

  it('resolves GetAtt in both forms', () => {
    expect(resolved({ 'Fn::GetAtt': ['Queue', 'Arn'] })).toBe('Queue:Arn')
    expect(resolved({ 'Fn::GetAtt': 'Queue.Outer.Inner' })).toBe('Queue:Outer.Inner')
  })

  it('joins, selects and splits', () => {
    expect(resolved({ 'Fn::Join': ['/', ['a', { Ref: 'Version' }, 3]] })).toBe('a/7/3')
    expect(resolved({ 'Fn::Select': [1, { 'Fn::Split': ['-', { Ref: 'Queue' }] }] })).toBe('Queue')
    expect(resolved({ 'Fn::Select': ['0', ['x', 'y']] })).toBe('x')
  })

  it('substitutes resources, attributes, given variables and escaped placeholders', () => {
    const names = ['Queue', 'Queue.Arn', 'AWS::Region', 'Own', '!Literal'].map(placeholder).join(' ')
    expect(resolved({ 'Fn::Sub': [names, { Own: { Ref: 'Version' } }] })).toBe(
      `ref-Queue Queue:Arn us-east-1 7 ${placeholder('Literal')}`,
    )
    expect(resolved({ 'Fn::Sub': placeholder('Queue') })).toBe('ref-Queue')
  })

  it('imports what another stack exports', () => {
    expect(resolved({ 'Fn::ImportValue': { 'Fn::Join': [':', ['data', 'Table']] } })).toBe('table-1')
  })

  it('resolves references to secrets, also when they are joined from parts', () => {
    expect(resolved('{{resolve:secretsmanager:shiming/x:SecretString:user::}}')).toBe('u')
    expect(resolved('{{resolve:secretsmanager:shiming/x}}')).toBe('{"user":"u","pass":"p"}')
    const arn = 'arn:aws:secretsmanager:us-east-1:000000000000:secret:shiming/x'
    const parts = ['a-', '{{resolve:secretsmanager:', arn, ':SecretString:pass::}}']
    expect(resolved({ 'Fn::Join': ['', parts] })).toBe('a-p')
  })
})

describe('what the engine does not know', () => {
  const message = (value: unknown): string => {
    try {
      resolved(value)
    } catch (error) {
      if (error instanceof TemplateError) return error.message
    }
    return 'no TemplateError'
  }

  it('names stack, resource and function', () => {
    expect(message({ a: { 'Fn::Transform': {} } })).toBe(
      'stack app, resource Thing: the local engine does not know Fn::Transform',
    )
  })

  it.each([
    [{ Ref: 'Missing' }, 'Ref to Missing'],
    [{ Ref: 'Empty' }, 'parameter Empty has no default'],
    [{ 'Fn::GetAtt': ['Missing', 'Arn'] }, 'Fn::GetAtt of Missing'],
    [{ 'Fn::ImportValue': 'nobody' }, 'no stack exports nobody'],
    [{ 'Fn::Select': [5, ['a']] }, 'nothing at 5'],
    [{ 'Fn::Join': ['', ['a', { b: 1 }]] }, 'must be text'],
    [{ 'Fn::Join': 'text' }, 'must be a list'],
    ['{{resolve:ssm:/x}}', 'does not know {{resolve:ssm:/x}}'],
    ['{{resolve:secretsmanager:other}}', 'no secret other'],
  ])('refuses %j', (value, expected) => {
    expect(message(value)).toContain(expected)
  })
})
