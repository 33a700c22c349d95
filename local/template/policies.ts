import * as z from 'zod/mini'
import type { Resource } from './names.ts'
import { TemplateError } from './resolve.ts'
import type { World } from './world.ts'

/** One test of a condition: `ForAllValues:StringLike` of `dynamodb:LeadingKeys` against these values. */
export type ConditionSpec = { operator: string; key: string; values: readonly string[] }

/** A statement of a policy as the template has it, with every reference replaced. */
export type StatementSpec = {
  effect: 'Allow' | 'Deny'
  actions: readonly string[]
  resources: readonly string[]
  conditions: readonly ConditionSpec[]
}

/** What a role may do. */
export type RoleSpec = { name: string; arn: string; statements: readonly StatementSpec[] }

const one = z.union([z.string(), z.number(), z.boolean()])
const many = z.pipe(
  z.union([one, z.array(one)]),
  z.transform((value) => [value].flat().map(String)),
)
/** Strict, because what is not known here could forbid or allow something. */
const statement = z.strictObject({
  Sid: z.optional(z.string()),
  Effect: z.enum(['Allow', 'Deny']),
  Action: many,
  Resource: many,
  Principal: z.optional(z.unknown()),
  Condition: z.optional(z.record(z.string(), z.record(z.string(), many))),
})
const document = z.strictObject({ Version: z.literal('2012-10-17'), Statement: z.array(statement) })

type RawStatement = z.output<typeof statement>

const statementOf = ({ Effect, Action, Resource, Condition = {} }: RawStatement): StatementSpec => ({
  effect: Effect,
  actions: Action,
  resources: Resource,
  conditions: Object.entries(Condition).flatMap(([operator, tests]) =>
    Object.entries(tests).map(([key, values]) => ({ operator, key, values })),
  ),
})

const role = z.object({
  Policies: z._default(z.array(z.object({ PolicyDocument: document })), []),
  // What AWS writes into these is not known here.
  ManagedPolicyArns: z.optional(z.array(z.string()).check(z.maxLength(0))),
})
const attached = z.object({ PolicyDocument: document, Roles: z._default(z.array(z.string()), []) })

/** Every role of the templates. Throws TemplateError for policies the engine cannot judge. */
export const readRoles = (world: World): RoleSpec[] => {
  const policies = world.ofType('AWS::IAM::Policy').map((resource) => world.read(resource, attached))
  return world.ofType('AWS::IAM::Role').map((resource) => {
    const own = world.read(resource, role).Policies
    const others = policies.filter(({ Roles }) => Roles.includes(resource.name))
    const statements = [...own, ...others].flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
    return { name: resource.name, arn: resource.arn, statements: statements.map(statementOf) }
  })
}

const accounts = z.object({ AWS: many })
const services = z.strictObject({ Service: many })

/** Whether a statement speaks of everybody in its account. Throws TemplateError for principals the engine does not know. */
const isOfAccount = ({ stack, at }: Resource, { Principal }: RawStatement): boolean => {
  if (Principal === '*') return true
  if (z.safeParse(services, Principal).success) return false
  const { data } = z.safeParse(accounts, Principal)
  const known = data?.AWS.every(
    (name) => name === '*' || name === stack.account || /^arn:[\w-]+:iam::\d+:root$/.test(name),
  )
  if (known) return true
  throw new TemplateError(`stack ${stack.name}, ${at}: the local engine does not know ${JSON.stringify(Principal)}`)
}

const key = z.object({ KeyPolicy: document })
/** Of a queue or a bucket. */
const ownPolicy = z.object({ PolicyDocument: document })

const isEverybody = (Principal: unknown): boolean =>
  Principal === '*' || z.safeParse(accounts, Principal).data?.AWS.includes('*') === true

/** What the policies of queues say of a service of AWS, and of everybody. */
export const readServiceStatements = (world: World, service: string): StatementSpec[] =>
  world
    .ofType('AWS::SQS::QueuePolicy')
    .flatMap((resource) => world.read(resource, ownPolicy).PolicyDocument.Statement)
    .filter(
      ({ Principal }) =>
        isEverybody(Principal) || z.safeParse(services, Principal).data?.Service.includes(service) === true,
    )
    .map(statementOf)

/** What the policies of keys, queues and buckets themselves say of their own account, and so of every role in it. */
export const readResourceStatements = (world: World): StatementSpec[] => {
  const ofAccount = (resource: Resource, statements: readonly RawStatement[]): StatementSpec[] =>
    statements.filter((raw) => isOfAccount(resource, raw)).map(statementOf)
  const ofKeys = world.ofType('AWS::KMS::Key').flatMap((resource) => {
    const statements = ofAccount(resource, world.read(resource, key).KeyPolicy.Statement)
    // In the policy of a key, every resource is the key.
    return statements.map((all) => ({ ...all, resources: [resource.arn] }))
  })
  const ofQueues = world
    .ofType('AWS::SQS::QueuePolicy')
    .flatMap((resource) => ofAccount(resource, world.read(resource, ownPolicy).PolicyDocument.Statement))
  const ofBuckets = world
    .ofType('AWS::S3::BucketPolicy')
    .flatMap((resource) => ofAccount(resource, world.read(resource, ownPolicy).PolicyDocument.Statement))
  return [...ofKeys, ...ofQueues, ...ofBuckets]
}
