import type { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { auditPartitions } from '../../../functions/audit/keys.ts'
import { type ItemAction, type ItemUse, type Partition, type Purpose, partitionsOf } from '../../purpose.ts'
import { allow, type Granted, type Resources } from './granted.ts'

/** TransactWriteItems has no action of its own: each write in it needs its own. */
const itemActions: Record<ItemAction, string> = {
  get: 'dynamodb:GetItem',
  getMany: 'dynamodb:BatchGetItem',
  query: 'dynamodb:Query',
  put: 'dynamodb:PutItem',
  update: 'dynamodb:UpdateItem',
  delete: 'dynamodb:DeleteItem',
  check: 'dynamodb:ConditionCheckItem',
}
const everyItemAction = Object.keys(itemActions) as ItemAction[]

/** Of all the table, only what begins like one of these: AWS compares every key that a request names. */
const within = (kinds: readonly string[]) => ({
  'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': kinds.map((kind) => `${kind}#*`) },
})

/** What an update names whatever it changes: its key, the token by which a repeat knows itself, and the keys of the indexes. */
const ALWAYS_NAMED = ['pk', 'sk', 'op', 'dueShard', 'dueAt', 'listName', 'listAt']

const touching = (attributes: readonly string[]) => ({
  'ForAllValues:StringEquals': { 'dynamodb:Attributes': [...new Set([...ALWAYS_NAMED, ...attributes])] },
})

/** One statement for the partitions of which the same attributes may be touched. */
const partlyUpdated = (
  { updateOnly = {} }: ItemUse,
  tableArn: string,
  isHere: (kind: Partition) => boolean,
): PolicyStatement[] => {
  const rows = (Object.entries(updateOnly) as [Partition, readonly string[]][]).filter(([kind]) => isHere(kind))
  const alike = Map.groupBy(rows, ([, attributes]) => JSON.stringify(attributes))
  return [...alike].map(([attributes, all]) =>
    allow([itemActions.update], [tableArn], {
      ...within(all.map(([kind]) => kind)),
      ...touching(JSON.parse(attributes)),
    }),
  )
}

/** One statement for the actions that reach the same partitions, so that a role stays short and can be read. */
const itemStatements = (items: ItemUse, tableArn: string, isHere: (kind: Partition) => boolean): PolicyStatement[] => {
  const used = everyItemAction.flatMap((action) => {
    const kinds = items[action]?.filter(isHere) ?? []
    return kinds.length > 0 ? [{ action, kinds }] : []
  })
  const alike = Map.groupBy(used, ({ kinds }) => JSON.stringify(kinds))
  const whole = [...alike.values()].flatMap(([first, ...others]) =>
    first
      ? [
          allow(
            [first, ...others].map(({ action }) => itemActions[action]),
            [tableArn],
            within(first.kinds),
          ),
        ]
      : [],
  )
  return [...whole, ...partlyUpdated(items, tableArn, isHere)]
}

/** Kinds whose partitions are in the audit table. */
const isAudit = (kind: Partition): boolean => auditPartitions.some((one) => one === kind)

/** Of both tables, the audit's and the other, the partitions that a purpose names; of the indexes, what it lists. */
export const tableGrant = (purpose: Purpose, { data }: Resources): Granted[] => {
  const { items, due, lists } = purpose
  if (!items) return []
  const { audit } = data
  const apart = partitionsOf(items).filter(isAudit).toSorted()
  const indexed = (name: string): string => `${data.table.tableArn}/index/${name}`
  const statements = [
    ...itemStatements(items, data.table.tableArn, (kind) => !isAudit(kind)),
    ...itemStatements(items, audit.tableArn, isAudit),
    ...(due ? [allow(['dynamodb:Query'], [indexed(data.dueIndex)])] : []),
    ...(lists ? [allow(['dynamodb:Query'], [indexed(data.listIndex)], within(lists))] : []),
  ]
  const tablesApart = apart.map((kind) => `${kind}=${audit.tableName}`).join(' ')
  const environment = { TABLE: data.table.tableName, ...(apart.length > 0 && { TABLES_APART: tablesApart }) }
  return [{ environment, statements }]
}

/** The table of the stand-ins, which is not the service's. Throws where there are none. */
export const standInTableGrant = (actions: readonly ItemAction[], { standIns }: Resources): Granted => {
  if (!standIns) throw new Error('stand-ins exist only in the sandbox stage')
  const { table } = standIns
  return {
    environment: { SANDBOX_TABLE: table.tableName },
    statements: [
      allow(
        actions.map((action) => itemActions[action]),
        [table.tableArn],
      ),
    ],
  }
}
