import { beforeAll, describe, expect, it } from 'vitest'
import { operatorKeys } from '../../../functions/operators/keys.ts'
import { routes } from '../../../functions/routes.ts'
import { type Permissions, permissionsOf } from '../../../local/permissions/permissions.ts'
import { usesOf } from '../../../local/permissions/uses.ts'
import { readAssembly } from '../../../local/template/assembly.ts'
import { readSystem, type System } from '../../../local/template/system.ts'
import { flowsAssembly } from '../assembly.ts'

const nowhere = { publicUrl: 'http://127.0.0.1', queueUrl: (name: string) => name, secret: () => '' }

/** Functions that know operators, but for the one in which they sign in. */
const knowing = [...new Set(routes.filter(({ caller }) => caller === 'operator').map(({ fn }) => fn))]
const others = knowing.filter((fn) => fn !== 'operators-sign-in')

describe('what only knows who is signed in', () => {
  let system: System
  let permissions: Permissions
  beforeAll(async () => {
    system = readSystem(readAssembly(await flowsAssembly()), nowhere)
    permissions = permissionsOf(
      system,
      usesOf(undefined, () => undefined),
    )
  })

  /** Whether a function may write these attributes of an item, which an update makes where it is not there. */
  const may = (fn: string, { pk, sk }: { pk: string; sk: string }, attributes: readonly string[]): boolean => {
    const TableName = system.functions.find(({ name }) => name === fn)?.env.TABLE
    const input = {
      TableName,
      Key: { pk: { S: pk }, sk: { S: sk } },
      UpdateExpression: `SET ${attributes.map((name) => `${name} = :v`).join(', ')}`,
      ExpressionAttributeValues: { ':v': { N: '1' } },
    }
    const call = { accessKeyId: fn, service: 'dynamodb' as const, operation: 'UpdateItem', headers: {} }
    return permissions.refusal(fn, { ...call, body: Buffer.from(JSON.stringify(input)), input }) === undefined
  }

  const session = operatorKeys.session('admin', 'h')
  const forged = ['epoch', 'createdAt', 'endsAt', 'idleUntil', 'stepUpUntil']

  it.each(others)('%s renews a session, and can make none nor let it act', (fn) => {
    expect(may(fn, session, ['idleUntil'])).toBe(true)
    expect(may(fn, session, forged)).toBe(false)
    for (const attribute of forged.filter((one) => one !== 'idleUntil'))
      expect(may(fn, session, ['idleUntil', attribute]), attribute).toBe(false)
  })

  it.each(others.filter((fn) => fn !== 'operators-manage'))('%s changes nothing of an operator', (fn) => {
    for (const attribute of ['idleUntil', 'role', 'epoch', 'linkHash'])
      expect(may(fn, operatorKeys.person('admin'), [attribute]), attribute).toBe(false)
    expect(may(fn, operatorKeys.admins(), ['count'])).toBe(false)
  })

  it('signing in writes both', () => {
    expect(may('operators-sign-in', session, forged)).toBe(true)
    expect(may('operators-sign-in', operatorKeys.person('admin'), ['totpStep'])).toBe(true)
  })
})
