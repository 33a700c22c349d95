import { beforeAll, describe, expect, it } from 'vitest'
import { routes } from '../../functions/routes.ts'
import { everyStage } from './stages.ts'
import { ofType, type Resource, type Templates } from './templates.ts'

/** What AWS takes at most, as its pages on quotas and endpoints have it. */
const KB = 1024
const MB = KB * KB
const DAY_SECONDS = 86_400

let stages: [string, Templates][]
beforeAll(async () => {
  stages = await everyStage()
})

/** What is measured of each resource of a type, over all stages. */
const each = <T>(type: string, of: (properties: Resource['properties'], all: Templates) => T): T[] => {
  const found = stages.flatMap(([, all]) => ofType(all, type).map(({ properties }) => of(properties, all)))
  expect(found.length, type).toBeGreaterThan(0)
  return found
}

const most = (numbers: readonly number[]): number => Math.max(...numbers)
const bytes = (value: unknown): number => Buffer.byteLength(typeof value === 'string' ? value : JSON.stringify(value))
const at = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>((found, name) => Object(found)[name], value)

describe('CloudFormation', () => {
  it('takes templates of 1 MB, 500 resources, 200 outputs and 200 parameters', () => {
    for (const [stage, { texts, resources }] of stages) {
      for (const [stack, text] of texts) {
        const count = (part: string) => Object.keys(JSON.parse(text)[part] ?? {}).length
        expect(bytes(text), `${stage}: ${stack}`).toBeLessThan(MB)
        // Room for half as many again: a stack grows by what each function of it needs.
        expect(resources.filter((one) => one.stack === stack).length, `${stage}: ${stack}`).toBeLessThan(500 / 1.5)
        expect(count('Outputs'), `${stage}: ${stack}`).toBeLessThan(200 / 1.5)
        expect(count('Parameters'), `${stage}: ${stack}`).toBeLessThanOrEqual(200)
      }
    }
  })
})

describe('Lambda', () => {
  it('takes names, descriptions, variables, time and memory of these sizes', () => {
    each(
      'AWS::Lambda::Function',
      ({ FunctionName, Description, Environment, Timeout, MemorySize, EphemeralStorage }) => {
        expect(FunctionName).toMatch(/^[\w-]{1,64}$/)
        expect(String(Description).length, String(FunctionName)).toBeLessThanOrEqual(256)
        const variables = Object.entries(Object(at(Environment, 'Variables')))
        // Half of what Lambda takes: the other half is for the settings that a deployment may give.
        const given = variables.reduce((sum, [name, value]) => sum + bytes(name) + bytes(String(value)), 0)
        expect(given, String(FunctionName)).toBeLessThan(4 * KB - 2 * KB)
        for (const [name] of variables) expect(name).toMatch(/^[A-Za-z]\w+$/)
        expect(Timeout).toBeLessThanOrEqual(900)
        expect(MemorySize).toBeLessThanOrEqual(10_240)
        // 512 MB of disk without asking; nothing here writes to it.
        expect(EphemeralStorage).toBeUndefined()
      },
    )
  })

  it('takes 20 KB of permissions to invoke a function', () => {
    for (const [, all] of stages) {
      const permissions = Map.groupBy(ofType(all, 'AWS::Lambda::Permission'), ({ properties }) =>
        String(properties.FunctionName),
      )
      for (const [fn, granted] of permissions)
        expect(bytes(granted.map((one) => one.properties)), fn).toBeLessThan(20 * KB)
    }
  })
})

describe('IAM', () => {
  it('takes 10,240 characters of inline policies in a role, and names and paths of these lengths', () => {
    each('AWS::IAM::Role', ({ Policies, Path, RoleName }) => {
      // The longest region and account stand where the template asks for them.
      const text = JSON.stringify(Policies).replaceAll(/\{AWS::\w+\}/g, 'x'.repeat('ap-southeast-1'.length))
      expect(text.length, String(Path)).toBeLessThan(10_240 / 1.5)
      expect(String(Path).length).toBeLessThanOrEqual(512)
      // CloudFormation makes one of 64 characters.
      expect(RoleName).toBeUndefined()
    })
  })

  it('takes 32 KB as the policy of a key', () => {
    expect(most(each('AWS::KMS::Key', ({ KeyPolicy }) => bytes(KeyPolicy)))).toBeLessThan(32 * KB)
  })
})

describe('SQS', () => {
  const isDead = ({ QueueName }: Resource['properties']): boolean => String(QueueName).endsWith('-dead')

  it('takes names of 80 characters, hides for 12 hours and keeps for 14 days at most', () => {
    each('AWS::SQS::Queue', ({ QueueName, VisibilityTimeout = 30, MessageRetentionPeriod, DelaySeconds = 0 }) => {
      expect(QueueName).toMatch(/^[\w-]{1,80}$/)
      expect(VisibilityTimeout).toBeLessThanOrEqual(12 * 3600)
      expect(MessageRetentionPeriod).toBeGreaterThanOrEqual(DAY_SECONDS)
      expect(MessageRetentionPeriod).toBeLessThanOrEqual(14 * DAY_SECONDS)
      expect(DelaySeconds).toBeLessThanOrEqual(900)
    })
  })

  it('a dead letter is as old as its message, and is kept for days after the last that may move there', () => {
    for (const [stage, all] of stages) {
      const queues = ofType(all, 'AWS::SQS::Queue')
      for (const { properties } of queues.filter((one) => !isDead(one.properties))) {
        const dead = queues.find(
          ({ stack, id }) => at(properties, 'RedrivePolicy', 'deadLetterTargetArn') === `${stack}/${id}.Arn`,
        )
        expect([stage, dead?.properties.QueueName]).toEqual([stage, `${properties.QueueName}-dead`])
        const left = Number(dead?.properties.MessageRetentionPeriod) - Number(properties.MessageRetentionPeriod)
        expect(left).toBeGreaterThanOrEqual(7 * DAY_SECONDS)
        // Once is no proof, and a batch that was throttled counts; AWS advises five at least.
        const receives = Number(at(properties, 'RedrivePolicy', 'maxReceiveCount'))
        expect(receives).toBeGreaterThanOrEqual(5)
        // All of them fit into the time for which the message is kept.
        expect(receives * Number(properties.VisibilityTimeout)).toBeLessThan(Number(properties.MessageRetentionPeriod))
      }
    }
  })

  it('a message is hidden for six times as long as its worker may run, and the time in which a batch is gathered', () => {
    each('AWS::Lambda::EventSourceMapping', (source, all) => {
      const { BatchSize, MaximumBatchingWindowInSeconds = 0, ScalingConfig } = source
      const named = ({ stack, id }: Resource, tail = '') => `${stack}/${id}${tail}`
      const queue = ofType(all, 'AWS::SQS::Queue').find((one) => named(one, '.Arn') === source.EventSourceArn)
      const fn = ofType(all, 'AWS::Lambda::Function').find((one) => named(one) === source.FunctionName)
      const window = Number(MaximumBatchingWindowInSeconds)
      expect(Number(queue?.properties.VisibilityTimeout)).toBeGreaterThanOrEqual(
        6 * Number(fn?.properties.Timeout) + window,
      )
      expect(BatchSize).toBeLessThanOrEqual(window > 0 ? 10_000 : 10)
      expect(at(ScalingConfig, 'MaximumConcurrency')).toBeGreaterThanOrEqual(2)
      expect(at(ScalingConfig, 'MaximumConcurrency')).toBeLessThanOrEqual(1000)
    })
  })
})

describe('API Gateway', () => {
  it('waits for 30 seconds, so that what answers a route ends before', () => {
    for (const [, all] of stages) {
      const uris = ofType(all, 'AWS::ApiGatewayV2::Integration').map(({ properties }) => {
        expect(properties).toMatchObject({ PayloadFormatVersion: '2.0', IntegrationType: 'AWS_PROXY' })
        expect(Number(properties.TimeoutInMillis ?? 30_000)).toBe(30_000)
        return String(properties.IntegrationUri)
      })
      const answering = ofType(all, 'AWS::Lambda::Function').filter(({ stack, id }) =>
        uris.includes(`${stack}/${id}.Arn`),
      )
      expect(answering.length).toBeGreaterThan(20)
      for (const { properties } of answering) expect(properties.Timeout).toBeLessThan(30)
    }
  })

  it('takes 300 routes and 300 integrations', () => {
    // Room for a sixth as many again, as what they are made of is known; the sandbox, which has its own beside them, may use all.
    for (const [stage, all] of stages)
      for (const type of ['Route', 'Integration'])
        expect(ofType(all, `AWS::ApiGatewayV2::${type}`).length, type).toBeLessThanOrEqual(
          stage === 'the sandbox' ? 300 : 300 / (1 + 1 / 6),
        )
  })

  it('hands on 10 MB, of which a function gets 6 MB, as base64 where it is no text', () => {
    for (const { method, path, bodyLimit = 0 } of routes) {
      const whole = path.startsWith('/send') || path.startsWith('/batchSend') || path.startsWith('/api/')
      // What speaks pushplus answers 200 to whatever is sent, so that is for the gateway alone to refuse.
      if (!whole) expect(bodyLimit, `${method} ${path}`).toBeLessThanOrEqual((6 * MB * 3) / 4 - 64 * KB)
    }
  })
})

describe('EventBridge', () => {
  it('takes five targets in a rule, and retries for a minute at least', () => {
    each('AWS::Events::Rule', ({ Targets }) => {
      expect(Targets).toHaveLength(1)
      const [target] = JSON.parse(JSON.stringify(Targets))
      expect(target.RetryPolicy.MaximumEventAgeInSeconds).toBeGreaterThanOrEqual(60)
      expect(target.RetryPolicy.MaximumEventAgeInSeconds).toBeLessThanOrEqual(DAY_SECONDS)
      expect(target.RetryPolicy.MaximumRetryAttempts).toBeLessThanOrEqual(185)
    })
    each('AWS::Lambda::EventInvokeConfig', ({ MaximumEventAgeInSeconds, MaximumRetryAttempts }) => {
      expect(MaximumEventAgeInSeconds).toBeGreaterThanOrEqual(60)
      expect(MaximumEventAgeInSeconds).toBeLessThanOrEqual(21_600)
      expect(MaximumRetryAttempts).toBeLessThanOrEqual(2)
    })
  })
})

describe('CloudWatch', () => {
  it('takes descriptions of 1024 characters, and ten metrics in the mathematics of an alarm', () => {
    each('AWS::CloudWatch::Alarm', ({ AlarmName, AlarmDescription, Metrics, AlarmActions = [] }) => {
      // CloudFormation makes one of 255 characters.
      expect(AlarmName).toBeUndefined()
      expect(String(AlarmDescription).length).toBeLessThanOrEqual(1024)
      expect(Array.isArray(Metrics) ? Metrics.length : 0).toBeLessThanOrEqual(10)
      expect(Array.isArray(AlarmActions) ? AlarmActions.length : 0).toBeLessThanOrEqual(5)
    })
  })

  it('takes a hundred metric filters of a log group, of 1024 characters each', () => {
    for (const [, all] of stages) {
      const filters = Map.groupBy(ofType(all, 'AWS::Logs::MetricFilter'), ({ properties }) =>
        String(properties.LogGroupName),
      )
      for (const [group, { length }] of filters) expect(length, group).toBeLessThanOrEqual(100)
    }
    expect(most(each('AWS::Logs::MetricFilter', ({ FilterPattern }) => bytes(FilterPattern)))).toBeLessThanOrEqual(1024)
  })

  it('takes 500 metrics in a widget and 2500 in a dashboard', () => {
    each('AWS::CloudWatch::Dashboard', ({ DashboardBody, DashboardName }) => {
      const { widgets } = JSON.parse(String(DashboardBody))
      const counts = widgets.map(({ properties }: { properties: { metrics: [] } }) => properties.metrics.length)
      expect(most(counts)).toBeLessThanOrEqual(500)
      expect(counts.reduce((sum: number, one: number) => sum + one, 0)).toBeLessThanOrEqual(2500)
      expect(DashboardName).toMatch(/^[\w-]{1,255}$/)
    })
  })
})

describe('what is kept', () => {
  it('logs for as long as the law asks, in the sandbox for two weeks', () => {
    for (const [stage, all] of stages) {
      const groups = ofType(all, 'AWS::Logs::LogGroup')
      const kept = new Set(groups.map(({ properties }) => properties.RetentionInDays))
      expect([stage, ...kept]).toEqual([stage, stage === 'the sandbox' ? 14 : 365])
      // Every function has one of its own, and the API.
      expect(groups).toHaveLength(ofType(all, 'AWS::Lambda::Function').length + 1)
    }
  })

  it('tables with their end of life in one attribute, the audit without any, the service’s own with 35 days to go back to', () => {
    each('AWS::DynamoDB::Table', ({ TimeToLiveSpecification, BillingMode, GlobalSecondaryIndexes = [] }) => {
      expect([undefined, { AttributeName: 'ttl', Enabled: true }]).toContainEqual(TimeToLiveSpecification)
      expect(BillingMode).toBe('PAY_PER_REQUEST')
      expect(Array.isArray(GlobalSecondaryIndexes) ? GlobalSecondaryIndexes.length : 0).toBeLessThanOrEqual(20)
    })
    for (const [stage, all] of stages) {
      const own = ofType(all, 'AWS::DynamoDB::Table').filter((one) => one.stack === 'data')
      const recovery = { PointInTimeRecoveryEnabled: true }
      expect([stage, ...own.map(({ properties }) => properties.PointInTimeRecoverySpecification)]).toEqual([
        stage,
        recovery,
        recovery,
      ])
      const endless = own.filter(({ properties }) => properties.TimeToLiveSpecification === undefined)
      expect([stage, endless.length, endless[0]?.id.startsWith('AuditTable')]).toEqual([stage, 1, true])
    }
  })
})
