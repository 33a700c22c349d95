import type { Resource } from './templates.ts'

type Statement = {
  Effect: string
  Action: string | string[]
  Resource: string | string[]
  Condition?: Record<string, Record<string, string[]>>
}

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

/** What every update names. */
export const alwaysNamed = ['pk', 'sk', 'op', 'dueShard', 'dueAt', 'listName', 'listAt']

/** Of which attributes alone, besides what every update names; nothing where of all. */
const attributesOf = ({ Condition = {} }: Statement): string => {
  const only = Condition['ForAllValues:StringEquals']?.['dynamodb:Attributes']
  if (!only) return ''
  return `.${only.filter((name) => !alwaysNamed.includes(name)).join('+')}`
}

/** Of which kinds of partitions; `['']` for all of them. */
const kindsOf = (of: Statement): string[] =>
  of.Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys']?.map(
    (key) => ` ${key.replace(/#\*$/, '')}${attributesOf(of)}`,
  ) ?? ['']

/** `action on what, in which partitions`, one by one, without what every function needs to write its log. */
export const permissionsIn = (role: Resource['properties'] | undefined): string[] =>
  statementsOf(role)
    .flatMap((statement) => {
      const { Effect, Action, Resource } = statement
      if (Effect !== 'Allow') throw new Error(`unexpected ${Effect}`)
      const kinds = kindsOf(statement)
      return [Action]
        .flat()
        .flatMap((action) =>
          [Resource].flat().flatMap((resource) => kinds.map((kind) => `${action} ${short(resource)}${kind}`)),
        )
    })
    .filter((permission) => !/^logs:(CreateLogStream|PutLogEvents) \w+\/\w+Log$/.test(permission))
    .toSorted()

const names = {
  get: 'GetItem',
  getMany: 'BatchGetItem',
  query: 'Query',
  put: 'PutItem',
  update: 'UpdateItem',
  delete: 'DeleteItem',
  check: 'ConditionCheckItem',
}

/** `{ ORDER: 'get put' }`: what is done with items in such partitions, `{ 'ORDER.dueAt': 'update' }` with one attribute of theirs. */
const items = (by: Record<string, string>, table = 'Table'): string[] =>
  Object.entries(by).flatMap(([kind, deeds]) =>
    deeds.split(' ').map((deed) => `dynamodb:${names[deed as keyof typeof names]} ${table} ${kind}`),
  )

const auditItems = (by: Record<string, string>): string[] => items(by, 'AuditTable')

/** A record of what is done, behind those before it of the same subject. */
const deeds = [...auditItems({ AUDIT: 'put', AUDITDAY: 'put' }), ...items({ CHAIN: 'getMany put' })]

const mac = 'kms:GenerateMac MacKey'
const send = (...queues: string[]) => queues.map((queue) => `sqs:SendMessage ${queue}`)
const secret = (name: string) => `secretsmanager:GetSecretValue shiming/sandbox/${name}-??????`
const keyRing = secret('key-ring')
const wechatPay = secret('wechat-pay')
const alipay = secret('alipay')
const list = (name: string) => `dynamodb:Query Table/index/list ${name}`
const serve = (queue: string) =>
  ['DeleteMessage', 'GetQueueAttributes', 'ReceiveMessage'].map((action) => `sqs:${action} ${queue}`)

/** As long as an id. */
const ID = '????????????????????????????????'

const looksAt = (queue: string) => [...serve(queue), `sqs:ChangeMessageVisibility ${queue}`]
const works = [
  ...['orders', 'checks', 'evidence', 'clashes', 'faces', 'materials', 'refunds', 'deliveries'],
  ...['complaints', 'applications', 'texts', 'certificates', 'reviews', 'reconciliations', 'outboxes', 'webhooks'],
]
/** Looks for the session of an operator, and renews it: of that the one attribute. */
const operates = { OPERATOR: 'getMany', OPERATORSESSION: 'getMany', 'OPERATORSESSION.idleUntil': 'update' }

/** Whoever hears of a payment makes what it buys, or what goes back. */
const paid = { ACCOUNT: 'get put update check', FACT: 'put', ORDER: 'get put update' }
const wakesPaid = send('checksQueue', 'applicationsQueue', 'refundsQueue')
const wakesCheckPaid = send('checksQueue', 'refundsQueue')
const closes = { ...paid, ORDER: 'get query put update' }
const closesOwn = [...items({ ...closes, EXTERNAL: 'get' }), wechatPay, alipay, secret('platform')]
const cancels = [...closesOwn, ...wakesPaid]
const buys = items({ ACCOUNT: 'get getMany put check', ORDER: 'get getMany query put check' })
const sends = [...items({ ACCOUNT: 'getMany put update' }), keyRing, ...send('deliveriesQueue')]

const standIn = (deeds: string, holds = 'stand-ins') => [
  ...deeds.split(' ').map((deed) => `dynamodb:${names[deed as keyof typeof names]} sandbox/Table`),
  secret(holds),
]

/** Whose commits tell the platform something, and what that takes. */
const announcing = [
  ...['certification-apps', 'certification-rename', 'certification-applications', 'certification-confirm'],
  'certification-handover',
  ...['certification-follow', 'certificates-follow', 'certificates-operator', 'review-user', 'review-follow'],
  ...['account-ban', 'account-user-ban', 'account-wechat-binding', 'account-wechat-join'],
  ...['account-wechat-sign-in', 'bookkeeping-reconcile', 'clearing-business', 'wallet-card-unbind'],
  ...['complaints-follow', 'complaints-operator', 'face-open', 'face-look', 'face-follow'],
  ...['messaging-deliver', 'payment-alipay-notification', 'payment-cancel', 'payment-look', 'payment-operator-refunds'],
  ...['payment-order', 'payment-pay', 'payment-refund', 'payment-wechat-pay-notification', 'review-operator'],
  ...['verification-cancel', 'verification-check', 'verification-evidence', 'verification-submit', 'webhooks-operator'],
]
const announces = [...items({ OUTBOX: 'update' }), ...send('outboxesQueue')]

/** Every permission of every function, written down a second time on purpose. */
export const expected = Object.fromEntries(
  Object.entries({
    'pages-serve': [],
    'pages-phone': [],
    'front-reference': [],
    'account-sms-code': [
      ...items({ ACCOUNT: 'getMany put update check', CHALLENGE: 'put update', LIMIT: 'getMany put update' }),
      ...items({ TEXT: 'put update' }),
      mac,
      secret('tencent-cloud'),
      secret('alibaba-cloud'),
      keyRing,
    ],
    'account-sign-in': [
      ...items({ ACCOUNT: 'get put update', CHALLENGE: 'update', LIMIT: 'update' }),
      ...items({ EXTERNAL: 'get put', PHONE: 'get put update', SIGNIN: 'put', TEXT: 'update' }),
      mac,
      secret('platform'),
      keyRing,
    ],
    'account-sessions': items({ ACCOUNT: 'get query update delete' }),
    'account-session-link': [...items({ LINK: 'put' }), secret('platform')],
    'account-enter': items({
      ACCOUNT: 'get getMany put delete',
      EXTERNAL: 'get put',
      LINK: 'getMany delete',
      SIGNIN: 'put',
    }),
    'account-scan': items({
      ACCOUNT: 'get getMany put delete check',
      LIMIT: 'update',
      SCAN: 'get getMany put update',
      SIGNIN: 'put',
    }),
    'account-scan-phone': items({ ACCOUNT: 'get getMany check', SCAN: 'update' }),
    'account-wechat': [...items({ ACCOUNT: 'get getMany put update', LIMIT: 'update' }), secret('wechat')],
    'account-wechat-sign-in': [
      ...items({ ACCOUNT: 'get getMany put update delete check', LIMIT: 'update', SIGNIN: 'put' }),
      ...items({ WECHATUSER: 'getMany put', WECHATVISIT: 'getMany put update' }),
      mac,
      secret('wechat'),
      secret('wechat-website'),
    ],
    'account-wechat-join': [
      ...items({ ACCOUNT: 'get put update', CHALLENGE: 'update', LIMIT: 'update' }),
      ...items({ PHONE: 'get put update', SIGNIN: 'put', TEXT: 'update' }),
      ...items({ WECHATUSER: 'put', WECHATVISIT: 'get delete' }),
      mac,
      keyRing,
    ],
    'account-wechat-binding': [
      ...items({ ACCOUNT: 'get getMany query put update delete', LIMIT: 'update', TEXT: 'update' }),
      ...items({ WECHATUSER: 'delete', WECHATVISIT: 'put' }),
      mac,
      secret('wechat'),
      secret('wechat-website'),
      keyRing,
    ],
    'account-tokens': [...items({ ACCOUNT: 'get query put update delete' }), keyRing],
    'account-appeal': items({ ACCOUNT: 'get put check', LIMIT: 'update' }),
    'account-user-ban': [
      ...items({ ACCOUNT: 'getMany put update check', EXTERNAL: 'get put' }),
      ...deeds,
      secret('platform'),
    ],
    'account-ban': [
      ...items({ ...operates, ACCOUNT: 'getMany update check' }),
      ...deeds,
      list('APPEALS'),
      secret('platform'),
    ],
    'operators-sign-in': [
      ...items({ LIMIT: 'update', OPERATOR: 'get getMany update', OPERATORSESSION: 'getMany put update delete' }),
      ...auditItems({ AUDIT: 'query' }),
      ...deeds,
      secret('platform'),
      keyRing,
    ],
    'operators-manage': [
      ...items({ ...operates, OPERATOR: 'get getMany put update' }),
      ...deeds,
      list('OPERATORS'),
      secret('platform'),
    ],
    'consent-read': [...items({ ACCOUNT: 'get query', EXTERNAL: 'get', NOTICE: 'get' }), secret('platform')],
    'certificates-show': [
      ...items({ ACCOUNT: 'getMany', CERTIFICATE: 'getMany', LIMIT: 'update' }),
      'kms:Sign CertificateKey',
      'kms:GetPublicKey CertificateKey',
    ],
    'certificates-gate': [...items({ ACCOUNT: 'getMany', APP: 'getMany', CERTIFICATE: 'getMany' }), secret('platform')],
    'gate-ask': [...items({ ACCOUNT: 'getMany', EXTERNAL: 'get' }), secret('platform')],
    'material-upload': [
      ...items({ ACCOUNT: 'get check', LIMIT: 'update', MATERIAL: 'get put update' }),
      `s3:PutObject Intake/in/${ID}`,
      'kms:GenerateDataKey IntakeKey',
      ...send('materialsQueue'),
    ],
    'material-view': [
      ...items({ ...operates, LIMIT: 'update', MATERIAL: 'get' }),
      ...deeds,
      's3:ListBucket Materials',
      `s3:GetObject Materials/kept/${ID}-?`,
      'kms:Decrypt MaterialKey',
      secret('platform'),
    ],
    'documents-read': [
      ...items({
        ACCOUNT: 'get getMany query put update check',
        LIMIT: 'update',
        MATERIAL: 'getMany check',
        NOTICE: 'put',
      }),
      ...deeds,
      's3:ListBucket Materials',
      `s3:GetObject Materials/kept/${ID}-?`,
      'kms:Decrypt MaterialKey',
      secret('tencent-cloud'),
    ],
    'documents-open': [
      ...items({
        ACCOUNT: 'getMany query put update check',
        LIMIT: 'getMany update',
        MATERIAL: 'getMany update check',
      }),
      ...items({ NOTICE: 'put', PERSON: 'getMany put delete check', RESUBMISSION: 'check', VENDOR: 'getMany check' }),
      ...deeds,
      's3:ListBucket Materials',
      `s3:GetObject Materials/kept/${ID}-?`,
      'kms:Decrypt MaterialKey',
      mac,
      'kms:GenerateDataKey DataKey',
      'kms:Decrypt DataKey',
      ...send('checksQueue'),
      secret('tencent-cloud'),
    ],
    'documents-checks': [...items({ ACCOUNT: 'get getMany query', EXTERNAL: 'get' }), secret('platform')],
    'material-intake': [
      ...items({ MATERIAL: 'get update' }),
      'kms:GenerateDataKey MaterialKey',
      's3:ListBucket Intake',
      ...['DeleteObject', 'GetObject'].map((action) => `s3:${action} Intake/in/${ID}`),
      ...['DeleteObject', 'PutObject'].map((action) => `s3:${action} Materials/kept/${ID}-?`),
      'kms:Decrypt IntakeKey',
      ...serve('materialsQueue'),
    ],
    'verification-papers': [
      ...items({ ACCOUNT: 'getMany query put update check', LIMIT: 'update', MATERIAL: 'getMany update' }),
      ...items({ CLASH: 'put', NOTICE: 'put', PERSON: 'getMany put delete check' }),
      mac,
      'kms:GenerateDataKey DataKey',
    ],
    'profile-further': items({
      ACCOUNT: 'getMany put update check',
      LIMIT: 'update',
      MATERIAL: 'getMany update',
      NOTICE: 'put',
    }),
    'profile-email': [
      ...items({ ACCOUNT: 'get getMany put update check', LIMIT: 'update' }),
      mac,
      secret('tencent-cloud'),
      keyRing,
    ],
    'verification-papers-look': [
      ...items({ ...operates, ACCOUNT: 'get', LIMIT: 'update' }),
      ...deeds,
      'kms:Decrypt DataKey',
      secret('platform'),
    ],
    'verification-submit': [
      ...items({ ACCOUNT: 'get getMany put update check', FACT: 'put', ORDER: 'get getMany query put update check' }),
      ...items({
        CLASH: 'put',
        NOTICE: 'put',
        RESUBMISSION: 'check',
        SEGMENT: 'check',
        TEXT: 'update',
        VENDOR: 'check',
      }),
      ...items({ PERSON: 'getMany put delete check' }),
      mac,
      'kms:GenerateDataKey DataKey',
      wechatPay,
      alipay,
      keyRing,
      ...wakesCheckPaid,
    ],
    'proofing-user': [
      ...items({ ACCOUNT: 'get put update check', LIMIT: 'update', PROOFING: 'get update', TEXT: 'update' }),
      mac,
      keyRing,
    ],
    'review-user': [
      ...items({ ACCOUNT: 'get getMany query put update delete', LIMIT: 'update', MATERIAL: 'getMany update' }),
      ...items({ APP: 'get getMany update', NAME: 'getMany put update', ORDER: 'put update', PROOFING: 'get update' }),
      ...items({ CERTIFICATE: 'get put' }),
      ...send('refundsQueue'),
    ],
    'review-operator': [
      ...items({ ...operates, ACCOUNT: 'get getMany query put update delete check', MATERIAL: 'getMany update' }),
      ...items({ PERSON: 'get getMany put update delete check', PROOFING: 'get put update' }),
      ...items({ APP: 'get getMany update', NAME: 'getMany put update', ORDER: 'put update' }),
      ...items({ CERTIFICATE: 'get getMany put update' }),
      ...deeds,
      list('REVIEWS'),
      mac,
      'kms:Decrypt DataKey',
      secret('platform'),
    ],
    'review-follow': [
      ...items({ ACCOUNT: 'get put update delete', MATERIAL: 'getMany update', PROOFING: 'get update' }),
      ...items({ APP: 'get update', CERTIFICATE: 'get put', NAME: 'update', ORDER: 'put update' }),
      ...serve('reviewsQueue'),
    ],
    'verification-cancel': [...closesOwn, ...wakesCheckPaid],
    'verification-read': [...items({ ACCOUNT: 'get query', EXTERNAL: 'get', ORDER: 'query' }), secret('platform')],
    'verification-check': [
      ...items({ ACCOUNT: 'get getMany put update delete check', ORDER: 'put update', VENDOR: 'getMany put update' }),
      ...items({ CLASH: 'put', LIMIT: 'update', MATERIAL: 'update', PROOFING: 'put' }),
      ...items({ PERSON: 'getMany put update delete check', RESUBMISSION: 'put check', SEGMENT: 'update check' }),
      ...deeds,
      'kms:Decrypt DataKey',
      mac,
      secret('tencent-cloud'),
      secret('alibaba-cloud'),
      ...send('checksQueue', 'refundsQueue'),
      ...serve('checksQueue'),
    ],
    'verification-gather': [
      ...items({ ACCOUNT: 'get getMany update', PERSON: 'getMany put delete' }),
      ...deeds,
      list('PEOPLE'),
      'kms:Decrypt DataKey',
      mac,
      ...send('verification/verificationgathermissedDead'),
    ],
    'face-open': [
      ...items({ ACCOUNT: 'get getMany put update delete check', NOTICE: 'put', LIMIT: 'update' }),
      ...items({ VENDOR: 'getMany put update', FACEEND: 'put' }),
      ...deeds,
      'kms:Decrypt DataKey',
      mac,
      secret('tencent-cloud'),
      secret('alibaba-cloud'),
    ],
    'face-read': [...items({ ACCOUNT: 'get query', EXTERNAL: 'get' }), secret('platform')],
    'face-look': [
      ...items({
        ACCOUNT: 'get getMany put update delete',
        EXTERNAL: 'get',
        FACEEND: 'put',
        LIMIT: 'update',
        VENDOR: 'update',
      }),
      mac,
      ...[secret('platform'), secret('tencent-cloud'), secret('alibaba-cloud')],
    ],
    'face-follow': [
      ...items({ ACCOUNT: 'getMany put update delete', FACEEND: 'put', LIMIT: 'update', VENDOR: 'update' }),
      mac,
      ...[secret('tencent-cloud'), secret('alibaba-cloud')],
      ...serve('facesQueue'),
    ],
    'verification-evidence': [
      ...items({ ACCOUNT: 'get put update check', VENDOR: 'check' }),
      ...send('checksQueue'),
      ...serve('evidenceQueue'),
    ],
    'proofing-clash': [
      ...items({ ACCOUNT: 'get put check', CLASH: 'get update delete', LIMIT: 'update' }),
      ...serve('clashesQueue'),
    ],
    'certification-apps': [
      ...items({ ACCOUNT: 'get getMany query put update delete check', LIMIT: 'update' }),
      ...items({ APP: 'get getMany put update delete', MATERIAL: 'get getMany update', NAME: 'get put update' }),
    ],
    'certification-domains': items({ ACCOUNT: 'get query put update delete check', LIMIT: 'update' }),
    'certificates-report': items({
      ACCOUNT: 'getMany put',
      CERTIFICATE: 'get put check',
      LIMIT: 'update',
    }),
    'certificates-appeal': items({ ACCOUNT: 'get getMany put delete', APP: 'get', CERTIFICATE: 'get put' }),
    'certificates-operator': [
      ...items({ ...operates, ACCOUNT: 'get getMany put update delete check', APP: 'get getMany update' }),
      ...items({ CERTIFICATE: 'get getMany query put' }),
      ...deeds,
      list('CERTIFICATES'),
      secret('platform'),
    ],
    'certificates-own': items({ ACCOUNT: 'get getMany', APP: 'get', CERTIFICATE: 'getMany' }),
    'certificates-page': items({ ACCOUNT: 'get getMany query check', APP: 'get', CERTIFICATE: 'get put' }),
    'certification-icon': [
      ...items({ ACCOUNT: 'get', APP: 'get', MATERIAL: 'get' }),
      's3:ListBucket Materials',
      `s3:GetObject Materials/kept/${ID}-?`,
      'kms:Decrypt MaterialKey',
    ],
    'certification-rename': [
      ...items({ ACCOUNT: 'get put update check', APP: 'get update', LIMIT: 'update', TEXT: 'update' }),
      ...items({ MATERIAL: 'get update', NAME: 'get put update' }),
      mac,
      keyRing,
    ],
    'certification-names': items({ ACCOUNT: 'get', APP: 'get', LIMIT: 'update', NAME: 'get' }),
    'certification-handover': [
      ...items({ ACCOUNT: 'get getMany query put update delete check', APP: 'get update' }),
      ...items({ CERTIFICATE: 'getMany put', LIMIT: 'update', MATERIAL: 'get update', TEXT: 'update' }),
      mac,
      keyRing,
    ],
    'certification-applicants': [
      ...items({ ACCOUNT: 'get getMany query put update check' }),
      mac,
      'kms:GenerateDataKey DataKey',
    ],
    'certification-check': [
      ...items({ ACCOUNT: 'get query put update check', CERTIFICATE: 'getMany update' }),
      ...items({ LIMIT: 'update', NOTICE: 'put' }),
      ...items({ VENDOR: 'getMany put update' }),
      ...deeds,
      'kms:Decrypt DataKey',
      secret('tencent-cloud'),
      secret('alibaba-cloud'),
    ],
    'certification-account': [
      ...items({ ACCOUNT: 'get put update check', LIMIT: 'update', NOTICE: 'put', VENDOR: 'getMany put update' }),
      'kms:GenerateDataKey DataKey',
      'kms:Decrypt DataKey',
    ],
    'certification-licence': [
      ...items({ ACCOUNT: 'get getMany query put update check', LIMIT: 'update' }),
      ...items({ MATERIAL: 'getMany check', NOTICE: 'put', VENDOR: 'update' }),
      ...deeds,
      's3:ListBucket Materials',
      `s3:GetObject Materials/kept/${ID}-?`,
      'kms:Decrypt MaterialKey',
      secret('tencent-cloud'),
    ],
    'certification-applications': [
      ...items({ ACCOUNT: 'get getMany query put update delete check', APP: 'get update check', LIMIT: 'update' }),
      ...items({ MATERIAL: 'getMany update', NAME: 'get put update', ORDER: 'put update' }),
      ...send('refundsQueue'),
    ],
    'certification-confirm': [
      ...items({ ACCOUNT: 'get getMany put update delete check', APP: 'get update', LIMIT: 'update', TEXT: 'update' }),
      ...items({ MATERIAL: 'get update', NAME: 'get put update', ORDER: 'put update' }),
      mac,
      'kms:GenerateDataKey DataKey',
      keyRing,
      ...send('refundsQueue'),
    ],
    'certification-operator': [
      ...items({ ...operates, ACCOUNT: 'get getMany query', APP: 'getMany', LIMIT: 'update', NAME: 'getMany' }),
      ...deeds,
      'kms:Decrypt DataKey',
      secret('platform'),
    ],
    'certification-fee': buys,
    'certification-text': [
      ...items({ ACCOUNT: 'get put update', LIMIT: 'getMany update' }),
      ...serve('textsQueue'),
      'kms:Decrypt DataKey',
      secret('tencent-cloud'),
      secret('alibaba-cloud'),
    ],
    'certification-follow': [
      ...items({ ACCOUNT: 'get put update delete', APP: 'get update check', MATERIAL: 'update', NAME: 'update' }),
      ...items({ ORDER: 'put update' }),
      ...serve('applicationsQueue'),
      ...send('refundsQueue'),
    ],
    'certificates-follow': [
      ...items({ ACCOUNT: 'getMany put', APP: 'update', CERTIFICATE: 'get put' }),
      ...serve('certificatesQueue'),
    ],
    'clearing-business': [
      ...items({ ACCOUNT: 'getMany query put delete check', BUSINESS: 'get getMany update', EXTERNAL: 'get' }),
      secret('platform'),
    ],
    'payment-pay': [
      ...items({ ...closes, ACCOUNT: 'get getMany put update check', EXTERNAL: 'get', LIMIT: 'update' }),
      secret('platform'),
      ...items({ CLASH: 'put', PERSON: 'getMany', RESUBMISSION: 'getMany', SEGMENT: 'getMany', VENDOR: 'getMany' }),
      wechatPay,
      alipay,
      ...wakesPaid,
    ],
    'payment-cancel': cancels,
    'payment-look': [...cancels, ...items({ LIMIT: 'update' })],
    'payment-read': [...items({ ACCOUNT: 'get query', EXTERNAL: 'get', ORDER: 'getMany query' }), secret('platform')],
    'payment-wechat-pay-notification': [
      ...items({ ...paid, COMPLAINT: 'put update' }),
      wechatPay,
      ...wakesPaid,
      ...send('complaintsQueue'),
    ],
    'payment-alipay-notification': [...items(paid), alipay, ...wakesPaid],
    'payment-order': [...items(closes), wechatPay, alipay, ...wakesPaid, ...serve('ordersQueue')],
    'payment-refund': [...items({ ORDER: 'put update' }), wechatPay, alipay, ...serve('refundsQueue')],
    'payment-operator-refunds': [
      ...items({ ...operates, ORDER: 'get put update', PROPOSAL: 'get put update delete' }),
      ...items({ OPERATOR: 'check', RECONCILIATION: 'get query put update' }),
      ...deeds,
      list('PROPOSALS'),
      list('REFUNDS'),
      wechatPay,
      alipay,
      secret('platform'),
      ...send('refundsQueue'),
    ],
    'membership-buy': buys,
    'wallet-recharge': buys,
    'wallet-card-bind': [
      ...items({
        ACCOUNT: 'get getMany query put update check',
        CLASH: 'put',
        LIMIT: 'update',
        NOTICE: 'put',
        TEXT: 'update',
      }),
      ...items({ PERSON: 'getMany put delete check', RESUBMISSION: 'check', VENDOR: 'check' }),
      ...deeds,
      mac,
      'kms:GenerateDataKey DataKey',
      'kms:Decrypt DataKey',
      keyRing,
      ...send('checksQueue'),
    ],
    'wallet-cards': [...items({ ACCOUNT: 'get query', EXTERNAL: 'get' }), secret('platform')],
    'wallet-card-unbind': items({ ACCOUNT: 'get getMany query put update check' }),
    'messaging-send': sends,
    'messaging-pushplus': sends,
    'messaging-read': items({ ACCOUNT: 'get query' }),
    'messaging-channel': [...items({ ACCOUNT: 'get update' }), keyRing],
    'messaging-deliver': [...items({ ACCOUNT: 'getMany update' }), keyRing, ...serve('deliveriesQueue')],
    'complaints-follow': [
      ...items({ ACCOUNT: 'get put update', COMPLAINT: 'put update', ORDER: 'getMany query put update' }),
      wechatPay,
      ...serve('complaintsQueue'),
    ],
    'complaints-operator': [
      ...items({ ...operates, ACCOUNT: 'get query put update', COMPLAINT: 'get put update' }),
      ...deeds,
      ...items({ ORDER: 'getMany query put update' }),
      list('COMPLAINTS'),
      wechatPay,
      secret('platform'),
    ],
    'complaints-watch': [
      ...items({ COMPLAINT: 'getMany put', 'COMPLAINT.changes+wakePause': 'update' }),
      wechatPay,
      ...send('complaintsQueue', 'complaints/complaintswatchmissedDead'),
    ],
    'bookkeeping-reconcile': [
      ...items({ ...closes, RECONCILIATION: 'get query put update' }),
      list('LEDGER'),
      wechatPay,
      alipay,
      ...wakesPaid,
      ...send('reconciliationsQueue'),
      ...serve('reconciliationsQueue'),
    ],
    'bookkeeping-reconciliations': [
      ...items({ ...operates, PROPOSAL: 'get getMany put', RECONCILIATION: 'get query update' }),
      ...deeds,
      list('RECONCILIATIONS'),
      secret('platform'),
      ...send('reconciliationsQueue'),
    ],
    'bookkeeping-read': [...items({ ...operates, STATEMENT: 'get' }), list('LEDGER'), secret('platform')],
    'bookkeeping-vendor-statement': [
      ...items({ ...operates, STATEMENT: 'put' }),
      ...deeds,
      list('CALLS'),
      secret('platform'),
    ],
    'overview-read': [
      ...items({ ACCOUNT: 'getMany', EXTERNAL: 'get', ORDER: 'query', VENDOR: 'getMany' }),
      secret('platform'),
    ],
    'overview-identity': [
      ...items({ ACCOUNT: 'get getMany query', BUSINESS: 'getMany', EXTERNAL: 'get', PROOFING: 'get' }),
      secret('platform'),
    ],
    'overview-operator': [
      ...items({ ...operates, ACCOUNT: 'getMany query', COMPLAINT: 'getMany', ORDER: 'query', VENDOR: 'getMany' }),
      secret('platform'),
    ],
    'overview-offers': items({ VENDOR: 'getMany' }),
    'audit-roots': [
      ...auditItems({ AUDITDAY: 'query', AUDITROOT: 'put' }),
      'kms:Sign AuditKey',
      's3:ListBucket AuditRoots',
      's3:GetObject AuditRoots/roots/????????.jsonl',
      's3:PutObject AuditRoots/roots/????????.jsonl',
      ...send('audit/auditrootsmissedDead'),
    ],
    'overview-deeds': [
      ...items(operates),
      ...auditItems({ AUDIT: 'getMany query', AUDITDAY: 'query', AUDITROOT: 'getMany query' }),
      secret('platform'),
    ],
    'cases-search': [
      ...items({
        ...operates,
        ACCOUNT: 'getMany',
        APP: 'getMany',
        CERTIFICATE: 'getMany',
        COMPLAINT: 'getMany',
        EXTERNAL: 'getMany',
        FACT: 'getMany',
        NAME: 'getMany',
        ORDER: 'getMany',
        PROPOSAL: 'getMany',
      }),
      ...auditItems({ AUDITDAY: 'query' }),
      ...items({ PERSON: 'getMany', PHONE: 'getMany', LIMIT: 'update' }),
      ...deeds,
      list('COMPANY'),
      list('NAMED'),
      mac,
      secret('platform'),
    ],
    'cases-read': [
      ...items({ ...operates, ACCOUNT: 'get getMany query', APP: 'getMany', COMPLAINT: 'getMany' }),
      ...items({ ORDER: 'getMany query' }),
      ...auditItems({ AUDIT: 'query' }),
      ...items({ VENDOR: 'getMany' }),
      secret('platform'),
    ],
    'cases-reveal': [
      ...items({ ...operates, ACCOUNT: 'getMany query', LIMIT: 'update' }),
      ...deeds,
      'kms:Decrypt DataKey',
      secret('platform'),
    ],
    'webhooks-endpoint': [
      ...items({ OUTBOX: 'update', WEBHOOK: 'get update' }),
      ...send('outboxesQueue'),
      secret('platform'),
      keyRing,
    ],
    'webhooks-delivery': [
      ...items({ DELIVERY: 'getMany update', EVENT: 'getMany query', WEBHOOK: 'get getMany' }),
      ...['DELIVERIES', 'EVENTS'].map(list),
      ...send('webhooksQueue'),
      secret('platform'),
    ],
    'webhooks-operator': [
      ...items({ ...operates, DELIVERY: 'getMany update', EVENT: 'getMany', WEBHOOK: 'get getMany update' }),
      ...deeds,
      list('DELIVERIES'),
      ...send('webhooksQueue'),
      secret('platform'),
    ],
    'webhooks-relay': [
      ...items({ ACCOUNT: 'getMany', DELIVERY: 'put', EVENT: 'put', OUTBOX: 'getMany update', WEBHOOK: 'getMany' }),
      ...send('webhooksQueue'),
      ...serve('outboxesQueue'),
    ],
    'webhooks-deliver': [
      ...items({ DELIVERY: 'getMany query update', EVENT: 'getMany', OUTBOX: 'update', WEBHOOK: 'getMany update' }),
      list('DELIVERIES'),
      ...send('outboxesQueue', 'webhooksQueue'),
      ...serve('webhooksQueue'),
      keyRing,
    ],
    'upkeep-dead-letters': [
      ...items({ ...operates, ACCOUNT: 'getMany', COMPLAINT: 'getMany', ORDER: 'getMany', RECONCILIATION: 'getMany' }),
      ...items({ CERTIFICATE: 'getMany', CLASH: 'getMany', DELIVERY: 'getMany', MATERIAL: 'getMany' }),
      ...items({ OUTBOX: 'getMany' }),
      ...deeds,
      ...works.flatMap((queue) => looksAt(`${queue}Dead`)),
      ...send(...works.map((queue) => `${queue}Queue`)),
      secret('platform'),
    ],
    'upkeep-settings': [...items(operates), secret('platform')],
    'upkeep-alarms': [
      ...items(operates),
      'cloudwatch:DescribeAlarms arn:{AWS::Partition}:cloudwatch:{AWS::Region}:{AWS::AccountId}:alarm:*',
      secret('platform'),
    ],
    'analytics-read': [
      ...items({ ...operates, ANALYTICS: 'query', ORDER: 'getMany' }),
      list('ORDERS'),
      secret('platform'),
    ],
    'analytics-gather': [
      ...items({ ANALYTICS: 'query put', LIMIT: 'get', ORDER: 'getMany', VENDOR: 'getMany query' }),
      ...['CALLS', 'COMPLAINTS', 'FACES', 'LEDGER', 'ORDERS', 'SIGNINS', 'TEXTS'].map(list),
      ...['DescribeAlarms', 'DescribeAlarmHistory'].map(
        (asks) => `cloudwatch:${asks} arn:{AWS::Partition}:cloudwatch:{AWS::Region}:{AWS::AccountId}:alarm:*`,
      ),
      'cloudwatch:GetMetricData *',
      ...send('analytics/analyticsgathermissedDead'),
    ],
    'upkeep-sweep': [
      ...items(
        Object.fromEntries(
          [
            'ACCOUNT',
            'CERTIFICATE',
            'CLASH',
            'COMPLAINT',
            'DELIVERY',
            'MATERIAL',
            'ORDER',
            'OUTBOX',
            'RECONCILIATION',
          ].map((kind) => [`${kind}.wakePause`, 'update']),
        ),
      ),
      ...items({ RECONCILIATION: 'put' }),
      'dynamodb:Query Table/index/due',
      list('RECONCILIATIONS'),
      ...send(...works.map((queue) => `${queue}Queue`), 'upkeep/upkeepsweepmissedDead'),
    ],
    'sandbox-wechat-pay': [...standIn('get getMany query put'), ...send('sandbox/sandboxQueue')],
    'sandbox-alipay': [...standIn('get getMany query put'), ...send('sandbox/sandboxQueue')],
    'sandbox-wechat': [...standIn('get getMany put', 'wechat'), secret('wechat-website')],
    'sandbox-tencent-cloud': standIn('get getMany query put'),
    'sandbox-tencent-ocr': standIn('get getMany put'),
    'sandbox-alibaba-cloud': standIn('get getMany query put', 'alibaba-cloud'),
    'sandbox-control': [...standIn('get getMany query put delete'), ...send('sandbox/sandboxQueue')],
    'sandbox-later': [
      ...standIn('get query put delete'),
      ...send('sandbox/sandboxQueue'),
      ...serve('sandbox/sandboxQueue'),
    ],
  }).map(([name, permissions]) => [name, [...permissions, ...(announcing.includes(name) ? announces : [])].toSorted()]),
)
