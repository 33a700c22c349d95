import { beforeAll, describe, expect, it } from 'vitest'
import { permissionsOf } from '../../../local/permissions/permissions.ts'
import { usesOf } from '../../../local/permissions/uses.ts'
import type { Stack } from '../../../local/template/assembly.ts'
import { readSystem } from '../../../local/template/system.ts'
import { addresses, changed, fixtureStacks } from '../fixture/stacks.ts'

let stacks: Stack[]
beforeAll(async () => {
  stacks = await fixtureStacks()
})

const sends = {
  service: 'sqs',
  operation: 'SendMessage',
  about: { QueueUrl: addresses.queueUrl('fixture-sandbox-jobs') },
}
const reads = { service: 'secretsmanager', operation: 'GetSecretValue', about: { SecretId: 'fixture/secret' } }
const macs = { service: 'kms', operation: 'GenerateMac', about: { MacAlgorithm: 'HMAC_SHA_256' } }
type Asked = { service: string; operation: string; about: object }

const allow = (more: object) => ({ Effect: 'Allow', Action: '*', Resource: '*', ...more })
const deny = (more: object) => ({ ...allow(more), Effect: 'Deny' })
const document = (...Statement: object[]) => ({ Version: '2012-10-17', Statement })

/** What the function `store` is answered to a call after one resource was given other properties; undefined where it may. */
const answer = (id: string, properties: object, { service, operation, about }: Asked) => {
  const system = readSystem(changed(stacks, id, properties), addresses)
  const mac = system.keys.find(({ usage }) => usage === 'GENERATE_VERIFY_MAC')
  const input = service === 'kms' ? { ...about, KeyId: mac?.arn } : about
  const call = { accessKeyId: 'store', service: service as 'sqs', operation, headers: {} }
  const told = permissionsOf(
    system,
    usesOf(undefined, () => {}),
  ).refusal('store', {
    ...call,
    body: Buffer.from(JSON.stringify(input)),
    input,
  })
  return told && { status: told.status, message: JSON.parse(String(told.body)).message.replace(mac?.arn, 'the key') }
}

const USER = 'User: arn:aws:sts::000000000000:assumed-role/fixture-sandbox-app-Role/fixture-sandbox-store'
const QUEUE = 'arn:aws:sqs:us-east-1:000000000000:fixture-sandbox-jobs'
const refusedSending = (reason: string) => ({
  status: 403,
  message: `${USER} is not authorized to perform: sqs:sendmessage on resource: ${QUEUE} ${reason}`,
})

describe('what a role forbids', () => {
  it('is refused, although the role allows it as well', () => {
    const Policies = [{ PolicyDocument: document(allow({}), deny({ Action: 'sqs:SendMessage' })) }]
    expect(answer('Role', { Policies }, sends)).toEqual(
      refusedSending('with an explicit deny in an identity-based policy'),
    )
    expect(answer('Role', { Policies }, reads)).toBeUndefined()
  })
})

const everybody = ['*', { AWS: '*' }, { AWS: '000000000000' }, { AWS: ['arn:aws:iam::000000000000:root'] }]

describe.each(everybody)('what is forbidden to %j', (Principal) => {
  const reason = 'with an explicit deny in a resource-based policy'

  it('by the policy of a queue is refused', () => {
    const policy = (more: object) => ({ PolicyDocument: document(deny({ Principal, Resource: QUEUE, ...more })) })
    expect(answer('JobsPolicy', policy({}), sends)).toEqual(refusedSending(reason))
    expect(answer('JobsPolicy', policy({ Action: 'sqs:ReceiveMessage' }), sends)).toBeUndefined()
    expect(answer('JobsPolicy', policy({ Resource: `${QUEUE}-dead` }), sends)).toBeUndefined()
  })

  it('by the policy of a key is refused, whatever else that policy allows', () => {
    const policy = (...more: object[]) => ({ KeyPolicy: document(allow({ Principal }), ...more) })
    expect(answer('MacKey', policy(), macs)).toBeUndefined()
    expect(answer('MacKey', policy(deny({ Principal, Action: 'kms:GenerateMac' })), macs)).toEqual({
      status: 400,
      message: `${USER} is not authorized to perform: kms:GenerateMac on resource: the key ${reason}`,
    })
  })
})

describe('what is forbidden to a service of AWS', () => {
  it('is not forbidden to functions', () => {
    const PolicyDocument = document(deny({ Principal: { Service: 'events.amazonaws.com' }, Resource: QUEUE }))
    expect(answer('JobsPolicy', { PolicyDocument }, sends)).toBeUndefined()
  })
})
