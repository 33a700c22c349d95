import { App, Stack } from 'aws-cdk-lib'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { beforeAll, describe, expect, it } from 'vitest'
import { materialGrants } from '../../infra/constructs/grants/materials.ts'
import type { PlannedFunction } from '../../infra/plan.ts'
import type { Purpose } from '../../infra/purpose.ts'
import { acceptedConfig } from '../../infra/refusals.ts'
import type { Site } from '../../infra/site.ts'
import type { Data } from '../../infra/stacks/data.ts'
import { materialBuckets } from '../../infra/stacks/material-buckets.ts'

type Flag = 'uploads' | 'intake' | 'readsMaterials' | 'forgetsMaterials' | 'knowsUploads'
const flags = ['uploads', 'intake', 'readsMaterials', 'forgetsMaterials', 'knowsUploads'] as const

const purposeWith = (flag: Flag): Purpose => ({ impact: '', [flag]: true })

/** One function for each thing that may be done with files. */
const functions = flags.map(
  (flag): PlannedFunction => ({
    name: `material-${flag.toLowerCase()}`,
    purpose: purposeWith(flag),
    timeoutMs: 1,
    routes: [],
    doors: [],
    queues: [],
    schedules: [],
  }),
)

type Statement = { Action: string | string[]; Resource: string; Condition?: object; Sid?: string }
const documentsIn = (template: object, type: string): Statement[] =>
  Object.values(Object(template).Resources).flatMap((one) => {
    const { Type, Properties } = Object(one)
    return Type === type ? Properties.KeyPolicy.Statement : []
  })

let granted: Record<Flag, { environment: Record<string, string>; statements: Statement[] }>
let keyStatements: Statement[]
beforeAll(async () => {
  const app = new App()
  const stack = new Stack(app, 'data')
  const config = acceptedConfig('sandbox', {}, false, new Map())
  const plan = { capabilities: [{ name: 'material', functions }], queues: [] }
  const site: Site = { config, plan, name: (part) => `shiming-sandbox-${part}`, folderOf: () => '' }
  const buckets = materialBuckets(stack, site, new Queue(stack, 'materials'))
  // What is looked at of everything that lasts.
  const resources = { data: { materialBuckets: buckets } as Data, standIns: undefined }
  const of = (flag: Flag) => {
    const all = materialGrants(stack, purposeWith(flag), resources)
    return {
      environment: stack.resolve(Object.assign({}, ...all.map((one) => one.environment))),
      statements: stack.resolve(all.flatMap((one) => one.statements.map((statement) => statement.toJSON()))),
    }
  }
  granted = {
    uploads: of('uploads'),
    intake: of('intake'),
    readsMaterials: of('readsMaterials'),
    forgetsMaterials: of('forgetsMaterials'),
    knowsUploads: of('knowsUploads'),
  }
  keyStatements = documentsIn(app.synth().getStackByName('data').template, 'AWS::KMS::Key')
})

const ID = '?'.repeat(32)
/** `s3:GetObject Intake/in/…`, one by one; with the condition it is under. */
const permissions = (flag: Flag): string[] =>
  granted[flag].statements
    .flatMap(({ Action, Resource, Condition }) => {
      const text = JSON.stringify(Resource)
      const [, id = '', rest = ''] = /"Fn::GetAtt":\["([A-Za-z]+)[0-9A-F]{8}","Arn"\]\}(?:,"([^"]*)")?/.exec(text) ?? []
      const under = Condition ? ` ${JSON.stringify(Object.values(Condition)[0])}` : ''
      return [Action].flat().map((action) => `${action} ${id}${rest}${under}`)
    })
    .toSorted()

describe('who works with files', () => {
  it('lets others upload by a form alone, and reads nothing', () => {
    expect(permissions('uploads').map((one) => one.replace(/ \{"kms:ViaService.*/, ' via S3'))).toEqual([
      'kms:GenerateDataKey IntakeKey via S3',
      `s3:PutObject Intake/in/${ID} {"s3:authType":"POST"}`,
    ])
    expect(Object.keys(granted.uploads.environment)).toEqual(['BUCKET_INTAKE', 'UPLOADS_URL'])
  })

  it('takes in what was uploaded and keeps it, and reads nothing that is kept', () => {
    expect(permissions('intake').map((one) => one.replace(/ \{"kms:ViaService.*/, ' via S3'))).toEqual([
      'kms:Decrypt IntakeKey via S3',
      `s3:DeleteObject Intake/in/${ID}`,
      `s3:DeleteObject Materials/kept/${ID}-?`,
      `s3:GetObject Intake/in/${ID}`,
      's3:ListBucket Intake',
      `s3:PutObject Materials/kept/${ID}-?`,
    ])
    expect(Object.keys(granted.intake.environment)).toEqual(['BUCKET_INTAKE', 'BUCKET_MATERIALS'])
  })

  it('reads what is kept and nothing else, or removes it and nothing else', () => {
    expect(permissions('readsMaterials')).toEqual([`s3:GetObject Materials/kept/${ID}-?`, 's3:ListBucket Materials'])
    expect(permissions('forgetsMaterials')).toEqual([`s3:DeleteObject Materials/kept/${ID}-?`])
    for (const flag of ['readsMaterials', 'forgetsMaterials'] as const)
      expect(Object.keys(granted[flag].environment)).toEqual(['BUCKET_MATERIALS'])
  })

  it('knows where uploads go, and may do nothing there', () => {
    expect([granted.knowsUploads.statements, Object.keys(granted.knowsUploads.environment)]).toEqual([
      [],
      ['UPLOADS_URL'],
    ])
  })
})

describe('the key of uploads', () => {
  it('is used by S3 alone, for who lets others upload and for who takes in, each in its way', () => {
    const [, ...uses] = keyStatements
    const role = (name: string) => expect.stringContaining(`shiming-sandbox-material-${name}/*`)
    expect(uses.map(({ Sid, Action, Condition }) => [Sid, Action, JSON.stringify(Condition)])).toEqual([
      ['put', 'kms:GenerateDataKey', role('uploads')],
      ['read', 'kms:Decrypt', role('intake')],
    ])
    for (const { Condition } of uses)
      expect(JSON.stringify(Condition)).toMatch(/"kms:ViaService":\[.*s3\..*amazonaws\.com/)
  })
})
