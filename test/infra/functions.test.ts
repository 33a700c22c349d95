import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { queues } from '../../functions/queues.ts'
import { schedules } from '../../functions/schedules.ts'
import { functions, handlerPath, purposeOf } from '../../infra/functions.ts'
import { alwaysNamed, expected, permissionsIn, statementsOf } from './permissions.ts'
import { functionAt, named, ofType, type Templates, templatesOf } from './templates.ts'

let sandbox: Templates
const variablesOf = (name: string): string[] => {
  const made = ofType(sandbox, 'AWS::Lambda::Function').find((one) => one.properties.FunctionName === named(name))
  const environment: { Variables: object } = JSON.parse(JSON.stringify(made?.properties.Environment))
  return Object.keys(environment.Variables).toSorted()
}

beforeAll(async () => {
  sandbox = await templatesOf('sandbox')
})

describe('queues', () => {
  const deployed = () => ofType(sandbox, 'AWS::SQS::Queue')

  it('move what failed five times to a dead-letter queue that is watched', () => {
    const alive = deployed().filter((one) => !String(one.properties.QueueName).endsWith('-dead'))
    expect(alive).toHaveLength(queues.length)
    for (const { properties } of alive) {
      const dead = deployed().find((one) => one.properties.QueueName === `${properties.QueueName}-dead`)
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
    for (const { properties } of deployed()) expect(properties.SqsManagedSseEnabled).toBe(true)
    expect(ofType(sandbox, 'AWS::SQS::QueuePolicy')).toHaveLength(deployed().length)
  })

  it('hide a message six times as long as its worker may run', () => {
    const sources = ofType(sandbox, 'AWS::Lambda::EventSourceMapping')
    expect(sources).toHaveLength(queues.length)
    for (const { properties } of sources) {
      const queue = deployed().find((one) => properties.EventSourceArn === `${one.stack}/${one.id}.Arn`)
      const worker = sandbox.resources.find((one) => properties.FunctionName === `${one.stack}/${one.id}`)
      const timeout = Number(worker?.properties.Timeout)
      expect(timeout).toBeGreaterThan(0)
      expect(Number(queue?.properties.VisibilityTimeout)).toBeGreaterThanOrEqual(6 * timeout)
      expect(properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures'])
    }
  })

  it('are served by the worker of its row, within its concurrency', () => {
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
      expect(properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        MemorySize: purposeOf(String(properties.FunctionName).replace('shiming-sandbox-', '')).memoryMb ?? 512,
      })
      return JSON.stringify(properties.LoggingConfig)
    })
    expect(new Set(logs).size).toBe(made.length)
  })

  it('say in their alarms what people notice', () => {
    for (const [name, { impact }] of Object.entries(functions)) {
      const alarms = ofType(sandbox, 'AWS::CloudWatch::Alarm').filter(({ properties }) =>
        new RegExp(`"${named(name)}("|-faults|-rung)`).test(JSON.stringify(properties)),
      )
      expect(alarms).toHaveLength(schedules.some(({ fn }) => fn === name) ? 4 : 3)
      for (const { properties } of alarms) {
        expect(properties.AlarmDescription).toContain(`Impact: ${impact}. `)
        // As many characters as CloudWatch takes.
        expect(String(properties.AlarmDescription).length).toBeLessThanOrEqual(1024)
      }
    }
  })

  it('that run by the clock say what they missed, to a queue that is watched', () => {
    const dead = ofType(sandbox, 'AWS::SQS::Queue').filter(({ id }) => id.includes('missed'))
    expect(dead.map(({ properties }) => properties.QueueName).toSorted()).toEqual(
      schedules.map(({ fn }) => `${named(fn)}-dead`).toSorted(),
    )
    for (const { stack, id } of dead) {
      const arn = `${stack}/${id}.Arn`
      const told = ofType(sandbox, 'AWS::Lambda::EventInvokeConfig').filter((one) =>
        JSON.stringify(one.properties.DestinationConfig).includes(arn),
      )
      expect(told.map(({ properties }) => properties.MaximumRetryAttempts)).toEqual([0])
      const rules = JSON.stringify(ofType(sandbox, 'AWS::Events::Rule').map(({ properties }) => properties.Targets))
      expect(rules).toContain(`"DeadLetterConfig":{"Arn":"${arn}"}`)
      const alarms = ofType(sandbox, 'AWS::CloudWatch::Alarm').filter((one) =>
        JSON.stringify(one.properties.Dimensions ?? '').includes(id),
      )
      expect(alarms.map(({ properties }) => properties.MetricName)).toEqual(['ApproximateNumberOfMessagesVisible'])
    }
  })

  it('sweep every minute', () => {
    const rules = ofType(sandbox, 'AWS::Events::Rule')
    const sweep = rules.find(({ properties }) => JSON.stringify(properties.Targets).includes('upkeepsweep'))
    expect(sweep?.properties.ScheduleExpression).toBe('rate(1 minute)')
    expect(rules).toHaveLength(schedules.length)
  })
})

/** The registries of vendors read the variables of each vendor by themselves. */
const registries = {
  'payment-channels': ['SECRET_WECHAT_PAY', 'WECHAT_PAY_URL', 'SECRET_ALIPAY', 'ALIPAY_URL'],
  'bill-sources': ['SECRET_WECHAT_PAY', 'WECHAT_PAY_URL', 'SECRET_ALIPAY', 'ALIPAY_URL'],
  'complaint-desks': ['SECRET_WECHAT_PAY', 'WECHAT_PAY_URL'],
  'identity-checkers': ['SECRET_TENCENT_CLOUD', 'TENCENT_FACEID_URL', 'SECRET_ALIBABA_CLOUD', 'ALIBABA_CLOUDAUTH_URL'],
  'company-checkers': ['SECRET_TENCENT_CLOUD', 'TENCENT_OCR_URL', 'SECRET_ALIBABA_CLOUD', 'ALIBABA_CLOUDAUTH_URL'],
  'card-readers': ['SECRET_TENCENT_CLOUD', 'TENCENT_OCR_URL'],
  'licence-readers': ['SECRET_TENCENT_CLOUD', 'TENCENT_OCR_URL'],
  'face-vendors': ['SECRET_TENCENT_CLOUD', 'TENCENT_FACEID_URL', 'SECRET_ALIBABA_CLOUD', 'ALIBABA_CLOUDAUTH_URL'],
  'sms-senders': ['SECRET_TENCENT_CLOUD', 'TENCENT_SMS_URL', 'SECRET_ALIBABA_CLOUD', 'ALIBABA_SMS_URL'],
  'mail-senders': ['SECRET_TENCENT_CLOUD', 'TENCENT_SES_URL'],
  'wechat-oauths': ['SECRET_WECHAT', 'WECHAT_URL', 'WECHAT_OPEN_URL'],
  'wechat-ways': ['SECRET_WECHAT', 'SECRET_WECHAT_WEBSITE', 'WECHAT_URL', 'WECHAT_OPEN_URL'],
  // The sandbox has no address of a captcha, and so no captcha.
  captchas: ['SECRET_TENCENT_CLOUD'],
}

const FUNCTIONS = join(import.meta.dirname, '../../functions')

/** What several handlers are wired by alike. */
const SHARED_WIRING = ['own-order.ts', 'order-channels.ts', 'card-reader.ts']

/** Where a function asks for what it needs: its handler, and what that is wired by. */
const wiringOf = (name: string): string => {
  const handler = readFileSync(join(FUNCTIONS, handlerPath(name)), 'utf8')
  const shared = SHARED_WIRING.filter((file) => handler.includes(`/${file}'`))
  return [handler, ...shared.map((file) => readFileSync(join(FUNCTIONS, file), 'utf8'))].join('\n')
}

/** A data key is made and opened for a named account, and for what of it. */
const boundTo = (of: string) => ({
  Null: { 'kms:EncryptionContext:account': 'false', [`kms:EncryptionContext:${of}`]: 'false' },
  'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': ['account', of] },
})

describe('permissions', () => {
  const roleOf = (name: string) =>
    ofType(sandbox, 'AWS::IAM::Role').find(({ properties }) => properties.Path === `/${named(name)}/`)?.properties

  it('are exactly these', () => {
    const roles = new Map(
      ofType(sandbox, 'AWS::IAM::Role').map((one) => [`${one.stack}/${one.id}.Arn`, one.properties]),
    )
    const granted = ofType(sandbox, 'AWS::Lambda::Function').map(({ properties }) => {
      const role = roles.get(String(properties.Role))
      expect(role).toBe(roleOf(String(properties.FunctionName).replace('shiming-sandbox-', '')))
      expect(role).not.toHaveProperty('ManagedPolicyArns')
      return [String(properties.FunctionName).replace('shiming-sandbox-', ''), permissionsIn(role)]
    })
    expect(Object.fromEntries(granted), 'a role holds what test/infra/permissions.ts says a second time').toEqual(
      expected,
    )
    expect(ofType(sandbox, 'AWS::IAM::Policy')).toEqual([])
  })

  it('let a payment channel’s webhook read the account there alone', () => {
    expect(variablesOf('payment-alipay-notification')).toEqual(
      [
        'PUBLIC_URL',
        'SETTINGS',
        'STAGE',
        'TABLE',
        'SECRET_ALIPAY',
        'ALIPAY_URL',
        'QUEUE_APPLICATION',
        'QUEUE_CHECK',
        'QUEUE_OUTBOX',
        'QUEUE_REFUND',
      ].toSorted(),
    )
    expect(variablesOf('payment-wechat-pay-notification').filter((name) => name.includes('ALIPAY'))).toEqual([])
  })

  it('to update only some attributes name what every update names, and those', () => {
    const attributesOf = (name: string) =>
      statementsOf(roleOf(name))
        .filter(({ Action }) => Action === 'dynamodb:UpdateItem')
        .flatMap(({ Condition }) => Condition?.['ForAllValues:StringEquals']?.['dynamodb:Attributes'] ?? [])
    expect(attributesOf('upkeep-sweep')).toEqual([...alwaysNamed, 'wakePause'])
    expect(attributesOf('complaints-watch')).toEqual([...alwaysNamed, 'changes', 'wakePause'])
    expect(attributesOf('overview-operator')).toEqual([...alwaysNamed, 'idleUntil'])
  })

  it('to write more of an operator or a session than that it is used have those alone who sign in and manage', () => {
    const writes = Object.entries(expected).flatMap(([fn, all]) =>
      all
        .filter((one) => /:(Put|Update|Delete)Item Table OPERATOR(SESSION)?$/.test(one))
        .map((one) => `${fn} ${one.replace(/^dynamodb:(\w+)Item Table /, '$1 ')}`),
    )
    expect(writes).toEqual([
      ...['Delete OPERATORSESSION', 'Put OPERATORSESSION', 'Update OPERATOR', 'Update OPERATORSESSION'].map(
        (one) => `operators-sign-in ${one}`,
      ),
      ...['Put OPERATOR', 'Update OPERATOR'].map((one) => `operators-manage ${one}`),
    ])
  })

  it('bind data keys to an account and a verification', () => {
    const statements = ofType(sandbox, 'AWS::IAM::Role').flatMap((one) => statementsOf(one.properties))
    const isOfBucket = ({ Condition }: (typeof statements)[number]) => Condition?.StringEquals?.['kms:ViaService']
    const onKeys = statements.filter((one) => String(one.Action).startsWith('kms:') && !isOfBucket(one))
    expect(onKeys).toHaveLength(47)
    for (const { Action, Condition } of onKeys.filter((one) => !['kms:Sign', 'kms:GetPublicKey'].includes(String(one.Action)))) {
      expect(Condition).toEqual(
        Action === 'kms:GenerateMac'
          ? { StringEquals: { 'kms:MacAlgorithm': 'HMAC_SHA_256' } }
          : boundTo(JSON.stringify(Condition).includes('material') ? 'material' : 'verification'),
      )
    }
  })

  it('come with the variables that say where, and no others', () => {
    const common = ['PUBLIC_URL', 'SETTINGS', 'STAGE']
    expect(variablesOf('account-tokens')).toEqual([...common, 'SECRET_KEY_RING', 'TABLE'].toSorted())
    const keys = ['DATA_KEY_ID', 'INDEX_KEYS', 'MAC_KEY_ID']
    const secretsAndChannels = [
      'SECRET_KEY_RING',
      'SECRET_WECHAT_PAY',
      'SECRET_ALIPAY',
      'WECHAT_PAY_URL',
      'ALIPAY_URL',
      'QUEUE_CHECK',
      'QUEUE_OUTBOX',
      'QUEUE_REFUND',
    ]
    expect(variablesOf('verification-submit')).toEqual([...common, 'TABLE', ...keys, ...secretsAndChannels].toSorted())
    expect(variablesOf('sandbox-tencent-cloud')).toEqual(
      ['PUBLIC_URL', 'SANDBOX_SETTINGS', 'SANDBOX_TABLE', 'SECRET_SANDBOX', 'STAGE'].toSorted(),
    )
  })

  it('are what the handler asks for, no less and no more', () => {
    for (const name of Object.keys(functions)) {
      const source = wiringOf(name)
      const given = variablesOf(name)
      const asked = [
        ...source.matchAll(
          /\b(?:env|tableNamed|announcingTable|keptSecret|delayedQueue|objectsNamed|filesNamed|uploadsNamed)\(\s*'([A-Z_]+)'/g,
        ),
      ].map(([, v]) => v)
      const channel = /\bchannels\('(\w+)'\)/.exec(source)?.[1]?.toUpperCase() ?? ''
      for (const [registry, variables] of Object.entries(registries))
        if (source.includes(`vendors/${registry}.ts`))
          asked.push(...variables.filter((variable) => variable.includes(channel)))
      if (source.includes('runtime/key-ring.ts')) asked.push('SECRET_KEY_RING')
      if (source.includes('uploadsNamed(')) asked.push('UPLOADS_URL')
      expect(given, name).toEqual(expect.arrayContaining(asked))
      const offered = given.filter((variable) =>
        /^SECRET_|^WECHAT_PAY_URL$|^TENCENT_|^ALIBABA_|TABLE$|^BUCKET_INTAKE$|^UPLOADS_URL$/.test(variable),
      )
      expect(asked, name).toEqual(expect.arrayContaining(offered))
      const wakes = /runtime\/(?:(delayed-|seldom-)?queue|announcing-table|dead-letters)\.ts/.test(source)
      expect([name, given.some((variable) => variable.startsWith('QUEUE_'))]).toEqual([name, wakes])
      const opens = /runtime\/(?:material-)?vault\.ts/.test(source)
      expect([name, given.some((variable) => /_KEY_ID$|^INDEX_KEYS$/.test(variable))]).toEqual([name, opens])
    }
  })
})
