import { beforeAll, describe, expect, it } from 'vitest'
import { real } from './stages.ts'
import { ofType, type Resource, type Templates, templatesOf } from './templates.ts'

let stages: [stage: 'sandbox' | 'production', origin: string, templates: Templates][]
beforeAll(async () => {
  stages = [
    ['sandbox', 'http://127.0.0.1:4000', await templatesOf('sandbox')],
    ['production', 'https://id.example.cn', await templatesOf('production', real)],
  ]
})

const bucketOf = (of: Templates, id: string): Resource => {
  const [found, ...others] = ofType(of, 'AWS::S3::Bucket').filter((one) => one.id.startsWith(id))
  expect(others).toEqual([])
  return found ?? expect.fail(`no bucket ${id}`)
}

const BLOCKED = { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true }

describe('both buckets', () => {
  it('are open to nobody, belong to this account alone, and refuse plain connections', () => {
    for (const [stage, , templates] of stages)
      for (const id of ['Intake', 'Materials']) {
        const { stack, id: made, properties } = bucketOf(templates, id)
        expect(properties, stage).toMatchObject({
          PublicAccessBlockConfiguration: BLOCKED,
          OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
        })
        const policies = ofType(templates, 'AWS::S3::BucketPolicy').filter(
          (one) => one.properties.Bucket === `${stack}/${made}`,
        )
        const arn = `${stack}/${made}.Arn`
        expect(policies.map((one) => one.properties.PolicyDocument)).toEqual([
          {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Deny',
                Action: 's3:*',
                Principal: { AWS: '*' },
                Resource: [arn, `${arn}/*`],
                Condition: { Bool: { 'aws:SecureTransport': 'false' } },
              },
            ],
          },
        ])
      }
  })

  it('keep no versions: what is erased is gone', () => {
    for (const [, , templates] of stages)
      for (const id of ['Intake', 'Materials'])
        expect(bucketOf(templates, id).properties).not.toHaveProperty('VersioningConfiguration')
  })
})

describe('the bucket of uploads', () => {
  it('is empty after a day, and goes with its stack', () => {
    for (const [stage, , templates] of stages) {
      const { properties, deletion } = bucketOf(templates, 'Intake')
      expect([stage, deletion]).toEqual([stage, 'Delete'])
      expect(properties.LifecycleConfiguration).toEqual({
        Rules: [{ ExpirationInDays: 1, AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 }, Status: 'Enabled' }],
      })
    }
  })

  it('encrypts under a key of its own, which S3 asks for seldom', () => {
    for (const [, , templates] of stages) {
      const key = ofType(templates, 'AWS::KMS::Key').find((one) => one.id.startsWith('IntakeKey'))
      expect(bucketOf(templates, 'Intake').properties.BucketEncryption).toEqual({
        ServerSideEncryptionConfiguration: [
          {
            BucketKeyEnabled: true,
            ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: `data/${key?.id}.Arn` },
          },
        ],
      })
    }
  })

  it('lets pages of the public address post, and no others do anything', () => {
    for (const [, origin, templates] of stages)
      expect(bucketOf(templates, 'Intake').properties.CorsConfiguration).toEqual({
        CorsRules: [
          { AllowedMethods: ['POST'], AllowedOrigins: [origin], AllowedHeaders: ['content-type'], MaxAge: 600 },
        ],
      })
  })

  it('tells its queue of what is posted, of nothing else, and once the queue takes that', () => {
    for (const [stage, , templates] of stages) {
      const { id, properties } = bucketOf(templates, 'Intake')
      const queue = ofType(templates, 'AWS::SQS::Queue').find(
        (one) => one.properties.QueueName === `shiming-${stage}-materials`,
      )
      expect(properties.NotificationConfiguration).toEqual({
        QueueConfigurations: [
          {
            Event: 's3:ObjectCreated:Post',
            Queue: `data/${queue?.id}.Arn`,
            Filter: { S3Key: { Rules: [{ Name: 'prefix', Value: 'in/' }] } },
          },
        ],
      })
      const policy = ofType(templates, 'AWS::SQS::QueuePolicy').find((one) =>
        [one.properties.Queues].flat().includes(`data/${queue?.id}`),
      )
      const raw = JSON.parse(templates.texts.get('data') ?? '{}').Resources
      expect([raw[id].DependsOn].flat()).toContain(policy?.id)
      // The policy names it before it is there.
      expect(JSON.stringify(raw[policy?.id ?? ''])).not.toContain(`"${id}"`)
      expect(properties.BucketName).toBe(`shiming-${stage}-intake-{AWS::AccountId}-{AWS::Region}`)
    }
  })

  it('is told to the pages, which may do nothing there', () => {
    for (const [stage, , templates] of stages) {
      const { id } = bucketOf(templates, 'Intake')
      const [pages] = ofType(templates, 'AWS::Lambda::Function').filter(
        ({ properties }) => properties.FunctionName === `shiming-${stage}-pages-serve`,
      )
      const { Variables } = Object(pages?.properties.Environment)
      expect([Variables.UPLOADS_URL, Variables.BUCKET_INTAKE]).toEqual([
        `https://data/${id}.RegionalDomainName`,
        undefined,
      ])
    }
  })
})

describe('the bucket of what is kept', () => {
  it('stays in production whatever happens to its stack, and tells nobody of anything', () => {
    for (const [stage, , templates] of stages) {
      const { properties, deletion } = bucketOf(templates, 'Materials')
      expect(deletion).toBe(stage === 'production' ? 'Retain' : 'Delete')
      expect(properties).not.toHaveProperty('NotificationConfiguration')
      expect(properties).not.toHaveProperty('CorsConfiguration')
      expect(properties.BucketEncryption).toEqual({
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      })
      expect(JSON.stringify(properties.LifecycleConfiguration)).not.toContain('Expiration')
    }
  })
})
