import { beforeAll, describe, expect, it } from 'vitest'
import { everyStage } from './stages.ts'
import { ofType, type Resource, type Templates } from './templates.ts'

let stages: [string, Templates][]
beforeAll(async () => {
  stages = await everyStage()
})

type Properties = Resource['properties']

const arnOf = ({ stack, id }: Resource): string => `${stack}/${id}.Arn`

const permission = (fn: unknown, Principal: string, SourceArn: string): object => ({
  Action: 'lambda:InvokeFunction',
  FunctionName: fn,
  Principal,
  SourceArn,
})

/** API Gateway names stage, method and path of what it calls for. */
const ofRoute = (all: Templates, { RouteKey, Target }: Properties): object => {
  const [api] = ofType(all, 'AWS::ApiGatewayV2::Api')
  const integration = ofType(all, 'AWS::ApiGatewayV2::Integration').find(
    ({ stack, id }) => Target === `integrations/${stack}/${id}`,
  )
  const [, path = ''] = String(RouteKey).split(' ')
  const place = 'arn:{AWS::Partition}:execute-api:{AWS::Region}:{AWS::AccountId}'
  return permission(
    integration?.properties.IntegrationUri,
    'apigateway.amazonaws.com',
    `${place}:${api?.stack}/${api?.id}/*/*${path}`,
  )
}

type Target = { Arn: string; DeadLetterConfig: { Arn: string } }
const targetOf = (rule: Resource): Target => {
  const [target] = JSON.parse(JSON.stringify(rule.properties.Targets))
  return target
}

const sorted = (all: readonly object[]): object[] =>
  all.toSorted((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other)))

/** In one order of names, whatever the template has. */
const granted = ({ properties: { Action, FunctionName, Principal, ...more } }: Resource): object => ({
  Action,
  FunctionName,
  Principal,
  ...more,
})

describe('functions', () => {
  it('are invoked by each of their routes and rules, by none of another API or rule, and by nobody else', () => {
    for (const [stage, all] of stages) {
      const routes = ofType(all, 'AWS::ApiGatewayV2::Route').map(({ properties }) => ofRoute(all, properties))
      const rules = ofType(all, 'AWS::Events::Rule').map((rule) =>
        permission(targetOf(rule).Arn, 'events.amazonaws.com', arnOf(rule)),
      )
      expect([routes.length > 40, rules.length > 0], stage).toEqual([true, true])
      const found = ofType(all, 'AWS::Lambda::Permission').map(granted)
      expect(sorted(found), stage).toEqual(sorted([...routes, ...rules]))
    }
  })
})

/** What S3 tells of files that were posted, from a bucket of this name and account alone. */
const ofUploads = (arn: string, stage: string): object[] =>
  arn.startsWith('data/materialsQueue')
    ? [
        {
          Effect: 'Allow',
          Action: 'sqs:SendMessage',
          Principal: { Service: 's3.amazonaws.com' },
          Resource: arn,
          Condition: {
            ArnEquals: {
              'aws:SourceArn': `arn:{AWS::Partition}:s3:::shiming-${stage}-intake-{AWS::AccountId}-{AWS::Region}`,
            },
            StringEquals: { 'aws:SourceAccount': '{AWS::AccountId}' },
          },
        },
      ]
    : []

describe('queues', () => {
  it('take letters of their own rule where it cannot deliver, what S3 tells, and otherwise nothing but what a role allows, encrypted', () => {
    for (const [stage, all] of stages) {
      const rules = ofType(all, 'AWS::Events::Rule')
      const policies = ofType(all, 'AWS::SQS::QueuePolicy')
      const queues = ofType(all, 'AWS::SQS::Queue')
      for (const queue of queues) {
        const mine = policies.filter(({ stack, properties: { Queues } }) =>
          [Queues].flat().includes(`${stack}/${queue.id}`),
        )
        const arn = arnOf(queue)
        const secure = { Effect: 'Deny', Action: 'sqs:*', Principal: { AWS: '*' }, Resource: arn }
        const letters = rules
          .filter((rule) => targetOf(rule).DeadLetterConfig.Arn === arn)
          .map((rule) => ({
            Sid: expect.any(String),
            Effect: 'Allow',
            Action: 'sqs:SendMessage',
            Principal: { Service: 'events.amazonaws.com' },
            Resource: arn,
            Condition: { ArnEquals: { 'aws:SourceArn': arnOf(rule) } },
          }))
        expect(
          mine.map(({ properties }) => properties.PolicyDocument),
          `${stage}: ${arn}`,
        ).toEqual([
          {
            Version: '2012-10-17',
            Statement: [
              { ...secure, Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
              ...letters,
              ...ofUploads(arn, stage === 'the sandbox' ? 'sandbox' : 'production'),
            ],
          },
        ])
      }
      expect(policies).toHaveLength(queues.length)
      const dead = rules.map((rule) => targetOf(rule).DeadLetterConfig.Arn)
      expect(queues.map(arnOf)).toEqual(expect.arrayContaining(dead))
    }
  })
})
