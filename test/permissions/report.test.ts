import { describe, expect, it } from 'vitest'
import type { StatementSpec } from '../../local/template/policies.ts'
import { argued } from './argued.ts'
import { reportOn, shortened } from './report.ts'

const PLACE = 'us-east-1:000000000000'
const TABLE = `arn:aws:dynamodb:${PLACE}:table/shiming-sandbox-data-TableCD117FA1`

const statement = (action: string, resource: string, ...keys: string[]): StatementSpec => ({
  effect: 'Allow',
  actions: [action],
  resources: [resource],
  conditions: keys.length ? [{ operator: 'ForAllValues:StringLike', key: 'dynamodb:LeadingKeys', values: keys }] : [],
})

const system = {
  functions: [{ name: 'a-b', role: 'role' }],
  roles: [
    {
      name: 'role',
      arn: 'role',
      statements: [
        statement('dynamodb:GetItem', TABLE, 'ORDER#*', 'FACT#*'),
        statement('sqs:SendMessage', `arn:aws:sqs:${PLACE}:shiming-sandbox-checks`),
      ],
    },
  ],
}

const used = [{ fn: 'a-b', used: `dynamodb:GetItem ${TABLE} ORDER#*` }]
const unused = [
  { fn: 'a-b', permission: 'dynamodb:GetItem table FACT#*' },
  { fn: 'a-b', permission: 'sqs:SendMessage checks' },
]

describe('the report on permissions', () => {
  it('names every permission that nothing used', () => {
    expect(reportOn(system, used, [])).toMatchObject({ unused, stale: [] })
    expect(reportOn(system, used, []).held).toHaveLength(3)
    expect(reportOn(system, [{ fn: 'other', used: used[0]?.used ?? '' }], []).unused).toHaveLength(3)
  })

  it('takes an argument for one that is needed, as long as it is one', () => {
    const [first, second] = unused.map((one) => ({ ...one, reason: 'because' }))
    if (!first || !second) return expect.fail('nothing is unused')
    expect(reportOn(system, used, [first])).toMatchObject({ unused: unused.slice(1), stale: [] })
    const stale = [
      { ...first, permission: 'dynamodb:GetItem table ORDER#*' },
      { ...first, fn: 'other' },
    ]
    expect(reportOn(system, used, [first, second, ...stale])).toMatchObject({ unused: [], stale })
  })

  it.each([
    ['kms:Decrypt', `arn:aws:kms:${PLACE}:key/1-2`, 'kms:Decrypt key/1-2'],
    ['dynamodb:Query', `${TABLE}/index/list`, 'dynamodb:Query table/index/list'],
    ['dynamodb:Query', TABLE.replace('-data-', '-sandbox-'), 'dynamodb:Query sandbox table'],
    ['a:B', `arn:aws:secretsmanager:${PLACE}:secret:shiming/sandbox/alipay-??????`, 'a:B secret:alipay-??????'],
  ])('calls %s on %s %s', (action, resource, short) => {
    expect(shortened(`${action} ${resource}`)).toBe(short)
  })

  it('holds no argument without a reason, and none twice', () => {
    const named = argued.map(({ fn, permission }) => `${fn} ${permission}`)
    expect(new Set(named).size).toBe(named.length)
    for (const { reason } of argued) expect(reason.length).toBeGreaterThan(60)
  })
})
