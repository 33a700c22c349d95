import { AwsSolutionsChecks } from 'cdk-nag'
import { beforeAll, describe, expect, it } from 'vitest'
import { queues } from '../../functions/queues.ts'
import { routes } from '../../functions/routes.ts'
import { schedules } from '../../functions/schedules.ts'
import type { Inputs } from '../../infra/config.ts'
import { real } from './stages.ts'
import { functionAt, named, ofType, type Templates, templatesOf } from './templates.ts'

let sandbox: Templates
let production: Templates
beforeAll(async () => {
  sandbox = await templatesOf('sandbox')
  production = await templatesOf('production', real)
})

/** What functions are told in a variable; nothing of those that do not have it. */
const told = (of: Templates, variable: string): unknown[] =>
  ofType(of, 'AWS::Lambda::Function').flatMap(
    ({ properties }) => Object(properties.Environment).Variables?.[variable] ?? [],
  )

const bucketsOf = (of: Templates, id: string) => ofType(of, 'AWS::S3::Bucket').filter((one) => one.id.startsWith(id))

describe('stacks', () => {
  it('exist in the order in which nothing is circular', () => {
    expect(sandbox.stacks.toSorted()).toEqual(
      [
        ...[
          'account',
          'analytics',
          'api',
          'audit',
          'bookkeeping',
          'cases',
          'certificates',
          'certification',
          'complaints',
          'consent',
          'data',
          'edge',
          'documents',
          'face',
          'clearing',
          'front',
          'gate',
          'material',
          'membership',
          'messaging',
          'operators',
          'overview',
        ],
        ...[
          'pages',
          'payment',
          'profile',
          'proofing',
          'review',
          'sandbox',
          'upkeep',
          'verification',
          'wallet',
          'webhooks',
        ],
      ].toSorted(),
    )
    const manifest = sandbox.app.synth()
    const needs = (stack: string) =>
      manifest.getStackByName(named(stack)).dependencies.flatMap(({ id }) => (id.endsWith('.assets') ? [] : [id]))
    expect(needs('data')).toEqual([])
    expect(needs('api')).toEqual([])
    expect(needs('payment').toSorted()).toEqual(['api', 'data'].map(named))
    expect(needs('edge')).toEqual(expect.arrayContaining(['api', 'payment', 'sandbox', 'account'].map(named)))
  })

  it('stay far from 500 resources each and have no custom ones', () => {
    const sizes = Map.groupBy(sandbox.resources, (one) => one.stack)
    expect(Math.max(...[...sizes.values()].map((all) => all.length))).toBeLessThan(250)
    expect(sandbox.resources.map((one) => one.type).filter((type) => /Custom/.test(type))).toEqual([])
  })

  it('name no partition, so that they work in China too', () => {
    expect(sandbox.text).not.toContain('arn:aws')
    expect(production.text.replaceAll(real.ALARM_TOPIC_ARN, '')).not.toContain('arn:aws')
  })

  it('pass cdk-nag with reasons for what is acknowledged', () => {
    const violations = (templates: Templates) => new AwsSolutionsChecks().validateScope(templates.app).violations
    expect(violations(sandbox)).toEqual([])
    expect(violations(production)).toEqual([])
  })
})

describe('production', () => {
  it('has nothing of the sandbox', () => {
    expect(sandbox.text).toMatch(/sandbox|stand-in/i)
    expect(production.text).not.toMatch(/sandbox|stand-?in|127\.0\.0\.1|localhost|http:|TESTER/i)
    expect(production.stacks).not.toContain('sandbox')
    expect(ofType(production, 'AWS::DynamoDB::Table')).toHaveLength(2)
    expect(ofType(production, 'AWS::SQS::Queue')).toHaveLength(
      2 * queues.filter((row) => !row.sandboxOnly).length + schedules.length,
    )
  })

  it('keeps data, keys and logs whatever happens to a stack', () => {
    for (const { properties } of ofType(production, 'AWS::DynamoDB::Table'))
      expect(properties).toMatchObject({
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      })
    const kept = production.resources.filter((one) => one.deletion === 'Retain').map((one) => one.type)
    expect(new Set(kept)).toEqual(
      new Set(['AWS::DynamoDB::Table', 'AWS::KMS::Key', 'AWS::Logs::LogGroup', 'AWS::S3::Bucket']),
    )
    expect(kept.filter((type) => type === 'AWS::DynamoDB::Table')).toHaveLength(2)
    expect(kept.filter((type) => type === 'AWS::KMS::Key')).toHaveLength(6)
    for (const log of ofType(production, 'AWS::Logs::LogGroup')) expect(log.properties.RetentionInDays).toBe(365)
    expect(production.app.synth().getStackByName('shiming-production-data').terminationProtection).toBe(true)
  })

  it('keeps the roots of the audit where nobody can delete or replace one, for as long as it is said', async () => {
    const kept = (of: Templates) => bucketsOf(of, 'AuditRoots').map(({ properties }) => properties)
    expect(kept(production)).toMatchObject([
      {
        ObjectLockEnabled: true,
        ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 1825 } } },
        VersioningConfiguration: { Status: 'Enabled' },
        BucketEncryption: {},
        PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
      },
    ])
    const longer = await templatesOf('production', { ...real, AUDIT_ROOT_DAYS: '3650' })
    expect(kept(longer)).toMatchObject([{ ObjectLockConfiguration: { Rule: { DefaultRetention: { Days: 3650 } } } }])
    expect(kept(sandbox)).toMatchObject([
      { ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 1 } } } },
    ])
    for (const each of [sandbox, production]) {
      const roles = JSON.stringify(ofType(each, 'AWS::IAM::Role').map(({ properties }) => properties.Policies))
      const statements = [...roles.matchAll(/"Action":([^{}]*),"Effect":"Allow","Resource":"data\/AuditRoots/g)]
      const allowed = statements.flatMap(([, actions = '']) => actions.match(/s3:\w+/g) ?? [])
      expect(allowed.toSorted()).toEqual(['s3:GetObject', 's3:ListBucket', 's3:PutObject'])
    }
  })

  it('lets no function change or delete what is in the audit table', () => {
    for (const each of [sandbox, production]) {
      const roles = JSON.stringify(ofType(each, 'AWS::IAM::Role').map(({ properties }) => properties.Policies))
      const statements = [
        ...roles.matchAll(/\{"Action":([^{}]*),"Condition":\{[^}]*\}\},"Effect":"Allow","Resource":"[^"]*AuditTable/g),
      ]
      expect(statements.length).toBeGreaterThan(5)
      for (const [, actions] of statements) expect(actions).not.toMatch(/Update|Delete|ConditionCheck/)
    }
  })

  it('is whole without an account at WeChat Pay: nobody looks for complaints, and only Alipay has bills', async () => {
    const without = await templatesOf('production', { ...real, SECRET_WECHAT_PAY: 'none' })
    const made = ofType(without, 'AWS::Lambda::Function').map(({ properties }) => properties)
    expect(made.map(({ FunctionName }) => FunctionName)).not.toContain('shiming-production-complaints-watch')
    expect(JSON.stringify(made)).toContain('\\"reconciliation\\":{\\"channels\\":[\\"alipay\\"]}')
    expect(told(without, 'PAYMENT_CHANNELS')).toEqual(['alipay'])
    expect(without.text).not.toContain(real.SECRET_WECHAT_PAY)
  })

  it('is whole without a service account of WeChat, which whoever tells the ways to pay then knows', async () => {
    const without = await templatesOf('production', { ...real, SECRET_WECHAT: 'none' })
    expect([told(without, 'SECRET_WECHAT'), told(without, 'WECHAT_CONNECTED')]).toEqual([[], []])
    expect(new Set(told(production, 'SECRET_WECHAT'))).toEqual(new Set([real.SECRET_WECHAT]))
    expect(told(production, 'WECHAT_CONNECTED')).toEqual(['yes'])
    expect(told(production, 'PAYMENT_CHANNELS')).toEqual(['wechat_pay,alipay'])
    expect(without.text).not.toContain(`${real.SECRET_WECHAT}-??????`)
    expect(production.text).toContain(`${real.SECRET_WECHAT}-??????`)
  })

  it('is whole without a website app of WeChat, whose secret no function may read then', async () => {
    const without = await templatesOf('production', { ...real, SECRET_WECHAT_WEBSITE: 'none' })
    expect(told(without, 'SECRET_WECHAT_WEBSITE')).toEqual([])
    expect(told(without, 'SECRET_WECHAT')).not.toEqual([])
    expect(without.text).not.toContain(`${real.SECRET_WECHAT_WEBSITE}-??????`)
    expect(production.text).toContain(`${real.SECRET_WECHAT_WEBSITE}-??????`)
  })

  it('is whole without an account at Alibaba Cloud, whose secret no function may read then', async () => {
    const without = await templatesOf('production', { ...real, SECRET_ALIBABA_CLOUD: 'none' })
    expect(told(without, 'SECRET_ALIBABA_CLOUD')).toEqual([])
    expect(new Set(told(production, 'SECRET_ALIBABA_CLOUD'))).toEqual(new Set([real.SECRET_ALIBABA_CLOUD]))
    expect(without.text).not.toContain(real.SECRET_ALIBABA_CLOUD)
  })

  it('is whole without an account at Tencent Cloud, whose secret no function may read then', async () => {
    const alibaba = '["alibaba_cloud"]'
    const elsewhere = { SETTINGS__identity__vendors: alibaba, SETTINGS__sms__vendors: alibaba }
    const without = await templatesOf('production', { ...real, ...elsewhere, SECRET_TENCENT_CLOUD: 'none' })
    expect(told(without, 'SECRET_TENCENT_CLOUD')).toEqual([])
    expect(told(production, 'SECRET_TENCENT_CLOUD')).not.toEqual([])
    expect(without.text).not.toContain(real.SECRET_TENCENT_CLOUD)
  })

  it('talks to the real vendors', () => {
    const environments = ofType(production, 'AWS::Lambda::Function').map((one) => JSON.stringify(one.properties))
    expect(environments.filter((text) => text.includes('https://api.mch.weixin.qq.com'))).not.toEqual([])
    expect(environments.filter((text) => text.includes('https://faceid.tencentcloudapi.com'))).toHaveLength(4)
    expect(environments.filter((text) => text.includes('https://sms.tencentcloudapi.com'))).toHaveLength(2)
    expect(environments.filter((text) => text.includes('https://captcha.tencentcloudapi.com'))).toHaveLength(1)
    expect(environments.filter((text) => text.includes('https://cloudauth.aliyuncs.com'))).toHaveLength(5)
  })
})

describe('alarms', () => {
  it('say what people notice and notify the operator', () => {
    const alarms = ofType(production, 'AWS::CloudWatch::Alarm')
    expect(alarms.length).toBeGreaterThan(40)
    for (const { properties } of alarms) {
      expect(properties.AlarmDescription).toMatch(/^Impact: \S.*\. \S/)
      expect(properties.AlarmActions).toEqual([real.ALARM_TOPIC_ARN])
    }
  })

  it('stand beside one overview, without tags, which CloudFormation in China refuses', () => {
    const [overview, ...others] = ofType(production, 'AWS::CloudWatch::Dashboard')
    expect(others).toEqual([])
    expect(overview?.properties).not.toHaveProperty('Tags')
    expect(ofType(production, 'AWS::KMS::Key')[0]?.properties).toHaveProperty('Tags')
  })
})

describe('keys and table', () => {
  const keysOf = (templates: Templates) => ofType(templates, 'AWS::KMS::Key').map((one) => one.properties)

  it('seal with a rotated key, index with an HMAC key, sign the audit and statements of certificates with a key pair each, and encrypt uploads with a rotated key', () => {
    expect(keysOf(sandbox)).toEqual([
      expect.objectContaining({ EnableKeyRotation: true }),
      expect.objectContaining({ EnableKeyRotation: true }),
      expect.objectContaining({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' }),
      expect.objectContaining({ KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' }),
      expect.objectContaining({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' }),
      expect.objectContaining({ EnableKeyRotation: true }),
    ])
  })

  /** What each key may be used for, as its own policy says. */
  const usesOf = (templates: Templates): string[][] =>
    keysOf(templates).map(({ KeyPolicy }) =>
      (KeyPolicy as { Statement: { Sid: string }[] }).Statement.map(({ Sid }) => Sid).filter(
        (sid) => sid !== 'administer',
      ),
    )
  /** The versions that functions are told in a variable, in their order, each of a key that is there. */
  const versionsTold = (templates: Templates, variable: string): string[] => [
    ...new Set(told(templates, variable).map((text) => [...JSON.stringify(text).matchAll(/\bv\d(?==)/g)].join(' '))),
  ]

  it('that people are indexed under are those of INDEX_VERSIONS, and a retired one stays without a user', async () => {
    const made = await templatesOf('sandbox', { INDEX_VERSIONS: 'v3,v2' })
    expect(usesOf(made)).toEqual([
      ['seal', 'open'],
      ['seal_material', 'open_material'],
      ['attest', 'show_attesting'],
      ['mac'],
      ['index'],
      ['index'],
      ['sign'],
      ['put', 'read'],
    ])
    const later = await templatesOf('sandbox', { INDEX_VERSIONS: 'v3' })
    expect(keysOf(later)).toHaveLength(8)
    expect([made, later].map((of) => versionsTold(of, 'INDEX_KEYS'))).toEqual([['v3 v2'], ['v3']])
  })

  it('that sign statements of certificates are those of CERTIFICATE_KEYS: one that signs, others that are shown, and retired ones that stay', async () => {
    const uses = { v3: ['attest', 'show_attesting'], shown: ['show_attesting'] }
    const made = await templatesOf('sandbox', { CERTIFICATE_KEYS: 'v3,v2' })
    expect(usesOf(made).slice(2, 6)).toEqual([[], uses.shown, uses.v3, ['mac', 'index']])
    expect(keysOf(made).slice(2, 5)).toEqual(
      [1, 2, 3].map(() => expect.objectContaining({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' })),
    )
    const users = JSON.stringify(keysOf(made).slice(2, 5)).match(/role\/[\w-]+/g)
    expect(users).toEqual([1, 2, 3].map(() => `role/${named('certificates-show')}`))
    const back = await templatesOf('sandbox', { CERTIFICATE_KEYS: 'v1,v2,v3' })
    expect(usesOf(back).slice(2, 5)).toEqual([uses.v3, uses.shown, uses.shown])
    expect([sandbox, made, back].map((of) => versionsTold(of, 'ATTESTING_KEYS'))).toEqual([
      ['v1'],
      ['v3 v2'],
      ['v1 v2 v3'],
    ])
  })

  it('are exported by name whether or not a function still uses them, so that a release can retire one', async () => {
    const exportsOf = ({ texts }: Templates): string[] => [
      ...new Set(texts.get('data')?.match(/ExportsOutputFnGetAttCertificateKey\w*/g)),
    ]
    const retired = exportsOf(await templatesOf('sandbox', { CERTIFICATE_KEYS: 'v2' }))
    expect([exportsOf(sandbox).length, retired.length]).toEqual([1, 2])
    expect(retired).toEqual(expect.arrayContaining(exportsOf(sandbox)))
  })

  it('are used by the functions that their own policy names, and administered by nobody who uses them', () => {
    const using = (action: string, names: string[], more: object) => ({
      Sid: expect.any(String),
      Effect: 'Allow',
      Action: action,
      Resource: '*',
      Principal: { AWS: 'arn:{AWS::Partition}:iam::{AWS::AccountId}:root' },
      Condition: {
        ...more,
        ArnLike: {
          'aws:PrincipalArn': names.map(
            (name) => `arn:{AWS::Partition}:iam::{AWS::AccountId}:role/shiming-production-${name}/*`,
          ),
        },
      },
    })
    const boundTo = (of: string) => ({
      Null: { 'kms:EncryptionContext:account': 'false', [`kms:EncryptionContext:${of}`]: 'false' },
      'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': ['account', of] },
    })
    const throughS3 = ['s3.{AWS::Region}.amazonaws.com', 's3.{AWS::Region}.amazonaws.com.cn']
    const hmac = { StringEquals: { 'kms:MacAlgorithm': 'HMAC_SHA_256' } }
    const statements = keysOf(production).map(
      ({ KeyPolicy }) => (KeyPolicy as { Statement: Record<string, unknown>[] }).Statement,
    )
    expect(statements.map(([, ...uses]) => uses)).toEqual([
      [
        using(
          'kms:GenerateDataKey',
          [
            ...['verification-submit', 'verification-papers', 'documents-open', 'certification-applicants'],
            ...['certification-account', 'certification-confirm', 'wallet-card-bind'],
          ],
          boundTo('verification'),
        ),
        using(
          'kms:Decrypt',
          [
            ...['verification-papers-look', 'verification-check', 'verification-gather'],
            ...['documents-open', 'face-open', 'review-operator', 'certification-check', 'certification-account'],
            ...['certification-operator', 'certification-text', 'wallet-card-bind', 'cases-reveal'],
          ],
          boundTo('verification'),
        ),
      ],
      [
        using('kms:GenerateDataKey', ['material-intake'], boundTo('material')),
        using(
          'kms:Decrypt',
          ['documents-read', 'documents-open', 'certification-licence', 'certification-icon', 'material-view'],
          boundTo('material'),
        ),
      ],
      [
        using('kms:Sign', ['certificates-show'], { StringEquals: { 'kms:SigningAlgorithm': 'ECDSA_SHA_256' } }),
        using('kms:GetPublicKey', ['certificates-show'], {}),
      ],
      [
        using(
          'kms:GenerateMac',
          [
            ...['account-sms-code', 'account-sign-in', 'account-wechat-sign-in', 'account-wechat-join'],
            ...['account-wechat-binding', 'profile-email', 'verification-submit', 'verification-papers'],
            ...['documents-open', 'proofing-user', 'certification-confirm', 'certification-rename'],
            ...['certification-handover', 'wallet-card-bind', 'cases-search'],
          ],
          hmac,
        ),
        using(
          'kms:GenerateMac',
          [
            ...['verification-submit', 'verification-papers', 'verification-check'],
            ...['verification-gather', 'documents-open'],
            ...['face-open', 'face-look', 'face-follow', 'review-operator', 'certification-applicants'],
            ...['wallet-card-bind', 'cases-search'],
          ],
          hmac,
        ),
      ],
      [using('kms:Sign', ['audit-roots'], { StringEquals: { 'kms:SigningAlgorithm': 'ECDSA_SHA_256' } })],
      [
        using('kms:GenerateDataKey', ['material-upload'], { StringEquals: { 'kms:ViaService': throughS3 } }),
        using('kms:Decrypt', ['material-intake'], { StringEquals: { 'kms:ViaService': throughS3 } }),
      ],
    ])
    for (const [administer] of statements) {
      expect(administer).toMatchObject({ Sid: 'administer', Resource: '*' })
      expect(JSON.stringify(administer)).not.toMatch(
        /"kms:(\*|Create\*|CreateGrant|Decrypt|Encrypt|ReEncrypt|Generate|Sign|Verify)/,
      )
    }
  })

  it('find what is due through a sparse index of keys, and list things across accounts through another', () => {
    const table = ofType(sandbox, 'AWS::DynamoDB::Table').find((one) => one.stack === 'data')
    expect(table?.properties).toMatchObject({
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
      GlobalSecondaryIndexes: [
        {
          IndexName: 'due',
          KeySchema: [
            { AttributeName: 'dueShard', KeyType: 'HASH' },
            { AttributeName: 'dueAt', KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'KEYS_ONLY' },
        },
        {
          IndexName: 'list',
          KeySchema: [
            { AttributeName: 'listName', KeyType: 'HASH' },
            { AttributeName: 'listAt', KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
    })
  })
})

describe('API', () => {
  // That these lead to the rows of the table, and to nothing else: test/infra/doors.test.ts.
  it('has exactly the doors of every function', () => {
    const integrations = new Map(
      ofType(sandbox, 'AWS::ApiGatewayV2::Integration').map((one) => [
        `integrations/${one.stack}/${one.id}`,
        functionAt(sandbox, String(one.properties.IntegrationUri).replace(/\.Arn$/, '')),
      ]),
    )
    const found = ofType(sandbox, 'AWS::ApiGatewayV2::Route').map((one) => [
      one.properties.RouteKey,
      integrations.get(String(one.properties.Target)),
    ])
    const planned = sandbox.plan.capabilities.flatMap(({ functions }) =>
      functions.flatMap((fn) => fn.doors.map(({ method, path }) => [`${method} ${path}`, named(fn.name)])),
    )
    expect(found.toSorted()).toEqual([...planned, ['$default', named('pages-serve')]].toSorted())
    expect(found.length).toBeGreaterThan(20)
  })

  it('answers pages of no other origin, and under the address AWS gave it, unless told otherwise', async () => {
    const apiOf = ({ stage, inputs }: { stage?: 'sandbox'; inputs?: Inputs }) =>
      templatesOf(stage ?? 'sandbox', inputs).then((made) => ofType(made, 'AWS::ApiGatewayV2::Api')[0]?.properties)
    expect(await apiOf({})).not.toHaveProperty('CorsConfiguration')
    expect((await apiOf({}))?.DisableExecuteApiEndpoint).not.toBe(true)
    const inputs = { CORS_ORIGINS: 'https://app.example.cn, https://m.example.cn', EXECUTE_API: 'off' }
    const closed = await apiOf({ inputs })
    expect(closed?.DisableExecuteApiEndpoint).toBe(true)
    expect(closed?.CorsConfiguration).toEqual({
      AllowOrigins: ['https://app.example.cn', 'https://m.example.cn'],
      AllowMethods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
      AllowHeaders: ['authorization', 'content-type', 'idempotency-key', 'accept-language'],
      ExposeHeaders: ['retry-after', 'shiming-enforcement', 'x-request-id'],
      // AWS takes a day at most.
      MaxAge: 3600,
    })
    // Every call that a page may make with a token.
    const methods = new Set<string>(routes.filter(({ sandboxOnly }) => !sandboxOnly).map(({ method }) => method))
    expect(closed?.CorsConfiguration).toMatchObject({
      AllowMethods: expect.arrayContaining([...methods].filter((one) => one !== 'ANY')),
    })
  })

  it('is published throttled, and logs the route but never the path', () => {
    const [stage] = ofType(sandbox, 'AWS::ApiGatewayV2::Stage')
    expect(stage).toMatchObject({
      stack: 'edge',
      properties: {
        StageName: '$default',
        AutoDeploy: true,
        DefaultRouteSettings: { ThrottlingRateLimit: 500, ThrottlingBurstLimit: 1000 },
        RouteSettings: {
          $default: { ThrottlingRateLimit: 20, ThrottlingBurstLimit: 50 },
          'POST /webhooks/wechat-pay': { ThrottlingRateLimit: 100, ThrottlingBurstLimit: 300 },
          'POST /webhooks/alipay': { ThrottlingRateLimit: 100, ThrottlingBurstLimit: 300 },
          'GET /v1/offers': { ThrottlingRateLimit: 100, ThrottlingBurstLimit: 300 },
          'GET /v1/consent-notices/{version}': { ThrottlingRateLimit: 100, ThrottlingBurstLimit: 300 },
          'POST /v1/session-links/look': { ThrottlingRateLimit: 100, ThrottlingBurstLimit: 300 },
          'POST /v1/session-links/redeem': { ThrottlingRateLimit: 100, ThrottlingBurstLimit: 300 },
          'POST /v1/scans/looks': { ThrottlingRateLimit: 100, ThrottlingBurstLimit: 300 },
        },
      },
    })
    const line = JSON.stringify(stage?.properties.AccessLogSettings)
    expect(line).toContain('$context.routeKey')
    expect(line).not.toMatch(/\$context\.(path|resourcePath|requestOverride)/)
  })
})
