import { beforeAll, describe, expect, it } from 'vitest'
import { everyStage } from './stages.ts'
import { attributes, properties, sections } from './template-shape.ts'
import { ofType, type Resource, type Templates } from './templates.ts'

type Raw = { Type: string; DeletionPolicy?: string; UpdateReplacePolicy?: string }

let stages: [string, Templates][]
let resources: Resource[]
let raw: [string, Raw][]
beforeAll(async () => {
  stages = await everyStage()
  resources = stages.flatMap(([, all]) => all.resources)
  raw = parsed().flatMap(({ Resources }) => Object.entries<Raw>(Resources))
})

const parsed = () => stages.flatMap(([, { texts }]) => [...texts.values()].map((text) => JSON.parse(text)))

/** Below these are names and values that deployments and policies choose; what judges policies is strict about them. */
const OPEN = /^(Environment\.Variables|.*\.Condition)$/
/** What is said of each route under its key. */
const perRoute = (path: string): string => path.replace(/^RouteSettings\..*?(\.Throttling\w+)?$/, 'RouteSettings.*$1')

/** The path to every value, through lists as if they were not there. */
const pathsIn = (value: unknown, path = ''): string[] => {
  if (Array.isArray(value) && value.length > 0) return value.flatMap((one) => pathsIn(one, path))
  if (typeof value !== 'object' || value === null || Array.isArray(value) || OPEN.test(path)) return [perRoute(path)]
  return Object.entries(value).flatMap(([name, one]) => pathsIn(one, path === '' ? name : `${path}.${name}`))
}

/** Every path of the things of a type; with a question mark those that not every one has. */
const shapeOf = (all: readonly string[][]): string[] => {
  const counts = new Map<string, number>()
  for (const path of all.flatMap((paths) => [...new Set(paths)])) counts.set(path, (counts.get(path) ?? 0) + 1)
  return [...counts].map(([path, count]) => (count < all.length ? `${path}?` : path)).toSorted()
}

const ADVICE =
  'See whether the local engine (local/template) reads it and whether a proof must know it, then say so in test/infra/template-shape.ts'

/** What is said of each resource of a type, over all stages. */
const each = (type: string): Resource['properties'][] => {
  const found = stages.flatMap(([, all]) => ofType(all, type).map((one) => one.properties))
  expect(found.length, type).toBeGreaterThan(0)
  return found
}

/** What is found must be what is listed, no more and no less. */
const expectListed = (what: string, found: readonly string[], listed: readonly string[] = []): void => {
  const unlisted = found.filter((one) => !listed.includes(one))
  const gone = listed.filter((one) => !found.includes(one))
  expect({ unlisted, gone }, `${what}: not as listed. ${ADVICE}`).toEqual({ unlisted: [], gone: [] })
}

describe('the templates', () => {
  it('have no other sections than these', () => {
    expectListed('a template', [...new Set(parsed().flatMap((template) => Object.keys(template)))], sections)
  })

  it('have resources of no other types than these', () => {
    expectListed('types', [...new Set(resources.map(({ type }) => type))], Object.keys(properties))
  })

  it.each(Object.keys(properties))('have no other properties of %s than these', (type) => {
    const mine = resources.filter((one) => one.type === type)
    expectListed(type, shapeOf(mine.map((one) => pathsIn(one.properties))), properties[type])
  })

  it('say nothing besides of a resource but these', () => {
    expectListed('a resource', [...new Set(raw.flatMap(([, resource]) => Object.keys(resource)))], attributes)
  })

  it('do to what is replaced as to what is deleted', () => {
    for (const [id, { UpdateReplacePolicy, DeletionPolicy }] of raw)
      expect(UpdateReplacePolicy, id).toBe(DeletionPolicy)
  })
})

describe('what is said there', () => {
  it('lets every alarm act, and counts lines without a unit: an alarm that names one sees none of them', () => {
    for (const { ActionsEnabled, Unit, AlarmDescription } of each('AWS::CloudWatch::Alarm'))
      expect([ActionsEnabled ?? true, Unit], String(AlarmDescription)).toEqual([true, undefined])
  })

  it('makes of a line one in a metric of its own, and nothing of any other line', () => {
    for (const { MetricTransformations } of each('AWS::Logs::MetricFilter')) {
      const one = { MetricNamespace: 'Shiming', MetricValue: '1' }
      const MetricName = expect.stringMatching(/^shiming-(sandbox|production)-[\w-]+-(faults|rung)$/)
      // What the gate refuses is one metric for all who ask it, told apart by words of which there are few.
      const Dimensions = ['feature', 'because'].map((Key) => ({ Key, Value: `$.${Key}` }))
      const refused = { ...one, MetricName: expect.stringMatching(/-gate-refused$/), Dimensions }
      const isRefused = /gate-refused/.test(JSON.stringify(MetricTransformations))
      expect(MetricTransformations).toEqual([isRefused ? refused : { ...one, MetricName }])
    }
  })

  it('lets Lambda alone take on a role', () => {
    for (const { AssumeRolePolicyDocument } of each('AWS::IAM::Role')) {
      const lambda = { Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' } }
      expect(AssumeRolePolicyDocument).toEqual({ Version: '2012-10-17', Statement: [lambda] })
    }
  })

  it('leaves it to the functions to know who calls', () => {
    for (const { AuthorizationType, RouteKey } of each('AWS::ApiGatewayV2::Route'))
      expect(AuthorizationType ?? 'NONE', String(RouteKey)).toBe('NONE')
  })

  it('has keys that work, and new material each year for those that seal', () => {
    for (const { Enabled, KeyUsage, EnableKeyRotation } of each('AWS::KMS::Key')) {
      expect(Enabled ?? true).toBe(true)
      expect(EnableKeyRotation === true || ['GENERATE_VERIFY_MAC', 'SIGN_VERIFY'].includes(String(KeyUsage))).toBe(true)
    }
  })

  it('has queues encrypt what waits in them, and tables under the key that is AWS’s own: identities are sealed before', () => {
    for (const { SqsManagedSseEnabled } of each('AWS::SQS::Queue')) expect(SqsManagedSseEnabled).toBe(true)
    for (const { SSESpecification } of each('AWS::DynamoDB::Table')) expect(SSESpecification).toBeUndefined()
  })
})
