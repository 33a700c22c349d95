import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readUses } from '../../permissions/use-lines.ts'
import { type Instance, instance } from '../fixture/instance.ts'

const folder = mkdtempSync(join(tmpdir(), 'shiming-uses-'))
const useFile = join(folder, 'uses.jsonl')
let local: Instance
beforeAll(async () => {
  local = await instance({ useFile })
})
afterAll(async () => {
  await local.stop()
  rmSync(folder, { recursive: true })
})

const USER = 'User: arn:aws:sts::000000000000:assumed-role/fixture-sandbox-app-LittleRole/fixture-sandbox-limited'
const TABLE = 'arn:aws:dynamodb:us-east-1:000000000000:table/fixture-sandbox-data-Table1'

describe('what the role of a function allows', () => {
  it('is done', async () => {
    expect(await local.limited('put=ORDER%231&get=ORDER%231')).toMatchObject({ ok: true, result: { found: true } })
    expect(await local.limited('transact=LIMIT%231&getBoth=LIMIT%231')).toMatchObject({ ok: true })
    expect(await local.limited('seal=&secret=')).toMatchObject({ ok: true })
  })

  it('is written down once, as far as it was used', async () => {
    await local.limited('put=ORDER%232')
    const uses = readUses(readFileSync(useFile, 'utf8')).filter((one) => one.fn === 'limited' && 'used' in one)
    const used = uses.map((one) => ('used' in one ? one.used : ''))
    expect(used).toHaveLength(new Set(used).size)
    expect(used).toContain(`dynamodb:PutItem ${TABLE} ORDER#*`)
    expect(used).toContain(`dynamodb:GetItem ${TABLE}`)
    expect(used.filter((one) => one.startsWith('logs:'))).toHaveLength(2)
  })
})

describe('what it does not allow is refused as AWS refuses it', () => {
  it.each([
    ['another action', 'listDue=', `dynamodb:Query on resource: ${TABLE}/index/due`],
    [
      'another table',
      'putElsewhere=ORDER%231',
      'dynamodb:PutItem on resource: arn:aws:dynamodb:us-east-1:000000000000:table/elsewhere',
    ],
    ['another partition', 'put=PHONE%231', `dynamodb:PutItem on resource: ${TABLE}`],
    ['another partition within a transaction', 'transact=PHONE%231', `dynamodb:PutItem on resource: ${TABLE}`],
    ['another attribute', 'putMore=ORDER%231', `dynamodb:PutItem on resource: ${TABLE}`],
    ['a context that lacks a name', 'seal=account', 'kms:GenerateDataKey on resource: arn:aws:kms:'],
    [
      'a context with a name too many',
      'seal=account,verification,other',
      'kms:GenerateDataKey on resource: arn:aws:kms:',
    ],
    [
      'another secret',
      'secret=other',
      'secretsmanager:GetSecretValue on resource: arn:aws:secretsmanager:us-east-1:000000000000:secret:other-local0',
    ],
  ])('%s', async (_what, steps, asked) => {
    const { status, error, message = '' } = await local.limited(steps)
    expect([status, error]).toEqual([400, 'AccessDeniedException'])
    const [, action] = /^(\S+)/.exec(asked) ?? []
    expect(message).toMatch(/^User: /)
    expect(message).toContain(`${USER} is not authorized to perform: ${asked}`)
    expect(message).toContain(`because no identity-based policy allows the ${action} action`)
    expect(local.engine.refusals()).toContain(`limited: ${message}`)
  })

  it('by a queue under its own names', async () => {
    const { status, error, message } = await local.limited('send=x')
    expect([status, error]).toEqual([403, 'AccessDenied'])
    expect(message).toContain('is not authorized to perform: sqs:sendmessage on resource: arn:aws:sqs:')
    expect(await local.limited('sendMany=x,y')).toMatchObject({ error: 'AccessDenied' })
  })

  it('also what only the policy of the key does not allow', async () => {
    const { status, error, message } = await local.limited('mac=x')
    expect([status, error]).toEqual([400, 'AccessDeniedException'])
    expect(message).toContain('because no resource-based policy allows the kms:GenerateMac action')
    expect(await local.store('mac=x')).toMatchObject({ ok: true })
  })

  it('and changes nothing', async () => {
    await local.limited('put=PHONE%239')
    expect(await local.store('get=PHONE%239')).toMatchObject({ result: { found: false } })
    expect(await local.limited('open=AAAA')).toMatchObject({ error: 'AccessDeniedException' })
  })

  it('and is told to whoever runs the engine', async () => {
    await local.limited('put=PHONE%231')
    const told = local.faults.filter(
      (line) => String(line).includes('dynamodb:PutItem') && String(line).includes(TABLE),
    )
    expect(told).toEqual([expect.stringMatching(/^limited was refused a call\. User: /)])
  })
})
