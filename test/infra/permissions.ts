import type { Resource } from './templates.ts'

type Statement = { Effect: string; Action: string | string[]; Resource: string | string[]; Condition?: object }

/** The statements of a role's inline policies. */
export const statementsOf = (role: Resource['properties'] | undefined): Statement[] => {
  const policies: { PolicyDocument: { Statement: Statement[] } }[] = JSON.parse(JSON.stringify(role?.Policies ?? []))
  return policies.flatMap((policy) => policy.PolicyDocument.Statement)
}

/** `data/TableCD117FA1.Arn` is `Table`, that of the sandbox `sandbox/Table`; a secret is its name. */
const short = (resource: string): string =>
  resource
    .replace(/^arn:.*:secret:/, '')
    .replace(/[0-9A-F]{8}\.Arn/, '')
    .replace(/^data\//, '')

/** `action on what`, one per action, without what every function needs to write its log. */
export const permissionsIn = (role: Resource['properties'] | undefined): string[] =>
  statementsOf(role)
    .flatMap(({ Effect, Action, Resource }) => {
      if (Effect !== 'Allow') throw new Error(`unexpected ${Effect}`)
      return [Action].flat().flatMap((action) => [Resource].flat().map((resource) => `${action} ${short(resource)}`))
    })
    .filter((permission) => !/^logs:(CreateLogStream|PutLogEvents) \w+\/\w+Log$/.test(permission))
    .toSorted()

const on = (resource: string, actions: string[]): string[] => actions.map((action) => `dynamodb:${action} ${resource}`)

const reading = ['BatchGetItem', 'GetItem', 'Query']
const writing = ['ConditionCheckItem', 'DeleteItem', 'PutItem', 'UpdateItem']
const read = on('Table', reading)
const write = on('Table', [...reading, ...writing])
const mac = 'kms:GenerateMac MacKey'
const send = (...queues: string[]) => queues.map((queue) => `sqs:SendMessage ${queue}`)
const secret = (name: string) => `secretsmanager:GetSecretValue shiming/sandbox/${name}-??????`
const keyRing = secret('key-ring')
/** Both payment channels. */
const channels = [secret('wechat-pay'), secret('alipay')]
const list = 'dynamodb:Query Table/index/list'
const serve = (queue: string) =>
  ['DeleteMessage', 'GetQueueAttributes', 'ReceiveMessage'].map((action) => `sqs:${action} ${queue}`)

const standIn = [...on('sandbox/Table', [...reading, ...writing]), secret('stand-ins')]

/** Every permission of every function, written down a second time on purpose. */
export const expected = Object.fromEntries(
  Object.entries({
    'front-unknown': [],
    'account-sms-code': [...write, mac, secret('tencent-cloud'), keyRing],
    'account-sign-in': [...write, mac, secret('platform'), keyRing],
    'account-sessions': write,
    'overview-read': [...read, secret('platform')],
    'account-tokens': [...write, keyRing],
    'account-appeal': write,
    'account-ban': [...write, list, secret('platform')],
    'verification-submit': [
      ...write,
      mac,
      'kms:GenerateDataKey DataKey',
      ...channels,
      keyRing,
      ...send('checksQueue', 'refundsQueue'),
    ],
    'verification-cancel': [...write, ...channels, ...send('checksQueue', 'refundsQueue')],
    'gate-ask': [...read, secret('platform')],
    'verification-read': read,
    'verification-check': [
      ...write,
      'kms:Decrypt DataKey',
      secret('tencent-cloud'),
      ...send('refundsQueue'),
      ...serve('checksQueue'),
    ],
    'payment-pay': [...write, ...channels, ...send('checksQueue', 'refundsQueue')],
    'payment-read': read,
    'payment-wechat-pay-notification': [
      ...write,
      ...channels,
      ...send('checksQueue', 'refundsQueue', 'complaintsQueue'),
    ],
    'payment-alipay-notification': [...write, ...channels, ...send('checksQueue', 'refundsQueue')],
    'bookkeeping-reconcile': [
      ...write,
      list,
      ...channels,
      ...send('checksQueue', 'refundsQueue', 'reconciliationsQueue'),
      ...serve('reconciliationsQueue'),
    ],
    'bookkeeping-reconciliations': [...write, list, secret('platform'), ...send('reconciliationsQueue')],
    'payment-order': [...write, ...channels, ...send('checksQueue', 'refundsQueue'), ...serve('ordersQueue')],
    'payment-refund': [...write, ...channels, ...serve('refundsQueue')],
    'complaints-follow': [...write, secret('wechat-pay'), ...serve('complaintsQueue')],
    'complaints-operator': [...write, list, secret('wechat-pay'), secret('platform')],
    'complaints-watch': [...write, secret('wechat-pay'), ...send('complaintsQueue')],
    'bookkeeping-read': [...read, list, secret('platform')],
    'payment-operator-refunds': [...write, list, ...channels, secret('platform'), ...send('refundsQueue')],
    'bookkeeping-vendor-statement': [...write, list, secret('platform')],
    'wallet-recharge': write,
    'membership-buy': write,
    'messaging-send': [...write, keyRing, ...send('deliveriesQueue')],
    'messaging-pushplus': [...write, keyRing, ...send('deliveriesQueue')],
    'messaging-read': read,
    'messaging-channel': [...write, keyRing],
    'messaging-deliver': [...write, keyRing, ...serve('deliveriesQueue')],
    'upkeep-sweep': [
      ...write,
      'dynamodb:Query Table/index/due',
      'dynamodb:Query Table/index/list',
      ...send(
        'ordersQueue',
        'checksQueue',
        'refundsQueue',
        'deliveriesQueue',
        'complaintsQueue',
        'reconciliationsQueue',
      ),
    ],
    'sandbox-wechat-pay': [...standIn, ...send('sandbox/sandboxQueue')],
    'sandbox-alipay': [...standIn, ...send('sandbox/sandboxQueue')],
    'sandbox-tencent-cloud': standIn,
    'sandbox-control': [...standIn, ...send('sandbox/sandboxQueue')],
    'sandbox-later': [...standIn, ...send('sandbox/sandboxQueue'), ...serve('sandbox/sandboxQueue')],
  }).map(([name, permissions]) => [name, permissions.toSorted()]),
)
