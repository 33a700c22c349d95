import { beforeAll, describe, expect, it } from 'vitest'
import { functions } from '../../infra/functions.ts'
import { expected, permissionsIn, statementsOf } from './permissions.ts'
import { functionAt, named, ofType, type Templates, templatesOf } from './templates.ts'

let sandbox: Templates
beforeAll(async () => {
  sandbox = await templatesOf('sandbox')
})

describe('queues', () => {
  const queues = () => ofType(sandbox, 'AWS::SQS::Queue')

  it('move what failed five times to a dead-letter queue that is watched', () => {
    const alive = queues().filter((one) => !String(one.properties.QueueName).endsWith('-dead'))
    expect(alive).toHaveLength(5)
    for (const { properties } of alive) {
      const dead = queues().find((one) => one.properties.QueueName === `${properties.QueueName}-dead`)
      expect(properties.RedrivePolicy).toEqual({
        deadLetterTargetArn: `${dead?.stack}/${dead?.id}.Arn`,
        maxReceiveCount: 5,
      })
      const alarm = ofType(sandbox, 'AWS::CloudWatch::Alarm').find((one) =>
        JSON.stringify(one.properties.Dimensions ?? '').includes(`${dead?.id}`),
      )
      expect(alarm?.properties).toMatchObject({ MetricName: 'ApproximateNumberOfMessagesVisible', Threshold: 1 })
    }
  })

  it('are encrypted and refuse plain connections', () => {
    for (const { properties } of queues()) expect(properties.SqsManagedSseEnabled).toBe(true)
    expect(ofType(sandbox, 'AWS::SQS::QueuePolicy')).toHaveLength(queues().length)
  })

  it('hide a message six times as long as its worker may run', () => {
    const sources = ofType(sandbox, 'AWS::Lambda::EventSourceMapping')
    expect(sources).toHaveLength(5)
    for (const { properties } of sources) {
      const queue = queues().find((one) => properties.EventSourceArn === `${one.stack}/${one.id}.Arn`)
      const worker = sandbox.resources.find((one) => properties.FunctionName === `${one.stack}/${one.id}`)
      const timeout = Number(worker?.properties.Timeout)
      expect(timeout).toBeGreaterThan(0)
      expect(Number(queue?.properties.VisibilityTimeout)).toBeGreaterThanOrEqual(6 * timeout)
      expect(properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures'])
    }
  })

  it('are served by the worker of the job list, within its concurrency', () => {
    const served = ofType(sandbox, 'AWS::Lambda::EventSourceMapping').map(({ properties }) => [
      functionAt(sandbox, String(properties.FunctionName)),
      properties.BatchSize,
      properties.ScalingConfig,
    ])
    expect(served).toContainEqual([named('verification-check'), 1, { MaximumConcurrency: 10 }])
    expect(served).toContainEqual([named('payment-refund'), 1, { MaximumConcurrency: 4 }])
  })
})

describe('functions', () => {
  it('are all there, on Node 24 and arm64, with a log of their own', () => {
    const made = ofType(sandbox, 'AWS::Lambda::Function')
    expect(made.map((one) => one.properties.FunctionName).toSorted()).toEqual(
      Object.keys(functions).map(named).toSorted(),
    )
    const logs = made.map(({ properties }) => {
      expect(properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'], MemorySize: 512 })
      return JSON.stringify(properties.LoggingConfig)
    })
    expect(new Set(logs).size).toBe(made.length)
  })

  it('say in their alarms what people notice', () => {
    for (const [name, { impact }] of Object.entries(functions)) {
      const alarms = ofType(sandbox, 'AWS::CloudWatch::Alarm').filter(({ properties }) =>
        [properties.MetricName, JSON.stringify(properties.Dimensions)].some((text) =>
          String(text).match(new RegExp(`${named(name)}("|-faults)`)),
        ),
      )
      expect(alarms.map((one) => one.properties.MetricName)).toEqual(['Errors', `${named(name)}-faults`])
      for (const { properties } of alarms) expect(properties.AlarmDescription).toContain(impact)
    }
  })

  it('sweep every minute', () => {
    const [rule] = ofType(sandbox, 'AWS::Events::Rule')
    expect(rule?.properties.ScheduleExpression).toBe('rate(1 minute)')
    expect(JSON.stringify(rule?.properties.Targets)).toContain('upkeepsweep')
  })
})

describe('permissions', () => {
  it('are exactly these', () => {
    const roles = new Map(
      ofType(sandbox, 'AWS::IAM::Role').map((one) => [`${one.stack}/${one.id}.Arn`, one.properties]),
    )
    const granted = ofType(sandbox, 'AWS::Lambda::Function').map(({ properties }) => {
      const role = roles.get(String(properties.Role))
      expect(role).not.toHaveProperty('ManagedPolicyArns')
      return [String(properties.FunctionName).replace('shiming-sandbox-', ''), permissionsIn(role)]
    })
    expect(Object.fromEntries(granted)).toEqual(expected)
    expect(ofType(sandbox, 'AWS::IAM::Policy')).toEqual([])
  })

  it('bind data keys to an account and a verification', () => {
    const statements = ofType(sandbox, 'AWS::IAM::Role').flatMap((one) => statementsOf(one.properties))
    const onKeys = statements.filter((one) => String(one.Action).startsWith('kms:'))
    expect(onKeys).toHaveLength(5)
    for (const { Action, Condition } of onKeys) {
      expect(Condition).toEqual(
        Action === 'kms:GenerateMac'
          ? { StringEquals: { 'kms:MacAlgorithm': 'HMAC_SHA_256' } }
          : {
              Null: { 'kms:EncryptionContext:account': 'false', 'kms:EncryptionContext:verification': 'false' },
              'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': ['account', 'verification'] },
            },
      )
    }
  })

  it('come with the variables that say where, and no others', () => {
    const variables = ofType(sandbox, 'AWS::Lambda::Function').map(({ properties }) => [
      String(properties.FunctionName).replace('shiming-sandbox-', ''),
      JSON.stringify(properties.Environment)
        .match(/"[A-Z_]+":/g)
        ?.map((name) => name.slice(1, -2))
        .toSorted(),
    ])
    const common = ['PUBLIC_URL', 'SETTINGS', 'STAGE']
    expect(Object.fromEntries(variables)).toMatchObject({
      'account-read': [...common, 'TABLE'].toSorted(),
      'verification-submit': [...common, 'TABLE', 'DATA_KEY_ID', 'MAC_KEY_ID'].toSorted(),
      'sandbox-tencent-cloud': ['PUBLIC_URL', 'SANDBOX_SETTINGS', 'SANDBOX_TABLE', 'SECRET_SANDBOX', 'STAGE'],
    })
  })
})
