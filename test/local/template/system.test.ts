import { beforeAll, describe, expect, it } from 'vitest'
import { readAssembly, type Stack } from '../../../local/template/assembly.ts'
import { withPublicUrl, withSettings } from '../../../local/template/functions.ts'
import { readSystem, type System } from '../../../local/template/system.ts'
import { addresses, changed, fixtureStacks } from '../fixture/stacks.ts'

let stacks: Stack[]
let system: System

beforeAll(async () => {
  stacks = await fixtureStacks()
  system = readSystem(stacks, addresses, { SETTINGS: { replaced: 2 } })
})

describe('reading an assembly', () => {
  it('calls things by their names without what all names begin with', () => {
    expect(system.functions.map(({ name }) => name)).toEqual(['echo', 'frozen', 'store', 'worker', 'sweep', 'limited'])
    expect(system.queues.map(({ name, nameOnAws }) => [name, nameOnAws])).toEqual([
      ['sweep-dead', 'fixture-sandbox-sweep-dead'],
      ['jobs-dead', 'fixture-sandbox-jobs-dead'],
      ['jobs', 'fixture-sandbox-jobs'],
      ['posted', 'fixture-sandbox-posted'],
    ])
    expect(system.tables.map(({ name, nameOnAws }) => [name, nameOnAws])).toEqual([
      ['data-Table1', 'fixture-sandbox-data-Table1'],
    ])
  })

  it('gives functions their code, their limits and resolved variables', () => {
    const worker = system.functions.find(({ name }) => name === 'worker')
    expect(worker).toMatchObject({ handler: 'handler', timeoutMs: 10_000, memoryMb: 256 })
    expect(worker?.module).toMatch(/code\/worker\/index\.mjs$/)
    expect(worker?.env).toMatchObject({
      TABLE: 'fixture-sandbox-data-Table1',
      QUEUE: 'http://127.0.0.1:1/fixture-sandbox-jobs',
    })
    expect(worker?.env.DATA_KEY_ID).toMatch(/^arn:aws:kms:us-east-1:000000000000:key\/[0-9a-f-]{36}$/)
  })

  it('puts the own public address wherever the synthesized one was', () => {
    const env = system.functions[0]?.env
    expect(env?.PUBLIC_URL).toBe('http://127.0.0.1:5000')
    expect(env?.CALLBACK).toBe('http://127.0.0.1:5000/echo')
  })

  it('lays settings over those of the templates', () => {
    expect(JSON.parse(system.functions[0]?.env.SETTINGS ?? '')).toEqual({ kept: 1, replaced: 2 })
  })

  it('connects queues, schedules and routes to functions', () => {
    expect(system.eventSources).toMatchObject([
      { queue: 'jobs', fn: 'worker', batchSize: 5, maxConcurrency: 3, partial: true },
      { queue: 'posted', fn: 'worker', batchSize: 1, maxConcurrency: 1_000, partial: true },
    ])
    expect(system.schedules).toMatchObject([
      { fn: 'sweep', everyMs: 60_000, missedTo: expect.stringMatching(/:fixture-sandbox-sweep-dead$/) },
    ])
    expect(system.routes.find(({ routeKey }) => routeKey === 'GET /store')?.fn).toBe('store')
    expect(system.queues[2]?.deadLetter).toEqual({ queue: 'fixture-sandbox-jobs-dead', maxReceiveCount: 3 })
  })

  it('finds the buckets, whom they tell, and which pages may post there', () => {
    const name = 'fixture-sandbox-intake-000000000000'
    expect(system.buckets).toEqual([
      {
        name: 'intake-000000000000',
        nameOnAws: name,
        arn: `arn:aws:s3:::${name}`,
        region: 'us-east-1',
        domain: `${name}.s3.us-east-1.amazonaws.com`,
        cors: [
          {
            origins: ['http://127.0.0.1:5000', 'https://*.example.cn'],
            methods: ['POST'],
            headers: ['content-type'],
            exposed: ['ETag'],
            maxAgeSeconds: 600,
          },
        ],
        notifications: [
          { queueArn: 'arn:aws:sqs:us-east-1:000000000000:fixture-sandbox-posted', prefix: 'in/', suffix: '' },
        ],
        keyArn: system.keys[2]?.arn,
      },
    ])
    expect(system.functions[0]?.env).toMatchObject({
      BUCKET: name,
      UPLOADS_URL: `http://127.0.0.1:5000/_s3/${name}`,
    })
  })

  it('gives keys the same id at every reading', () => {
    expect(readSystem(stacks, addresses).keys).toEqual(system.keys)
    expect(system.keys.map(({ usage }) => usage)).toEqual(['ENCRYPT_DECRYPT', 'GENERATE_VERIFY_MAC', 'ENCRYPT_DECRYPT'])
  })
})

const policy = (more: object) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'kms:*', Resource: '*', ...more }],
})

/** Of the queue that files are told to. */
const ofS3 = (condition: object) => ({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Action: 'sqs:SendMessage',
      Resource: '*',
      Principal: { Service: 's3.amazonaws.com' },
      Condition: { StringEquals: condition },
    },
  ],
})
const notifying = (more: object) => ({
  NotificationConfiguration: {
    QueueConfigurations: [
      { Event: 's3:ObjectCreated:Post', Queue: 'arn:aws:sqs:us-east-1:000000000000:fixture-sandbox-posted', ...more },
    ],
  },
})

describe('templates that cannot be run', () => {
  it.each([
    ['Clock', { ScheduleExpression: 'cron(0 12 ? * MON *)' }, 'does not know the schedule cron(0 12 ? * MON *)'],
    ['Echo', { Timeout: 'long' }, 'resource Echo (AWS::Lambda::Function): property Timeout'],
    ['Echo', { Code: { S3Key: 'gone.zip' } }, 'no asset gone.zip'],
    ['EchoTarget', { PayloadFormatVersion: '1.0' }, 'property PayloadFormatVersion'],
    ['R1', { Target: 'integrations/none' }, 'no integration none'],
    [
      'MayStore',
      { Principal: 'events.amazonaws.com' },
      'R5 (AWS::ApiGatewayV2::Route): apigateway.amazonaws.com has no',
    ],
    [
      'MayStore',
      { FunctionName: 'fixture-sandbox-echo' },
      'permission to invoke store for arn:aws:execute-api:us-east-1:',
    ],
    ['MayStore', { SourceArn: 'arn:aws:execute-api:us-east-1:000000000000:other/*/*/store' }, '/$default/GET/store'],
    ['MayStore', { Action: 'lambda:*' }, 'property Action'],
    ['MaySweep', { Principal: 'scheduler.amazonaws.com' }, 'events.amazonaws.com has no permission to invoke sweep'],
    ['MaySweep', { SourceArn: 'arn:aws:events:us-east-1:000000000000:rule/other' }, 'for arn:aws:events:us-east-1:'],
    ['MacKey', { KeySpec: 'RSA_2048' }, 'property KeySpec'],
    ['MacKey', { KeyPolicy: policy({ Principal: { AWS: 'arn:aws:iam::1:role/other' } }) }, 'does not know {"AWS"'],
    ['Echo', { Role: 'arn:aws:iam::0:role/none' }, 'echo runs under arn:aws:iam::0:role/none'],
    ['Role', { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] }, 'property ManagedPolicyArns'],
    [
      'Role',
      { Policies: [{ PolicyDocument: policy({ NotAction: 'kms:*' }) }] },
      'property Policies.0.PolicyDocument.Statement.0',
    ],
    ['Invoking', { MaximumRetryAttempts: 2 }, 'property MaximumRetryAttempts'],
    ['Source', { EventSourceArn: 'arn:aws:sqs:us-east-1:0:other' }, 'serves other'],
    ['PostedPolicy', { PolicyDocument: ofS3({ 'aws:SourceArn': 'arn:aws:s3:::other' }) }, 'lets S3 send nothing for'],
    ['PostedPolicy', { PolicyDocument: ofS3({ 'aws:SourceAccount': '1' }) }, 'lets S3 send nothing for arn:aws:s3:::'],
    ['PostedPolicy', { PolicyDocument: policy({ Principal: { Service: 'sns.amazonaws.com' } }) }, 'S3 send nothing'],
    [
      'Intake',
      { NotificationConfiguration: { QueueConfigurations: [], EventBridgeConfiguration: {} } },
      'property Not',
    ],
    ['Intake', notifying({ Event: 's3:ObjectCreated:*' }), 'QueueConfigurations.0.Event'],
    ['Intake', notifying({ Filter: { S3Key: { Rules: [{ Name: 'infix', Value: '' }] } } }), 'Rules.0.Name'],
    ['Intake', { CorsConfiguration: { CorsRules: [{ AllowedOrigins: ['*'] }] } }, 'CorsRules.0.AllowedMethods'],
  ])('says what is wrong with %s', (id, properties, expected) => {
    expect(() => readSystem(changed(stacks, id, properties), addresses)).toThrow(expected)
  })

  it('needs a cloud assembly', () => {
    expect(() => readAssembly('/nowhere')).toThrow('/nowhere holds no cloud assembly')
  })
})

describe('environments', () => {
  const fn = (env: Record<string, string>) => ({ ...(system.functions[0] ?? expect.fail('no function')), env })

  it('keeps addresses when none was synthesized', () => {
    expect(withPublicUrl([fn({ A: 'x' })], 'http://other')[0]?.env).toEqual({ A: 'x' })
  })

  it('merges settings object by object, and only where there are some', () => {
    const [first, second] = withSettings([fn({ SETTINGS: '{"a":{"b":1,"c":[1]},"d":1}' }), fn({})], {
      SETTINGS: { a: { c: [2] }, e: 2 },
    })
    expect(JSON.parse(first?.env.SETTINGS ?? '')).toEqual({ a: { b: 1, c: [2] }, d: 1, e: 2 })
    expect(second?.env).toEqual({})
  })
})
